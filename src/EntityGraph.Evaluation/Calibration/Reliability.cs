namespace EntityGraph.Evaluation;

/// <summary>One statement of confidence and whether it was right.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Right">Whether it was.</param>
public readonly record struct Judged(double Confidence, bool Right);

/// <summary>A row of a reliability table.</summary>
/// <param name="From">The least confidence of the bin.</param>
/// <param name="To">Its upper end, exclusive except in the last bin.</param>
/// <param name="Count">How many attributions are in it.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double Confidence, double Right);

/// <summary>
/// How far confidences can be taken at their word: an attribution with a speaker is right if its content agrees (Dice at least
/// 0.5) with a gold content whose speaker is the same entity.
/// </summary>
public static class Reliability
{
    /// <summary>The attributions of an article that have a speaker, judged.</summary>
    public static IReadOnlyList<Judged> Judge(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var wanted = WordAttribution.Of(words, gold.Attributions!);
        var found = predicted.Attributions.Select(a => WordAttribution.Of(words, a.Source, a.Cue, a.Content)).ToList();
        var entities = new EntityAlignment([.. gold.Entities!.Where(e => e.Type is not null)], predicted).OneToOne;
        bool Right(int p) => entities.TryGetValue(predicted.Attributions[p].SpeakerId!, out var speaker)
            && Enumerable.Range(0, wanted.Count).Any(g => gold.Attributions![g].SpeakerIds?.Contains(speaker.Id) == true
                && SpanTallies.Dice(wanted[g].ContentWords, found[p].ContentWords) >= SpeakerMeasure.LeastDice);
        return [.. Enumerable.Range(0, found.Count).Where(p => predicted.Attributions[p].SpeakerId is not null)
            .Select(p => new Judged(predicted.Attributions[p].Confidence, Right(p)))];
    }

    /// <summary>Bins of equal width over 0 to 1; those without attributions are left out.</summary>
    public static IReadOnlyList<ReliabilityBin> Table(IReadOnlyCollection<Judged> judged, int bins = 10) =>
        [.. judged.GroupBy(j => Math.Clamp((int)(j.Confidence * bins), 0, bins - 1)).OrderBy(b => b.Key).Select(b => new ReliabilityBin(
            (double)b.Key / bins, (b.Key + 1.0) / bins, b.Count(), b.Average(j => j.Confidence), b.Average(j => j.Right ? 1.0 : 0.0)))];

    /// <summary>
    /// Expected calibration error (Naeini et al. 2015): the mean distance of a bin's confidence from its share right, weighted by count.
    /// </summary>
    public static double ExpectedError(IReadOnlyCollection<Judged> judged, int bins = 10) =>
        judged.Count == 0 ? 0 : Table(judged, bins).Sum(b => b.Count * Math.Abs(b.Confidence - b.Right)) / judged.Count;

    /// <summary>Brier score (1950): the mean square of the distance; 0 is best, 0.25 is a coin.</summary>
    public static double Brier(IReadOnlyCollection<Judged> judged) =>
        judged.Count == 0 ? 0 : judged.Average(j => Math.Pow(j.Confidence - (j.Right ? 1 : 0), 2));
}
