namespace EntityGraph.Evaluation;

/// <summary>
/// Who is credited. End to end: gold attributions with a named speaker whose content is found (Dice at least 0.5, one to one)
/// and given to the same entity, against all that have a speaker in the gold and in the prediction. With the spans found: of
/// the gold attributions with a named speaker whose content (Dice at least 0.8) and source were found, the share given to the
/// right entity; the nearest to "with gold spans" that annotations alone can tell.
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
        var found = WordAttribution.Of(words, predicted.Attributions);
        var entities = new EntityAlignment([.. gold.Entities!.Where(e => e.Type is not null)], predicted).OneToOne;
        bool Named(int g) => attributions[g].SpeakerIds is { Count: > 0 };
        bool Right(int g, int p) => predicted.Attributions[p].SpeakerId is { } speaker && entities.TryGetValue(speaker, out var entity)
            && attributions[g].SpeakerIds?.Contains(entity.Id) == true;

        var matches = AttributionMatching.Of(wanted, found, LeastDice);
        var spans = AttributionMatching.Of(wanted, found, RelationMeasure.LeastDice, (g, p) => g.Source.Any(s => p.Source.Any(s.Overlaps)))
            .Where(m => Named(m.Gold)).ToList();
        var right = matches.Count(m => Right(m.Gold, m.Predicted));
        var wrong = matches.Where(m => Named(m.Gold) && !Right(m.Gold, m.Predicted)).OrderBy(m => m.Gold).Select(m =>
        {
            var given = predicted.Attributions[m.Predicted].SpeakerId is { } id ? predicted.Entities.First(e => e.Id == id).Name : "nobody";
            var speaker = string.Join(" and ", attributions[m.Gold].SpeakerIds!.Select(s => gold.Entities!.First(e => e.Id == s).Names[0]));
            return Example.Of(Name, gold, $"given to {given}, said by {speaker}", attributions[m.Gold].Content[0]);
        });
        var counts = new Dictionary<string, Tally>
        {
            ["end to end"] = Tally.Of(
                right,
                predicted.Attributions.Count(a => a.SpeakerId is not null),
                attributions.Count(a => a.SpeakerIds is { Count: > 0 })),
            ["spans found"] = Tally.Of(spans.Count(m => Right(m.Gold, m.Predicted)), spans.Count, spans.Count),
        };
        foreach (var kind in spans.GroupBy(m => attributions[m.Gold].SpeakerKind).Where(g => g.Key is not null))
        {
            counts[kind.Key.ToString()!] = Tally.Of(kind.Count(m => Right(m.Gold, m.Predicted)), 0, kind.Count());
        }
        return new Measurement(counts, [.. wrong]);
    }
}
