using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Extraction.Names;

/// <summary>
/// Finds names, settles one type for each over the whole article, finds further places of the same names, and gathers short
/// and full forms into entities.
/// </summary>
internal sealed class NameStage : IExtractionStage
{
    private static readonly TagSequence Sequence = new(TagLayout.NameLabels);

    public Layers Needs => Layers.Tags | Layers.Sentences;

    public Layers Gives => Layers.Names;

    public void Run(ArticleDraft draft)
    {
        var names = NameBorders.Mend(draft, Sequence.Spans(draft.Output, TagLayout.Names))
            .Select(s => FoundName.From(draft, new WordSpan(s.First, s.Last), s.Label, s.Probability))
            .Where(n => n.Key.Length > 0)
            .ToList();
        names = NameConsistency.Settle(draft, names);
        NameClusters.Gather(draft, names);
        foreach (var entity in draft.Entities)
            draft.Mentions.AddRange(entity.Mentions);
        draft.Mentions.Sort((a, b) => a.Span.First.CompareTo(b.Span.First));
    }
}

/// <summary>A name where it stands, with how likely the tagger thinks each type.</summary>
internal sealed record FoundName(WordSpan Span, string Label, string[] Key, string Text, float Probability)
{
    /// <summary>What the article calls a name of this key throughout, once settled.</summary>
    public string KeyText { get; } = string.Join(' ', Key);

    public bool IsPerson => Label == "PER";

    public EntityType Type => Label switch
    {
        "PER" => EntityType.Person,
        "ORG" => EntityType.Organisation,
        _ => EntityType.Place,
    };

    public static FoundName From(ArticleDraft draft, WordSpan span, string label, float probability)
    {
        var text = draft.Cut(span);
        return new FoundName(span, label, NameKey.Of(text, label == "PER"), text, probability);
    }
}
