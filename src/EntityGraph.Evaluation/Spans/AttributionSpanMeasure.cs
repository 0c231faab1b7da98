namespace EntityGraph.Evaluation;

/// <summary>How attribution spans are compared.</summary>
public enum SpanComparison
{
    /// <summary>Both borders agree.</summary>
    Strict,

    /// <summary>A word is shared.</summary>
    Overlap,

    /// <summary>Word by word.</summary>
    Token,
}

/// <summary>Sources, cues and contents as spans, on one of the two layers, compared in one way.</summary>
public sealed class AttributionSpanMeasure(SpanComparison comparison, bool nested) : IMeasure
{
    /// <inheritdoc/>
    public string Name { get; } =
        (nested ? "nested attribution, " : "attribution, ")
        + comparison switch { SpanComparison.Strict => "strict", SpanComparison.Overlap => "by overlap", _ => "by token" };

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts => [.. AttributionLayers.Roles.Select(r => Part.Micro(r))];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Attributions is not null && (gold.MarksNested || !nested);

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var wanted = Layer(WordAttribution.Of(words, gold.Attributions!));
        var found = Layer(PredictedAttribution.InWords(words, PredictedAttribution.Of(predicted)));
        var counts = new Dictionary<string, Tally>();
        var examples = new List<Example>();
        foreach (var role in AttributionLayers.Roles)
        {
            List<WordSpan> g = [.. wanted.Where(s => s.Label == role).Select(s => s.Span)];
            List<WordSpan> p = [.. found.Where(s => s.Label == role).Select(s => s.Span)];
            counts[role] = comparison switch
            {
                SpanComparison.Strict => SpanTallies.Strict(g, p),
                SpanComparison.Overlap => SpanTallies.Overlap(g, p),
                _ => SpanTallies.Token(g, p),
            };
            if (comparison != SpanComparison.Overlap)
            {
                continue;
            }
            examples.AddRange(g.Where(s => !p.Any(s.Overlaps)).Select(s => Example.Of(Name, gold, "missed " + role, words.ToText(s))));
            examples.AddRange(p.Where(s => !g.Any(s.Overlaps)).Select(s => Example.Of(Name, gold, "false " + role, words.ToText(s))));
        }
        return new Measurement(counts, examples);
    }

    private IReadOnlyList<LabelledSpan> Layer(IReadOnlyList<WordAttribution> attributions)
    {
        var layers = new AttributionLayers(attributions);
        return nested ? layers.Nested : layers.Outer;
    }
}
