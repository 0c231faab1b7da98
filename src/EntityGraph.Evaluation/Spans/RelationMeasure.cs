namespace EntityGraph.Evaluation;

/// <summary>
/// Attributions as relations of three: the cues share a word, the sources share a word, and the contents' words agree with a
/// Dice coefficient of at least 0.8. Where one side has no source (or no cue), the other must have none. Nested ones count
/// like any other; matches are one to one, the greatest agreement first.
/// </summary>
public sealed class RelationMeasure : IMeasure
{
    /// <summary>How far the contents must agree.</summary>
    public const double LeastDice = 0.8;

    /// <inheritdoc/>
    public string Name => "attribution as a relation";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts => [Part.Micro("relation", "source, cue and content"), Part.Micro("without cue", "source and content")];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Attributions is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var wanted = WordAttribution.Of(words, gold.Attributions!);
        var attributions = PredictedAttribution.Of(predicted);
        var found = PredictedAttribution.InWords(words, attributions);
        List<int> scored = [.. Enumerable.Range(0, found.Count).Where(i => gold.MarksNested || !AttributionLayers.IsNested(found, i))];
        found = [.. scored.Select(i => found[i])];
        var whole = AttributionMatching.Of(wanted, found, LeastDice, (g, p) => Agree(g.Source, p.Source) && Agree(g.Cue, p.Cue));
        var loose = AttributionMatching.Of(wanted, found, LeastDice, (g, p) => Agree(g.Source, p.Source));
        var matched = whole.Select(m => m.Gold).ToHashSet();
        var right = whole.Select(m => scored[m.Predicted]).ToHashSet();
        return new Measurement(
            new Dictionary<string, Tally>
            {
                ["relation"] = Tally.Of(whole.Count, found.Count, wanted.Count),
                ["without cue"] = Tally.Of(loose.Count, found.Count, wanted.Count),
            },
            [
                .. gold.Attributions!.Where((a, i) => a.Content.Count > 0 && !matched.Contains(i))
                    .Select(a => Example.Of(Name, gold, "missed attribution", a.Content[0])),
                .. scored.Where(i => !right.Contains(i))
                    .Select(i => Example.Of(Name, gold, "false attribution", attributions[i].First.Content[0])),
            ]);
    }

    private static bool Agree(IReadOnlyList<WordSpan> left, IReadOnlyList<WordSpan> right) =>
        (left.Count == 0 && right.Count == 0) || left.Any(l => right.Any(l.Overlaps));
}

/// <summary>Which predicted attribution is which gold one.</summary>
public static class AttributionMatching
{
    /// <summary>
    /// One-to-one pairs (by their places in the lists) whose contents agree at least so far and for which the condition holds;
    /// greatest agreement first, then in the order of the lists.
    /// </summary>
    public static IReadOnlyList<(int Gold, int Predicted)> Of(
        IReadOnlyList<WordAttribution> gold,
        IReadOnlyList<WordAttribution> predicted,
        double leastDice,
        Func<WordAttribution, WordAttribution, bool>? condition = null)
    {
        var pairs = new List<(double Dice, int Gold, int Predicted)>();
        for (var g = 0; g < gold.Count; g++)
        {
            for (var p = 0; p < predicted.Count; p++)
            {
                var dice = SpanTallies.Dice(gold[g].ContentWords, predicted[p].ContentWords);
                if (dice >= leastDice && condition?.Invoke(gold[g], predicted[p]) != false)
                {
                    pairs.Add((dice, g, p));
                }
            }
        }
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        var matches = new List<(int, int)>();
        foreach (var (_, g, p) in pairs.OrderByDescending(x => x.Dice).ThenBy(x => x.Gold).ThenBy(x => x.Predicted))
        {
            if (!usedGold.Contains(g) && usedPredicted.Add(p))
            {
                usedGold.Add(g);
                matches.Add((g, p));
            }
        }
        return matches;
    }
}
