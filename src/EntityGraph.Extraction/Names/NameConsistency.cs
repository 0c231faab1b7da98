namespace EntityGraph.Extraction.Names;

/// <summary>
/// One name, one type: what most of an article's mentions of a name are tagged, all of them are; and a name found once is looked
/// for in the rest of the article, where the tagger may have passed it over.
/// </summary>
internal static class NameConsistency
{
    private const string Other = "MISC";

    public static List<FoundName> Settle(ArticleDraft draft, List<FoundName> names)
    {
        var types = names
            .GroupBy(n => n.KeyText)
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(n => n.Label).OrderByDescending(t => t.Sum(n => n.Probability)).First().Key);
        var settled = names
            .Select(n => types[n.KeyText] == n.Label ? n : FoundName.From(draft, n.Span, types[n.KeyText], n.Probability))
            .ToList();
        var more = PassedOver(draft, settled);
        settled.RemoveAll(n => more.Any(m => m.Span.Contains(n.Span)));
        return [.. settled.Concat(more).Where(n => n.Label != Other).OrderBy(n => n.Span.First)];
    }

    private static List<FoundName> PassedOver(ArticleDraft draft, List<FoundName> names)
    {
        // How long the name is that a word belongs to; a longer one may swallow it ("States", where elsewhere it is "United States").
        var taken = new int[draft.Words.Length];
        foreach (var name in names)
            Array.Fill(taken, name.Span.Length, name.Span.First, name.Span.Length);
        var found = new List<FoundName>();
        // The longest first, so that a full name is not taken for a surname. Exact words only, capitals included.
        foreach (var name in names.Where(n => n.Label != Other && IsDistinctive(n.Text)).DistinctBy(n => n.Text).OrderByDescending(n => n.Span.Length))
        {
            var first = draft.WordAt(name.Span.First);
            for (var w = 0; w + name.Span.Length <= draft.Words.Length; w++)
            {
                if (!draft.WordAt(w).SequenceEqual(first) || !IsSame(draft, name.Span, w, taken))
                    continue;
                var span = new WordSpan(w, w + name.Span.Length - 1);
                found.Add(name with { Span = span });
                Array.Fill(taken, span.Length, span.First, span.Length);
            }
        }

        return found;
    }

    // A single short or lower-case word may be anything elsewhere.
    private static bool IsDistinctive(string name) => name.Length >= 4 && char.IsUpper(name[0]) && name.Any(char.IsLower);

    private static bool IsSame(ArticleDraft draft, WordSpan name, int at, int[] taken)
    {
        for (var k = 0; k < name.Length; k++)
        {
            if (taken[at + k] >= name.Length || !draft.WordAt(at + k).SequenceEqual(draft.WordAt(name.First + k)))
                return false;
        }

        // One word at the beginning of a sentence has its capital from there; and a name's part is not the name.
        if (name.Length == 1 && draft.Features[at].Starts == 1)
            return false;
        return !IsCapitalised(draft, at - 1, at) && !IsCapitalised(draft, at + name.Length, at + name.Length);
    }

    private static bool IsCapitalised(ArticleDraft draft, int word, int border)
    {
        if (word < 0 || word >= draft.Words.Length || (border < draft.Words.Length && draft.Features[border].Starts == 1))
            return false;
        return char.IsUpper(draft.Text[draft.Words[word].Start]) && draft.SentenceOf[word] == draft.SentenceOf[Math.Min(border, draft.Words.Length - 1)];
    }
}
