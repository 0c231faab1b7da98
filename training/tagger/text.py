"""Words, their features and their pieces, exactly as src/EntityGraph.Extraction/Text cuts them at run time.

A word is a basic token of BERT (Devlin et al. 2019): text split at white space and at each punctuation character."""
import unicodedata
from dataclasses import dataclass

SHAPES = 9
_OPENING = "\"“'‘(-—–"


def is_punctuation(character):
    code = ord(character)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(character)[0] in "PS"


def words_of(text):
    """The (start, end) of every word, in code points."""
    words, start = [], None
    for i, character in enumerate(text):
        space = character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
        mark = not space and is_punctuation(character)
        if (space or mark) and start is not None:
            words.append((start, i))
            start = None
        if mark:
            words.append((i, i + 1))
        elif not space and start is None:
            start = i
    if start is not None:
        words.append((start, len(text)))
    return words


def shape(word):
    if not any(c.isalnum() for c in word):
        return 1 if word in "\"“”«»" else 2
    if word.isdigit():
        return 3
    if any(c.isdigit() for c in word):
        return 4
    if word.islower():
        return 5
    if word.isupper():
        return 6 if len(word) > 1 else 7
    return 8 if word[0].isupper() and word[1:].islower() else 0


def features(text, words):
    """For each word: its shape, whether it begins a sentence, whether it is inside double quotes, whether no space precedes it."""
    rows, quoted, start, previous_end = [], False, True, 0
    for begin, end in words:
        word, gap = text[begin:end], text[previous_end:begin]
        if "\n" in gap or previous_end == 0:
            start, quoted = True, False
        inside = quoted
        if word == "“" or (word == '"' and not quoted):
            quoted = True
        elif word in ("”", '"'):
            quoted, inside = False, True
        rows.append((shape(word), int(start), int(inside or quoted), int(gap == "" and previous_end > 0)))
        start = word in ".!?:" or (start and word in _OPENING)
        previous_end = end
    return rows


class WordPieces:
    """The uncased WordPiece vocabulary of a file with a piece to a line."""

    def __init__(self, path):
        with open(path, encoding="utf8") as lines:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.unknown, self.begin, self.end, self.padding, self.hidden = (
            self.ids[name] for name in ("[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"))

    def pieces(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not plain or len(plain) > 100:
            return [self.unknown]
        found, start = [], 0
        while start < len(plain):
            end = len(plain)
            while end > start and ("##" if start else "") + plain[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[("##" if start else "") + plain[start:end]])
            start = end
        return found


@dataclass
class Document:
    """A text with what is known of it; None where its set says nothing of the kind. Spans are words, both ends included."""

    id: str
    set: str
    text: str
    words: list
    ner: list = None
    att: list = None
    att2: list = None
    ref: list = None
    mentions: list = None
    """(first, last, cluster, kind)"""
    links: list = None
    """(content, sources, cues)"""
    encoded: list = None
    """For each word its pieces; made on first use."""
    features: list = None


class WordIndex:
    """From spans of characters to spans of words."""

    def __init__(self, words):
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]

    def span(self, start, end):
        """The words that the characters touch, or None."""
        from bisect import bisect_left, bisect_right
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        return (first, last) if 0 <= first <= last < len(self._starts) else None
