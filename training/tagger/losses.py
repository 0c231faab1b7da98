"""What is minimised: cross-entropy of tags, and for mentions and contents the likelihood that one of the right ones is chosen."""
import torch
from torch.nn.functional import cross_entropy

from labels import TAGS
from network import Network

WEIGHTS = {"ner": 1, "att": 1.5, "att2": 1, "ref": 0.5, "coreference": 0.5, "link": 0.3}


def loss(output, group):
    """(the weighted sum, each task's mean) over a batch of windows."""
    parts = Network.parts(output)
    found = {name: _tags(parts[name], group, name) for name in TAGS}
    found["coreference"] = _coreference(parts, group)
    found["link"] = _links(parts, group)
    means = {name: total / count for name, (total, count) in found.items() if count}
    return sum(WEIGHTS[name] * mean for name, mean in means.items()), {n: float(m.detach()) for n, m in means.items()}


def _tags(scores, group, name):
    gold = torch.full(scores.shape[:2], -100)
    for i, window in enumerate(group):
        tags = getattr(window.document, name)
        if tags is not None:
            gold[i, window.first] = torch.tensor(tags[window.start:window.end])
    total = cross_entropy(scores.flatten(0, 1), gold.flatten().to(scores.device), ignore_index=-100, reduction="sum")
    return total, int((gold >= 0).sum())


def _mean(vectors, window, spans):
    first, last = (ends.to(vectors.device) for ends in window.ends(spans))
    return (vectors[first] + vectors[last]) / 2


def _chosen(scores, right):
    """The summed loss of choosing any of the right columns; the first column, "none of these", scores zero."""
    scores = torch.cat([torch.zeros(len(scores), 1, device=scores.device), scores], 1)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)).sum()


def _coreference(parts, group):
    """Antecedents, as in Lee et al. (2017): any earlier mention of the same entity is right, none where it is new."""
    total, count = 0.0, 0
    for i, window in enumerate(group):
        spans = sorted({m[:3] for m in window.document.mentions or () if window.holds(m)})
        if len(spans) < 2:
            continue
        query, key = (_mean(parts[name][i], window, spans) for name in ("cq", "ck"))
        earlier = torch.tril(torch.ones(len(spans), len(spans), device=query.device), -1).bool()
        cluster = torch.tensor([s[2] for s in spans], device=query.device)
        same = (cluster[:, None] == cluster[None, :]) & earlier
        right = torch.cat([~same.any(1, keepdim=True), same], 1)
        total = total + _chosen((query @ key.T / 4).masked_fill(~earlier, -1e4), right)
        count += len(spans)
    return total, count


def _links(parts, group):
    """Which sources and which cues a content goes with."""
    total, count = 0.0, 0
    for i, window in enumerate(group):
        links = [link for link in window.document.links or () if window.holds(link[0])]
        for part, name in ((1, "ls"), (2, "lu")):
            candidates = sorted({span for link in links for span in link[part] if window.holds(span)})
            if not candidates:
                continue
            content = _mean(parts["lc"][i], window, [link[0] for link in links])
            scores = content @ _mean(parts[name][i], window, candidates).T / 4
            rows = [[span in link[part] for span in candidates] for link in links]
            right = torch.tensor([[not any(row), *row] for row in rows], device=scores.device)
            total, count = total + _chosen(scores, right), count + len(links)
    return total, count
