"""Names and coreference of GUM (Zeldes 2017) from its CoNLL-U files.

GUM marks whole noun phrases, we mark names: a name here is the run of proper nouns that holds the phrase's head. Only clusters that
have a name among their mentions are kept."""
import gzip
import re

from labels import NER, tags_of
from text import Document, WordIndex, words_of

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(r"\(([^()]*)|([^()]*)\)")


def documents(path):
    reader = None
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                if reader:
                    yield reader.document()
                reader = _Reader(line.split("= ")[1])
            elif line.startswith("# newpar") and reader and reader.text:
                reader.text = reader.text.rstrip() + "\n"
            elif line[:1].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    reader.token(columns)
    if reader:
        yield reader.document()


class _Reader:
    def __init__(self, name):
        self.name, self.text = name, ""
        self.places, self.forms, self.parts_of_speech, self.relations = [], [], [], []
        self.open, self.entities = [], []

    def token(self, columns):
        notes = dict(note.split("=", 1) for note in columns[9].split("|") if "=" in note)
        at = len(self.forms)
        self.places.append((len(self.text), len(self.text) + len(columns[1])))
        self.text += columns[1] + ("" if notes.get("SpaceAfter") == "No" else " ")
        self.forms.append(columns[1])
        self.parts_of_speech.append(columns[3])
        self.relations.append(columns[7].split(":")[0])
        for opened, closed in _BRACKET.findall(notes.get("Entity", "")):
            if opened:
                fields = opened.split("-") + [""] * 6
                self.open.append((at, fields[1], fields[0], fields[5]))
            else:
                self._close(closed.split("-")[0], at)

    def _close(self, group, last):
        """Ends the innermost open phrase of a group; a bare bracket ends the innermost of all."""
        for k in range(len(self.open) - 1, -1, -1):
            first, kind, its_group, heads = self.open[k]
            if group in ("", its_group):
                del self.open[k]
                self.entities.append((first, last, kind, its_group, heads))
                return

    def document(self):
        names, mentions = [], []
        for first, last, kind, group, heads in self.entities:
            inside = [first + int(h) - 1 for h in heads.split(",") if h.isdigit()]
            head = ([i for i in inside if first <= i <= last] or [last])[-1]
            if self.parts_of_speech[head] == "PROPN":
                a, b = self._name(first, last, head, kind in ("organization", "place"))
                names.append((a, b, _TYPES.get(kind, "MISC")))
                mentions.append((a, b, group, "name"))
            else:
                pronoun = first == last and self.parts_of_speech[first] == "PRON"
                mentions.append((first, last, group, "pronoun" if pronoun else "nominal"))
        return self._in_words(names, mentions)

    def _name(self, first, last, head, takes_of):
        a = b = head
        while a > first and (self.parts_of_speech[a - 1] == "PROPN" or self._belongs(a - 1)):
            a -= 1
        while b < last and self.parts_of_speech[b + 1] == "PROPN":
            b += 1
        # "University of X", "Bank of England"
        if takes_of and b + 2 <= last and self.forms[b + 1] in ("of", "for"):
            end = b + 2
            while end <= last and (self.parts_of_speech[end] == "PROPN" or self.forms[end] in ("the", "and")):
                end += 1
            if end > b + 2 and self.parts_of_speech[end - 1] == "PROPN":
                b = end - 1
        return a, b

    def _belongs(self, i):
        return self.relations[i] in ("flat", "compound", "nummod") and self.forms[i][:1].isupper()

    def _in_words(self, names, mentions):
        words = words_of(self.text)
        index = WordIndex(words)

        def span(a, b):
            return index.span(self.places[a][0], self.places[b][1])

        spans = sorted({(*span(a, b), kind) for a, b, kind in names}, key=lambda s: (s[0], -s[1]))
        named = {group for _, _, group, kind in mentions if kind == "name"}
        clusters = {}
        return Document(
            self.name, "gum", self.text, words, ner=tags_of(len(words), spans, NER),
            mentions=[(*span(a, b), clusters.setdefault(group, len(clusters)), kind)
                      for a, b, group, kind in mentions if group in named])
