namespace EntityGraph.Ingestion;

/// <summary>Ties the statements of an article to those of a near-duplicate: one speaker, nearly the same words.</summary>
internal static class SharedWording
{
    // Twice the words in common over all words of both (Dice 1945), or the one cut out of the other and at least half as long: where
    // a content ends is a matter of judgement. Short contents must be equal: "no" is not "not now".
    private const double LeastAgreement = 0.75;
    private const int FewWords = 4;
    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "isnt", "arent", "wasnt", "werent", "dont", "doesnt",
        "didnt", "hasnt", "havent", "hadnt", "wont", "wouldnt", "cant", "couldnt", "shouldnt", "mustnt",
    };

    /// <summary>The article with the wording of <paramref name="earlier"/> where a statement is in both.</summary>
    public static AnnotatedArticle Of(AnnotatedArticle annotated, AnnotatedArticle earlier)
    {
        var theirs = earlier.Attributions.Select(a => (a.SpeakerId, a.MentionedIds, Wording: ContentId.WordingIn(earlier.Article.Text, a)))
            .DistinctBy(a => ContentId.OfStatement(a.SpeakerId, a.Wording)).Select(a => (a.SpeakerId, a.MentionedIds, a.Wording, Words: Words(a.Wording))).ToList();
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        var pairs = annotated.Attributions
            .Where(a => a.Wording is null)
            .SelectMany(a => theirs.Select((t, i) => (Own: a, Index: i, Agreement: a.SpeakerId == t.SpeakerId && AreNested(a.MentionedIds, t.MentionedIds) ? Agreement(Words(ContentId.WordingIn(annotated.Article.Text, a)), t.Words) : 0)))
            .Where(p => p.Agreement >= LeastAgreement)
            .OrderByDescending(p => p.Agreement).ThenBy(p => p.Own.Content[0].Start).ThenBy(p => p.Index);
        // One to one, so that two statements of an article never become one.
        foreach (var pair in pairs)
        {
            if (!shared.ContainsKey(pair.Own.Id) && taken.Add(pair.Index))
                shared.Add(pair.Own.Id, theirs[pair.Index].Wording);
        }

        return annotated with
        {
            Attributions = [.. annotated.Attributions.Select(a => shared.TryGetValue(a.Id, out var wording)
                && ContentId.OfStatement(a.SpeakerId, wording) != ContentId.OfStatementIn(annotated.Article.Text, a) ? a with { Wording = wording } : a)],
        };
    }

    /// <summary>Whether the one mentions nobody that the other does not, or the other way about.</summary>
    private static bool AreNested(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.All(other.Contains) || other.All(one.Contains);

    private static double Agreement(List<string> one, List<string> other)
    {
        if (Math.Min(one.Count, other.Count) < FewWords)
            return one.SequenceEqual(other) ? 1 : 0;
        // "17 were hurt" and "18 were hurt" have most words in common, and so have a claim and its denial.
        if (!SameOf(one, other, Negations.Contains))
            return 0;
        var rest = other.ToList();
        var dice = 2.0 * one.Count(rest.Remove) / (one.Count + other.Count);
        if (IsCutOut(one, other) || IsCutOut(other, one))
            return Math.Max(dice, LeastAgreement);
        return SameOf(one, other, word => word.Any(char.IsDigit)) ? dice : 0;
    }

    private static bool SameOf(List<string> one, List<string> other, Func<string, bool> kind) =>
        one.Where(kind).Order(StringComparer.Ordinal).SequenceEqual(other.Where(kind).Order(StringComparer.Ordinal));

    private static bool IsCutOut(List<string> part, List<string> whole) => 2 * part.Count >= whole.Count
        && Enumerable.Range(0, Math.Max(0, whole.Count - part.Count + 1)).Any(at => part.SequenceEqual(whole.Skip(at).Take(part.Count)));

    private static List<string> Words(string text) => [.. new string([.. text.Where(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c))])
        .ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
