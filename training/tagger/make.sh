#!/bin/sh
# From data to the model that ships: make.sh DATA CORPUS START [OPTION ...]
# DATA holds gum/, gap/, ner/ (and polnear/, to watch); CORPUS is another folder of articles in our marks beside training/corpus;
# START are the weights to train on from. Further options go to train.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$1 corpus=$2 start=$3
shift 3
run=${RUN:-$here/run}
python=${PYTHON:-/usr/bin/python3}

# Without these glibc gives large tensors back to the system after every step, and most of the time goes into getting them again.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=20000000000 MALLOC_TOP_PAD_=500000000

"$python" "$here/train.py" --from "$start" --vocabulary "$here/../../models/tagger/vocab.txt" --data "$data" \
    --corpus "$corpus" "$here/../corpus" --bf16 --out "$run" "$@"
"$python" "$here/export.py" "$run" "$here/../../models/tagger/vocab.txt" "$run/model"
echo "Look at the figures, then: cp $run/model/tagger.* $run/model/vectors.json models/tagger/"
