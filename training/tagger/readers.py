"""Documents from every set that the tagger is trained on or watched with. docs/quality.md says where each comes from."""
import csv
import glob
import gzip
import importlib.util
import json
import os

import gum
from labels import NER, REF, attribution_layers, tags_of
from text import Document, WordIndex, words_of

_TYPES = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}


def corpus(folder):
    """Articles in our own marks (README.md of training/corpus), parsed by the folder's own check.py; a bad one is an error."""
    spec = importlib.util.spec_from_file_location("check", os.path.join(folder, "check.py"))
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    for path in sorted(glob.glob(os.path.join(folder, "articles", "*.txt"))):
        with open(path, encoding="utf8") as article:
            yield _marked(check.parse(article.read()))


def _marked(parsed):
    text = parsed["text"]
    words = words_of(text)
    index = WordIndex(words)
    names, references, mentions, clusters = [], [], [], {}
    for mention in parsed["mentions"]:
        span = index.span(mention["start"], mention["end"])
        if not span:
            continue
        cluster = clusters.setdefault("+".join(mention["ids"]), len(clusters))
        mentions.append((*span, cluster, mention["kind"]))
        if mention["kind"] == "name":
            names.append((*span, _TYPES[mention["ids"][0][0]]))
        else:
            references.append((*span, "PRO" if mention["kind"] == "pronoun" else "NOM"))
    (att, links), (att2, inner_links) = attribution_layers(len(words), index, parsed["attributions"])
    return Document(
        parsed["id"], "corpus", text, words,
        ner=tags_of(len(words), sorted(names, key=lambda s: (s[0], -s[1])), NER),
        att=att, att2=att2,
        ref=tags_of(len(words), sorted(references, key=lambda s: s[1] - s[0]), REF),
        mentions=mentions, links=links + inner_links)


def polnear(path):
    """PolNeAR (Newell et al. 2018): for measuring only, never for weights that ship."""
    for record in _json_lines(path):
        words = words_of(record["text"])
        (att, links), _ = attribution_layers(
            len(words), WordIndex(words), record["annotations"][0]["attributions"])
        yield Document(record["id"], "polnear", record["text"], words, att=att, links=links)


def names(path, sentences=12):
    """Sentences with names, a dozen of one document to a text, a line each."""
    packed = []
    for record in _json_lines(path):
        if packed and (len(packed) == sentences or record["doc"] != packed[-1]["doc"]):
            yield _named(packed)
            packed = []
        packed.append(record)
    if packed:
        yield _named(packed)


def _named(records):
    text, words, tags = "", [], []
    for record in records:
        text += "\n" if text else ""
        for token, tag in zip(record["tokens"], record["tags"]):
            text += " " if text and text[-1] != "\n" else ""
            for k, (start, end) in enumerate(words_of(token)):
                words.append((len(text) + start, len(text) + end))
                tags.append(NER.index(tag if tag == "O" or k == 0 else "I" + tag[1:]))
            text += token
    return Document(f"{records[0]['set']}-{records[0]['doc']}", records[0]["set"], text, words, ner=tags)


def gap(path):
    """GAP (Webster et al. 2018): a pronoun and two names, one of which it is; passages where it is neither are left out."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            same = [row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"]
            words = words_of(row["Text"])
            index = WordIndex(words)
            places = [int(row[k + "-offset"]) for k in ("Pronoun", "A", "B")]
            spans = [index.span(at, at + len(row[k])) for at, k in zip(places, ("Pronoun", "A", "B"))]
            if any(same) and None not in spans:
                clusters = [0, 0 if same[0] else 1, 0 if same[1] else 2]
                mentions = [(*s, c, k) for s, c, k in zip(spans, clusters, ("pronoun", "name", "name"))]
                yield Document(row["ID"], "gap", row["Text"], words, mentions=mentions)


def read(name, data, corpora):
    """A set by its name; `corpora` are the folders of articles in our own marks."""
    if name == "corpus":
        return [d for folder in corpora for d in corpus(folder)]
    if name == "gum":
        return list(gum.documents(f"{data}/gum/train.conllu.gz"))
    if name == "gap":
        return list(gap(f"{data}/gap/gap-development.tsv.gz"))
    return list(names(f"{data}/ner/{name}.jsonl.gz"))


def held_out(corpora):
    """The ids of the articles that are never trained on."""
    ids = set()
    for folder in corpora:
        with open(os.path.join(folder, "held-out.txt"), encoding="utf8") as lines:
            ids |= set(lines.read().split())
    return ids


def _json_lines(path):
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)
