using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Extraction.Names;

/// <summary>Mends what the tagger gets wrong at the borders of names.</summary>
internal static class NameBorders
{
    public static IEnumerable<TaggedSpan> Mend(ArticleDraft draft, List<TaggedSpan> spans)
    {
        foreach (var joined in Join(draft, spans))
        {
            foreach (var part in SplitPair(draft, joined).SelectMany(p => SplitBeforeTitle(draft, p)))
            {
                if (Trim(draft, part) is { } trimmed && !IsTitleAlone(draft, trimmed))
                    yield return AsCampaign(draft, WithFullStop(draft, trimmed));
            }
        }
    }

    // "United" "States": two names of one label with but a space between them are one.
    private static IEnumerable<TaggedSpan> Join(ArticleDraft draft, List<TaggedSpan> spans)
    {
        TaggedSpan? pending = null;
        foreach (var span in spans)
        {
            if (pending is { } p && p.Label == span.Label && p.Last + 1 == span.First && draft.SentenceOf[p.Last] == draft.SentenceOf[span.First]
                && draft.Features[span.First].Glued == 0 && char.IsUpper(draft.Text[draft.Words[span.First].Start]))
            {
                pending = p with { Last = span.Last, Probability = Math.Min(p.Probability, span.Probability) };
                continue;
            }

            if (pending is { } done)
                yield return done;
            pending = span;
        }

        if (pending is { } last)
            yield return last;
    }

    // "NBC/MSNBC" is two, and so is "Washington Post-ABC News".
    private static IEnumerable<TaggedSpan> SplitPair(ArticleDraft draft, TaggedSpan span)
    {
        var first = span.First;
        for (var w = span.First; w <= span.Last; w++)
        {
            if (!draft.IsWord(w, "/") && !(draft.IsWord(w, "-") && span.Label == "ORG" && w - first >= 2 && span.Last - w >= 2))
                continue;
            if (w > first)
                yield return span with { First = first, Last = w - 1 };
            first = w + 1;
        }

        if (first <= span.Last)
            yield return span with { First = first };
    }

    // "Arizona Sen. John McCain" is a place and a person.
    private static IEnumerable<TaggedSpan> SplitBeforeTitle(ArticleDraft draft, TaggedSpan span)
    {
        for (var w = span.First + 1; span.Label == "PER" && w < span.Last; w++)
        {
            if (draft.WordAt(w) is not ("Sen" or "Rep" or "Gov" or "Sens" or "Reps" or "Senator" or "Governor" or "Representative"))
                continue;
            yield return span with { Last = w - 1, Label = "LOC" };
            yield return span with { First = w };
            yield break;
        }

        yield return span;
    }

    private static TaggedSpan? Trim(ArticleDraft draft, TaggedSpan span)
    {
        var (first, last) = (span.First, span.Last);
        while (first <= last && (!IsAlphanumeric(draft, first) || (first < last && draft.IsWord(first, "the") && draft.Features[first].Starts == 1)))
            first++;
        while (last >= first && !IsAlphanumeric(draft, last) && !(draft.WordAt(last) is "." or "!" or ")" && last > first))
            last--;
        // A possessive ending is no part of a name.
        if (last - first >= 2 && draft.WordAt(last) is "s" && draft.WordAt(last - 1) is "'" or "’")
            last -= 2;
        return first <= last ? span with { First = first, Last = last } : null;
    }

    private static bool IsAlphanumeric(ArticleDraft draft, int word) => char.IsLetterOrDigit(draft.Text[draft.Words[word].Start]);

    // "President" or "The" by itself, or no capital and no digit at all, names nobody.
    private static bool IsTitleAlone(ArticleDraft draft, TaggedSpan span)
    {
        var words = draft.Cut(new WordSpan(span.First, span.Last)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => NameKey.IsTitle(w) || w.Equals("the", StringComparison.OrdinalIgnoreCase)) || !words.Any(w => w.Any(c => char.IsUpper(c) || char.IsDigit(c)));
    }

    // "U.S." keeps its last stop.
    private static TaggedSpan WithFullStop(ArticleDraft draft, TaggedSpan span)
    {
        var next = span.Last + 1;
        var isInitials = span.Last - span.First >= 2 && draft.WordAt(span.Last - 1) is "." && draft.Words[span.Last].Length == 1;
        return isInitials && next < draft.Words.Length && draft.WordAt(next) is "." && draft.Features[next].Glued == 1
            ? span with { Last = next } : span;
    }

    // "The Clinton campaign" is an organisation that bears a person's name.
    private static TaggedSpan AsCampaign(ArticleDraft draft, TaggedSpan span)
    {
        var next = span.Last + 1;
        if (span.Label != "PER" || next >= draft.Words.Length || !(draft.IsWord(next, "campaign") || draft.IsWord(next, "camp")))
            return span;
        var after = next + 1 < draft.Words.Length ? draft.WordAt(next + 1) : default;
        return after is "trail" or "event" or "events" or "rally" or "stop" or "stops" or "promise" or "promises" or "season"
            ? span : span with { Last = next, Label = "ORG" };
    }
}
