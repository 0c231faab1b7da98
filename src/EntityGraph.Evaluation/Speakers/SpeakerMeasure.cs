namespace EntityGraph.Evaluation;

/// <summary>
/// Who is credited, counted in pairs of an attribution and a speaker of it (most have one). End to end: pairs whose content is
/// found (Dice at least 0.5, one to one) and given to the same entity, against all pairs of the gold and of the prediction.
/// Where the spans were found: of the gold's pairs whose content (Dice at least 0.8) and source were found, the share given to
/// the right entity; the nearest to "with gold spans" that annotations alone can tell.
/// </summary>
public sealed class SpeakerMeasure : IMeasure
{
    /// <summary>How far contents must agree to be of one attribution.</summary>
    public const double LeastDice = 0.5;

    /// <inheritdoc/>
    public string Name => "speaker";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
    [
        Part.Micro("end to end"),
        Part.Recall("spans found", "share right where the spans were found"),
        .. Enum.GetValues<MentionKind>().Select(k => Part.Recall(k.ToString(), $"… the source being a {Names.Of(k)}")),
    ];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Attributions?.Any(a => a.SpeakerIds is not null) == true && gold.Entities is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var attributions = gold.Attributions!;
        var wanted = WordAttribution.Of(words, attributions);
        var said = PredictedAttribution.Of(predicted);
        var found = PredictedAttribution.InWords(words, said);
        var entities = new EntityAlignment([.. gold.Entities!.Where(e => e.Type is not null)], predicted).OneToOne;
        IReadOnlyList<string> Wanted(int g) => attributions[g].SpeakerIds ?? [];
        int Right((int Gold, int Predicted) match) =>
            said[match.Predicted].SpeakerIds.Count(s => entities.TryGetValue(s, out var entity) && Wanted(match.Gold).Contains(entity.Id));

        var matches = AttributionMatching.Of(wanted, found, LeastDice);
        var spans = AttributionMatching.Of(wanted, found, RelationMeasure.LeastDice, (g, p) => g.Source.Any(s => p.Source.Any(s.Overlaps)))
            .Where(m => Wanted(m.Gold).Count > 0).ToList();
        var wrong = matches.Where(m => Right(m) < Wanted(m.Gold).Count).OrderBy(m => m.Gold).Select(m =>
        {
            var given = string.Join(" and ", said[m.Predicted].SpeakerIds
                .Select(s => predicted.Entities.First(e => e.Id == s).Name).DefaultIfEmpty("nobody"));
            var speaker = string.Join(" and ", Wanted(m.Gold).Select(s => gold.Entities!.First(e => e.Id == s).Names[0]));
            return Example.Of(Name, gold, $"given to {given}, said by {speaker}", attributions[m.Gold].Content[0]);
        });
        var counts = new Dictionary<string, Tally>
        {
            ["end to end"] = Tally.Of(matches.Sum(Right), said.Sum(a => a.SpeakerIds.Count), attributions.Sum(a => a.SpeakerIds?.Count ?? 0)),
            ["spans found"] = Tally.Of(spans.Sum(Right), 0, spans.Sum(m => Wanted(m.Gold).Count)),
        };
        foreach (var kind in spans.GroupBy(m => attributions[m.Gold].SpeakerKind).Where(g => g.Key is not null))
        {
            counts[kind.Key.ToString()!] = Tally.Of(kind.Sum(Right), 0, kind.Sum(m => Wanted(m.Gold).Count));
        }
        return new Measurement(counts, [.. wrong]);
    }
}
