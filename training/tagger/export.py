#!/usr/bin/env python3
"""Exports trained weights for ONNX Runtime in int8: export.py RUN VOCABULARY OUT

Writes tagger.onnx, tagger.json (labels, sizes, hashes, how it was trained), vocab.txt, vectors.json (texts with every intermediate
value, for the tests) and weights.npz (to train on from), and prints how often int8 and float32 agree on held-out articles."""
import hashlib
import json
import os
import shutil
import sys

import numpy
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import readers
from labels import ATT, NER, REF
from network import Network, load
from text import Document, WordPieces, words_of
from windows import WIDTH, Window, windows

TEXTS = [
    "Safeguarding minister Jo Marsh said on Tuesday that “the council’s leader, Sir Tom Ashe, misled us”, the BBC reported.\n\nHe denied it.",
    "NAÏVE co-operation: Łódź’s mayor told U.S. officials (twice) that $3.5m wasn't enough… she\u00a0wrote to the O'Briens.",
    "Ünïcödé 東京 says no-one.",
]


def window_of(text, pieces):
    document = Document("", "", text, words_of(text))
    (start, end), = windows(document, pieces, 512)
    return Window(document, start, end, pieces)


def inputs(window):
    return {"ids": numpy.array([window.ids]), "features": numpy.array([window.features]),
            "mask": numpy.ones((1, len(window.ids)), dtype=numpy.int64)}


def vector(window, network):
    with torch.no_grad():
        output = network(*(torch.tensor(value) for value in inputs(window).values()))[0]
    first = output[window.first]
    return {"text": window.document.text, "words": window.document.words, "ids": window.ids, "features": window.features,
            "first": window.first, "output_shape": list(output.shape),
            "output_row_sums": [round(float(v), 4) for v in output[:, :27].sum(-1)],
            "ner": [NER[i] for i in first[:, :9].argmax(-1)], "att": [ATT[i] for i in first[:, 9:16].argmax(-1)]}


def agreement(full, small, run, pieces):
    """The share of words with the same tag from both, by head, over the held-out articles of the run."""
    held = readers.held_out(run["options"]["corpus"])
    sessions = [onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]) for path in (full, small)]
    same, count = numpy.zeros(3), 0
    for document in readers.read("corpus", None, run["options"]["corpus"]):
        if document.id not in held:
            continue
        for start, end in windows(document, pieces, WIDTH):
            window = Window(document, start, end, pieces)
            a, b = (s.run(None, inputs(window))[0][0][window.first] for s in sessions)
            same += [(a[:, i:j].argmax(-1) == b[:, i:j].argmax(-1)).sum() for i, j in ((0, 9), (9, 16), (16, 23))]
            count += end - start
    return {head: round(float(s) / count, 4) for head, s in zip(("ner", "att", "att2"), same)}


def upper_halves(state):
    """float32 as bfloat16, rounded to even, in the integers that numpy can keep."""
    for name, value in state.items():
        bits = value.float().contiguous().numpy().view(numpy.uint32)
        yield name, ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(numpy.uint16)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    folder, vocabulary, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    with open(f"{folder}/run.json", encoding="utf8") as file:
        run = json.load(file)
    pieces, network = WordPieces(vocabulary), load(f"{folder}/weights.pt").eval()
    texts = [window_of(text, pieces) for text in TEXTS]
    full, small = f"{folder}/tagger.fp32.onnx", f"{out}/tagger.onnx"
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "features", "mask", "output")}
    torch.onnx.export(
        network, tuple(torch.tensor(v) for v in inputs(texts[0]).values()), full, opset_version=17,
        input_names=["ids", "features", "mask"], output_names=["output"], dynamic_axes=axes)
    heads = [n.name for n in onnx.load(full).graph.node if n.op_type == "MatMul" and not n.name.startswith("/layers")]
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
                     nodes_to_exclude=heads, extra_options={"MatMulConstBOnly": True})
    with open(f"{out}/vectors.json", "w", encoding="utf8") as file:
        json.dump([vector(w, network) for w in texts], file, ensure_ascii=False, indent=1)
    numpy.savez_compressed(f"{out}/weights.npz", **dict(upper_halves(network.state_dict())))
    shutil.copy(vocabulary, f"{out}/vocab.txt")
    same = agreement(full, small, run, pieces)
    sizes = ("ner", "att", "att2", "ref", "coref_query", "coref_key", "link_content", "link_source", "link_cue")
    with open(f"{out}/tagger.json", "w", encoding="utf8") as file:
        json.dump({
            "inputs": {"ids": "int64 [batch, pieces]", "features": "int64 [batch, pieces, 4]: shape, start, quote, glue",
                       "mask": "int64 [batch, pieces]"},
            "output": "float32 [batch, pieces, 299]: the sizes below, one after the other; read at the first piece of each word",
            "sizes": dict(zip(sizes, Network.HEADS.values())), "ner": NER, "att": ATT, "ref": REF,
            "max_pieces": 512, "trained_pieces": WIDTH, "encoder": network.size,
            "training": {k: run["options"][k] for k in ("sets", "epochs", "batch", "width", "rate", "head_rate", "hide", "average", "blend", "seed")},
            "figures": run["figures"], "same_tags_int8_float32": same,
            "sha256": {"tagger.onnx": digest(small), "vocab.txt": digest(f"{out}/vocab.txt")},
        }, file, indent=1)
    print("words with the same tag in int8 and float32:", same)


if __name__ == "__main__":
    main()
