namespace EntityGraph.Evaluation;

/// <summary>An attribution in words; a part that is left out is empty.</summary>
public sealed record WordAttribution(IReadOnlyList<WordSpan> Source, IReadOnlyList<WordSpan> Cue, IReadOnlyList<WordSpan> Content)
{
    /// <summary>The words of the content.</summary>
    public IReadOnlySet<int> ContentWords { get; } = Content.SelectMany(s => s.Words()).ToHashSet();

    /// <summary>From spans of the text.</summary>
    public static WordAttribution Of(
        WordIndex words, IReadOnlyList<TextSpan> source, IReadOnlyList<TextSpan> cue, IReadOnlyList<TextSpan> content) =>
        new([.. words.Of(source)], [.. words.Of(cue)], [.. words.Of(content)]);

    /// <summary>The gold's attributions in words.</summary>
    public static IReadOnlyList<WordAttribution> Of(WordIndex words, IReadOnlyList<GoldAttribution> gold) =>
        [.. gold.Select(a => Of(words, a.Source, a.Cue, a.Content))];
}

/// <summary>
/// An article's attribution spans in two layers. An attribution of which any span lies wholly inside another's content is
/// nested. In each layer no two spans share a word: in the order of the text, the shorter first, each that is still free.
/// </summary>
public sealed class AttributionLayers
{
    /// <summary>What the spans are called.</summary>
    public static readonly IReadOnlyList<string> Roles = ["source", "cue", "content"];

    /// <summary>Lays out attributions.</summary>
    public AttributionLayers(IReadOnlyList<WordAttribution> attributions)
    {
        var nested = Enumerable.Range(0, attributions.Count).ToLookup(i => IsNested(attributions, i));
        Outer = Layer(nested[false].Select(i => attributions[i]));
        Nested = Layer(nested[true].Select(i => attributions[i]));
    }

    /// <summary>The spans of the outermost attributions.</summary>
    public IReadOnlyList<LabelledSpan> Outer { get; }

    /// <summary>The spans of attributions inside another's content.</summary>
    public IReadOnlyList<LabelledSpan> Nested { get; }

    /// <summary>Whether any span of an attribution lies wholly inside the content of another.</summary>
    public static bool IsNested(IReadOnlyList<WordAttribution> all, int index)
    {
        var mine = all[index];
        return mine.Source.Concat(mine.Cue).Concat(mine.Content).Any(s =>
            all.Where((_, i) => i != index).Any(other => other.Content.Any(c => c.Contains(s))));
    }

    private static IReadOnlyList<LabelledSpan> Layer(IEnumerable<WordAttribution> attributions) => LabelledSpan.Flat(attributions
        .SelectMany(a => a.Source.Select(s => new LabelledSpan(s, "source"))
            .Concat(a.Cue.Select(s => new LabelledSpan(s, "cue")))
            .Concat(a.Content.Select(s => new LabelledSpan(s, "content"))))
        .OrderBy(s => s.Span.First).ThenBy(s => s.Span.Last).ThenBy(s => s.Label, StringComparer.Ordinal));
}
