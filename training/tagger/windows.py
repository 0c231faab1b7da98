"""Documents cut into windows of paragraphs, and windows into tensors."""
import random

import torch

from text import features

WIDTH = 256
"""Pieces of a window at run time, the two at its ends included; the model's card carries it."""


def windows(document, pieces, width):
    """(first word, word after the last) of each window: whole paragraphs, as many as fit."""
    if document.encoded is None:
        document.encoded = [pieces.pieces(document.text[a:b]) for a, b in document.words]
        document.features = features(document.text, document.words)
    words, count, start = document.words, len(document.words), 0
    while start < count:
        end, used, paragraph = start, 2, None
        while end < count and used + len(document.encoded[end]) <= width:
            used += len(document.encoded[end])
            end += 1
            if end < count and "\n" in document.text[words[end - 1][1]:words[end][0]]:
                paragraph = end
        if end < count and paragraph and paragraph > start + 20:
            end = paragraph
        yield start, end
        start = end


class Window:
    """A window's pieces, features and the place of each word's first piece; some words hidden while training."""

    def __init__(self, document, start, end, pieces, hide=0.0):
        self.document, self.start, self.end = document, start, end
        self.ids, self.features, self.first = [pieces.begin], [(0, 0, 0, 0)], []
        for i in range(start, end):
            word = document.encoded[i]
            self.first.append(len(self.ids))
            self.ids += [pieces.hidden] * len(word) if hide and random.random() < hide else word
            self.features += [document.features[i]] * len(word)
        self.ids.append(pieces.end)
        self.features.append((0, 0, 0, 0))

    def holds(self, span):
        return span[0] >= self.start and span[1] < self.end

    def ends(self, spans):
        """The places of the first and the last word of each span, as two tensors."""
        return tuple(torch.tensor([self.first[s[k] - self.start] for s in spans]) for k in (0, 1))


def batch(group, padding, device):
    """(ids, features, mask) of some windows."""
    length = max(len(w.ids) for w in group)
    ids = torch.full((len(group), length), padding)
    features_ = torch.zeros(len(group), length, 4, dtype=torch.long)
    mask = torch.zeros(len(group), length, dtype=torch.long)
    for i, window in enumerate(group):
        n = len(window.ids)
        ids[i, :n], features_[i, :n], mask[i, :n] = torch.tensor(window.ids), torch.tensor(window.features), 1
    return ids.to(device), features_.to(device), mask.to(device)
