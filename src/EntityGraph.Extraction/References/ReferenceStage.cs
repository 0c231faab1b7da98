using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Extraction.References;

/// <summary>
/// Resolves pronouns and descriptions to the entities that they refer to, and the sources of attributions to their speakers.
/// What stands outside every content comes first, so that the speaker of a quotation is known when its own words are read.
/// </summary>
internal sealed class ReferenceStage(IAntecedentChooser chooser) : IExtractionStage
{
    private static readonly TagSequence Sequence = new(TagLayout.ReferenceLabels);

    public Layers Needs => Layers.Names | Layers.Attributions;

    public Layers Gives => Layers.References | Layers.Speakers;

    public void Run(ArticleDraft draft)
    {
        var references = Sequence.Spans(draft.Output, TagLayout.References)
            .Select(s => Reference(draft, s))
            .Where(r => !draft.Mentions.Any(m => m.Span.Contains(r.Span)))
            .ToList();
        draft.Mentions.AddRange(references);
        draft.Mentions.Sort((a, b) => a.Span.First != b.Span.First ? a.Span.First.CompareTo(b.Span.First) : b.Span.Last.CompareTo(a.Span.Last));

        var resolver = new ReferenceResolver(draft, chooser);
        var outer = draft.Attributions.Where(a => !a.IsNested).ToList();
        var inside = references.ToLookup(r => outer.FirstOrDefault(a => a.Content.Any(c => c.Contains(r.Span))));
        foreach (var reference in inside[null])
            resolver.Resolve(reference, null);
        foreach (var attribution in outer.OrderBy(a => a.Content[0].First))
        {
            SpeakerResolver.Resolve(draft, attribution);
            foreach (var reference in inside[attribution])
                resolver.Resolve(reference, attribution);
        }

        foreach (var attribution in draft.Attributions.Where(a => a.IsNested).OrderBy(a => a.Content[0].First))
            SpeakerResolver.Resolve(draft, attribution);
    }

    private static MentionDraft Reference(ArticleDraft draft, TaggedSpan span) => new()
    {
        Span = new WordSpan(span.First, span.Last),
        Kind = span.Label == "PRO" ? MentionKind.Pronoun : MentionKind.Nominal,
        Form = span.Label == "PRO" ? Pronouns.Of(draft.WordAt(span.First)) : PronounForm.None,
        Confidence = span.Probability,
    };
}
