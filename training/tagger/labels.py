"""The tags of the network's heads, and spans turned into them."""
NER = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BI"]
ATT = ["O"] + [f"{p}-{t}" for t in ("SRC", "CUE", "CON") for p in "BI"]
REF = ["O", "B-PRO", "B-NOM", "I-NOM"]
TAGS = {"ner": NER, "att": ATT, "att2": ATT, "ref": REF}


def tags_of(length, spans, names):
    """Tags for spans (first, last, kind); of two that overlap the one that comes first in the list wins."""
    tags = [0] * length
    for first, last, kind in spans:
        if any(tags[first:last + 1]):
            continue
        inside = names.index("I-" + kind) if "I-" + kind in names else names.index("B-" + kind)
        tags[first:last + 1] = [names.index("B-" + kind)] + [inside] * (last - first)
    return tags


def spans_of(tags, names):
    """The spans (first, last, kind) that tags say; an inside tag without a beginning begins one."""
    found, open_span = set(), None
    for i, name in enumerate([names[t] for t in tags] + ["O"]):
        if open_span and (name == "O" or name[0] == "B" or name[2:] != open_span[1]):
            found.add((open_span[0], i - 1, open_span[1]))
            open_span = None
        if name != "O" and open_span is None:
            open_span = (i, name[2:])
    return found


def attribution_layers(length, index, attributions):
    """(tags, links) of the outermost attributions, and of those that stand inside another's content."""
    spans = []
    for number, attribution in enumerate(attributions):
        for part, kind in (("source", "SRC"), ("cue", "CUE"), ("content", "CON")):
            for start, end in attribution[part]:
                words = index.span(start, end)
                if words:
                    spans.append((*words, kind, number))
    contents = [(first, last, n) for first, last, kind, n in spans if kind == "CON"]
    inner = {n for first, last, _, n in spans for a, b, other in contents if other != n and a <= first and last <= b}

    def layer(numbers):
        tags = tags_of(length, sorted((a, b, kind) for a, b, kind, n in spans if n in numbers), ATT)
        links = []
        for number in sorted(numbers):
            def part(kind):
                return [(a, b) for a, b, k, n in spans if n == number and k == kind]
            links += [(content, part("SRC"), part("CUE")) for content in part("CON")]
        return tags, links

    return layer({n for *_, n in spans} - inner), layer(inner)
