"""How well the tags and vectors do, for watching a training. Whole extraction is measured by `entitygraph evaluate`."""
import torch

from labels import TAGS, spans_of
from network import Network
from windows import Window, batch, windows

KINDS = {"ner": ("PER", "ORG", "LOC"), "att": ("SRC", "CUE", "CON"), "att2": ("SRC", "CUE", "CON")}


def outputs(network, document, pieces, width, device, half):
    """(window, the parts of its output), window by window."""
    with torch.no_grad():
        for start, end in windows(document, pieces, width):
            window = Window(document, start, end, pieces)
            with torch.autocast(device.split(":")[0], dtype=torch.bfloat16, enabled=half):
                output = network(*batch([window], pieces.padding, device))[0].float()
            yield window, Network.parts(output)


def span_scores(network, documents, heads, pieces, width, device, half):
    """Strict F1 of each head's spans by kind, over all documents."""
    counts = {(head, kind): [0, 0, 0] for head in heads for kind in KINDS[head]}
    for document in documents:
        tags = {head: [] for head in heads}
        for window, parts in outputs(network, document, pieces, width, device, half):
            for head in heads:
                tags[head] += parts[head][window.first].argmax(-1).tolist()
        for head in heads:
            gold, found = (spans_of(t, TAGS[head]) for t in (getattr(document, head), tags[head]))
            for kind in KINDS[head]:
                g, f = ({s for s in spans if s[2] == kind} for spans in (gold, found))
                for k, size in enumerate((len(g & f), len(g), len(f))):
                    counts[head, kind][k] += size
    return {f"{head} {kind}": round(2 * both / max(1, gold + found), 4)
            for (head, kind), (both, gold, found) in counts.items()}


def right_name(network, documents, pieces, width, device, half):
    """The share of GAP's pronouns for which the right one of two names scores higher, where exactly one is right."""
    right = count = 0
    for document in documents:
        pronoun, first, second = document.mentions
        if (first[2] == 0) == (second[2] == 0):
            continue
        for window, parts in outputs(network, document, pieces, width, device, half):
            if all(window.holds(m) for m in document.mentions):
                def score(name):
                    later, earlier = max(pronoun, name), min(pronoun, name)
                    vectors = []
                    for part, mention in (("cq", later), ("ck", earlier)):
                        a, b = window.ends([mention])
                        vectors.append(parts[part][a[0]] + parts[part][b[0]])
                    return float(vectors[0] @ vectors[1])
                count += 1
                right += (score(first) > score(second)) == (first[2] == 0)
    return round(right / max(1, count), 4)


def measure(network, watched, pieces, width, device, half):
    """All figures of the held-out articles, PolNeAR dev and GAP validation that are given."""
    network.eval()
    how = (pieces, width, device, half)
    figures = {"corpus": span_scores(network, watched["corpus"], ("ner", "att", "att2"), *how)}
    if watched["polnear"]:
        figures["polnear"] = span_scores(network, watched["polnear"], ("att",), *how)
    if watched["gap"]:
        figures["gap"] = right_name(network, watched["gap"], *how)
    network.train()
    return figures
