using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Extraction.Attributions;

/// <summary>
/// Ties contents to their sources and cues by the tagger's link vectors: the outer attributions, then those inside their
/// contents. Pieces of one source and cue are one attribution; a quotation that runs on without a source inherits it.
/// </summary>
internal sealed class AttributionStage : IExtractionStage
{
    private static readonly TagSequence Sequence = new(TagLayout.AttributionLabels);

    public Layers Needs => Layers.Tags | Layers.Sentences;

    public Layers Gives => Layers.Attributions;

    public void Run(ArticleDraft draft)
    {
        var outer = Tie(draft, TagLayout.Attribution, nested: false);
        var inner = Tie(draft, TagLayout.NestedAttribution, nested: true);
        foreach (var attribution in inner)
            attribution.Outer = outer.FirstOrDefault(o => o.Content.Any(c => c.Contains(attribution.Content[0])));
        draft.Attributions.AddRange(outer);
        draft.Attributions.AddRange(inner);
    }

    private static List<AttributionDraft> Tie(ArticleDraft draft, int offset, bool nested)
    {
        var spans = Sequence.Spans(draft.Output, offset);
        var (sources, cues) = (Of("SRC"), Of("CUE"));
        var made = new List<AttributionDraft>();
        AttributionDraft? previous = null;
        foreach (var content in spans.Where(s => s.Label == "CON"))
        {
            var span = new WordSpan(content.First, content.Last);
            var (source, sourceLink) = Best(draft, span, sources, draft.Output.SourceLink);
            var (cue, cueLink) = Best(draft, span, cues, draft.Output.CueLink);
            var attribution = (source, cue) == (null, null)
                ? RunsOn(draft, previous, span) ? previous! : null
                : made.FirstOrDefault(a => a.Source == source && a.Cue == cue);
            if (attribution is null)
            {
                attribution = new AttributionDraft
                {
                    Source = source,
                    Cue = cue,
                    IsNested = nested,
                    SourceLink = sourceLink,
                    CueLink = cueLink,
                    ContentProbability = content.Probability,
                };
                made.Add(attribution);
            }

            attribution.Content.Add(span);
            if (attribution.Source is not null || attribution.Cue is not null)
                previous = attribution;
        }

        return made;

        List<WordSpan> Of(string label) => [.. spans.Where(s => s.Label == label).Select(s => new WordSpan(s.First, s.Last))];
    }

    private static (WordSpan? Span, float Score) Best(
        ArticleDraft draft, WordSpan content, List<WordSpan> candidates, Func<(int First, int Last), (int First, int Last), float> link)
    {
        var (best, bestScore) = ((WordSpan?)null, 0f);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(draft.ParagraphOf[candidate.First] - draft.ParagraphOf[content.First]) > 1
                || Math.Abs(draft.SentenceOf[candidate.First] - draft.SentenceOf[content.First]) > 3)
                continue;
            var score = link(content, candidate);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }

        return (best, bestScore);
    }

    // A quotation in the next paragraph, or a further piece in the same, with nobody named for it.
    private static bool RunsOn(ArticleDraft draft, AttributionDraft? previous, WordSpan content)
    {
        if (previous is null)
            return false;
        var paragraphs = draft.ParagraphOf[content.First] - draft.ParagraphOf[previous.Content[^1].Last];
        return paragraphs <= (draft.WordAt(content.First) is "\"" or "“" or "‘" or "'" ? 1 : 0);
    }
}
