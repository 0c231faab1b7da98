namespace EntityGraph.Cli.Extracting;

/// <summary>Who mentions whom in one article.</summary>
/// <param name="SpeakerId">Who speaks.</param>
/// <param name="MentionedId">Of whom; never the speaker.</param>
/// <param name="AttributionIds">The attributions behind it, in their order.</param>
/// <param name="Confidence">How likely it is that at least one of them is right.</param>
internal sealed record MentionEdge(string SpeakerId, string MentionedId, IReadOnlyList<string> AttributionIds, double Confidence)
{
    /// <summary>The edges of attributions, in the order in which they first come up.</summary>
    public static IEnumerable<MentionEdge> Of(IEnumerable<Attribution> attributions) => attributions
        .Where(a => a.SpeakerId is not null)
        .SelectMany(a => a.MentionedIds.Distinct().Where(m => m != a.SpeakerId), (Attribution, Mentioned) => (Attribution, Mentioned))
        .GroupBy(pair => (pair.Attribution.SpeakerId, pair.Mentioned))
        .Select(pairs => new MentionEdge(
            pairs.Key.SpeakerId!,
            pairs.Key.Mentioned,
            [.. pairs.Select(pair => pair.Attribution.Id)],
            1 - pairs.Aggregate(1.0, (wrong, pair) => wrong * (1 - pair.Attribution.Confidence))));
}
