namespace EntityGraph.Evaluation;

/// <summary>
/// Mentions tied to the right entity: the same words, and an entity that is aligned with the gold's by name. What the measures
/// of coreference say of chains, said of single mentions, by the way in which they refer.
/// </summary>
public sealed class ReferenceMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "mentions with their entity";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
    [
        .. Enum.GetValues<MentionKind>().Select(k => Part.Micro(k.ToString(), Names.Of(k))),
        .. Enum.GetValues<MentionKind>().Select(k => Part.Recall("found " + k, $"share right of those found, {Names.Of(k)}")),
    ];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Entities?.Any(e => e.Mentions.Count > 0) == true;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var named = gold.Entities!.Where(e => e.Type is not null && e.Names.Count > 0).ToList();
        var entities = new EntityAlignment(named, predicted).OneToOne;
        var wanted = new Dictionary<WordSpan, (GoldEntity Entity, MentionKind Kind)>();
        foreach (var (entity, mention) in named.SelectMany(e => e.Mentions.Where(m => !m.Plural).Select(m => (e, m))))
        {
            if (words.Of(mention.Span) is { } span)
            {
                wanted.TryAdd(span, (entity, mention.Kind));
            }
        }
        var plural = gold.Entities!.SelectMany(e => e.Mentions)
            .Where(m => m.Plural).Select(m => words.Of(m.Span))
            .OfType<WordSpan>().ToHashSet();
        var found = predicted.Entities.SelectMany(e => e.Mentions.Select(m => (Entity: e, m.Kind, Span: words.Of(m.Span), Text: m.Span)))
            .Where(m => m.Span is not null && !plural.Contains(m.Span.Value)).DistinctBy(m => m.Span).ToList();

        var counts = new Dictionary<string, Tally>();
        var examples = new List<Example>();
        void Count(string key, Tally tally) => counts[key] = counts.GetValueOrDefault(key) + tally;
        foreach (var (_, kind) in wanted.Values)
        {
            Count(kind.ToString(), Tally.Of(0, 0, 1));
        }
        foreach (var (entity, kind, span, text) in found)
        {
            if (!wanted.TryGetValue(span!.Value, out var at))
            {
                Count(kind.ToString(), Tally.Of(0, 1, 0));
                continue;
            }
            var right = entities.TryGetValue(entity.Id, out var given) && given.Id == at.Entity.Id;
            Count(at.Kind.ToString(), Tally.Of(right ? 1 : 0, 1, 0));
            Count("found " + at.Kind, Tally.Of(right ? 1 : 0, 0, 1));
            if (!right)
            {
                var whom = given is null ? $"{entity.Name} (no gold entity, or a part of one)" : entity.Name;
                examples.Add(Example.Of(Name, gold, $"taken for {whom}, is {at.Entity.Names[0]}", text));
            }
        }
        return new Measurement(counts, examples);
    }
}
