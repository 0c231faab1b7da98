namespace EntityGraph.Evaluation;

/// <summary>A run of words with what it is ("Person", "cue").</summary>
public readonly record struct LabelledSpan(WordSpan Span, string Label)
{
    /// <summary>
    /// Spans of which no two share a word, as one layer of word labels can hold them: in the given order, each that is still
    /// free.
    /// </summary>
    public static IReadOnlyList<LabelledSpan> Flat(IEnumerable<LabelledSpan> inOrder)
    {
        var taken = new HashSet<int>();
        var flat = new List<LabelledSpan>();
        foreach (var span in inOrder)
        {
            if (!span.Span.Words().Any(taken.Contains))
            {
                taken.UnionWith(span.Span.Words());
                flat.Add(span);
            }
        }
        return flat;
    }
}

/// <summary>The three ways in which two sets of spans are compared. They are reported apart and never mixed.</summary>
public static class SpanTallies
{
    /// <summary>Both borders agree to the word (Tjong Kim Sang and De Meulder 2003).</summary>
    public static Tally Strict(IReadOnlyCollection<WordSpan> gold, IReadOnlyCollection<WordSpan> predicted)
    {
        var wanted = gold.ToHashSet();
        return Tally.Of(predicted.Distinct().Count(wanted.Contains), predicted.Distinct().Count(), wanted.Count);
    }

    /// <summary>A span is right where it shares a word with one of the other side; precision and recall are counted each on its own.</summary>
    public static Tally Overlap(IReadOnlyCollection<WordSpan> gold, IReadOnlyCollection<WordSpan> predicted) => new(
        predicted.Distinct().Count(p => gold.Any(p.Overlaps)),
        predicted.Distinct().Count(),
        gold.Distinct().Count(g => predicted.Any(g.Overlaps)),
        gold.Distinct().Count());

    /// <summary>Word by word.</summary>
    public static Tally Token(IEnumerable<WordSpan> gold, IEnumerable<WordSpan> predicted)
    {
        var wanted = gold.SelectMany(s => s.Words()).ToHashSet();
        var found = predicted.SelectMany(s => s.Words()).ToHashSet();
        return Tally.Of(found.Count(wanted.Contains), found.Count, wanted.Count);
    }

    /// <summary>Twice the shared words over all words of the two, 0 to 1; 0 where both are empty.</summary>
    public static double Dice(IReadOnlySet<int> left, IReadOnlySet<int> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
}
