namespace EntityGraph.Evaluation;

/// <summary>
/// A predicted attribution with all its speakers. What an article attributes to several at once stands in the annotations once
/// for each, with the same spans; for spans and relations it is one.
/// </summary>
/// <param name="First">The first of them.</param>
/// <param name="SpeakerIds">The entities that speak, each once; none where it is nobody named.</param>
public sealed record PredictedAttribution(Attribution First, IReadOnlyList<string> SpeakerIds)
{
    /// <summary>An article's attributions, those with the same spans as one.</summary>
    public static IReadOnlyList<PredictedAttribution> Of(AnnotatedArticle article) =>
        [.. article.Attributions.GroupBy(a => (Key(a.Source), Key(a.Cue), Key(a.Content))).Select(same => new PredictedAttribution(
            same.First(), [.. same.Select(a => a.SpeakerId).OfType<string>().Distinct()]))];

    /// <summary>Their spans in words.</summary>
    public static IReadOnlyList<WordAttribution> InWords(WordIndex words, IReadOnlyList<PredictedAttribution> predicted) =>
        [.. predicted.Select(a => WordAttribution.Of(words, a.First.Source, a.First.Cue, a.First.Content))];

    private static string Key(IReadOnlyList<TextSpan> spans) => string.Join(' ', spans);
}
