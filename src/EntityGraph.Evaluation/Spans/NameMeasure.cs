namespace EntityGraph.Evaluation;

/// <summary>Names in the text: both borders and the type agree (strict span F1).</summary>
public sealed class NameMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "names, strict";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts => [.. Enum.GetNames<EntityType>().Select(t => Part.Micro(t)), Part.Micro("all", "all three")];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Names is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        // Other names hold their words, so that a person's name inside a work's title is not asked for; they are not scored.
        var wanted = Outermost(words, gold.Names!.Select(n => (n.Span, n.Type?.ToString() ?? "Other")));
        var found = Outermost(words, predicted.Entities.SelectMany(e => e.Mentions
            .Where(m => m.Kind == MentionKind.Name).Select(m => (m.Span, e.Type.ToString()))));
        var counts = new Dictionary<string, Tally>();
        foreach (var type in Enum.GetNames<EntityType>())
        {
            counts[type] = SpanTallies.Strict(
                [.. wanted.Where(s => s.Label == type).Select(s => s.Span)], [.. found.Where(s => s.Label == type).Select(s => s.Span)]);
        }
        counts["all"] = Tally.Sum(counts.Values);
        var goldSet = wanted.ToHashSet();
        var foundSet = found.ToHashSet();
        return new Measurement(counts,
        [
            .. wanted.Where(s => s.Label != "Other" && !foundSet.Contains(s))
                .Select(s => Example.Of(Name, gold, "missed " + s.Label, words.ToText(s.Span))),
            .. found.Where(s => !goldSet.Contains(s)).Select(s => Example.Of(Name, gold, "false " + s.Label, words.ToText(s.Span))),
        ]);
    }

    private static IReadOnlyList<LabelledSpan> Outermost(WordIndex words, IEnumerable<(TextSpan Span, string Label)> names) =>
        LabelledSpan.Flat(names.Select(n => (Span: words.Of(n.Span), n.Label)).Where(n => n.Span is not null)
            .Select(n => new LabelledSpan(n.Span!.Value, n.Label))
            .OrderBy(n => n.Span.First).ThenByDescending(n => n.Span.Last));
}
