namespace EntityGraph.Evaluation;

/// <summary>
/// Gold and predicted clusters over one numbering of mentions, in which a predicted mention that is a gold one has its number:
/// what MUC, B³ and CEAF compare.
/// </summary>
/// <param name="Gold">The gold clusters; no mention is in two.</param>
/// <param name="Predicted">The predicted clusters; no mention is in two.</param>
public sealed record Clusters(IReadOnlyList<IReadOnlySet<int>> Gold, IReadOnlyList<IReadOnlySet<int>> Predicted)
{
    /// <summary>The clusters the other way round, which turns recall into precision.</summary>
    public Clusters Swapped => new(Predicted, Gold);

    /// <summary>
    /// The clusters of an article's persons, organisations and places that are named, with all their mentions and with those
    /// that have one mention only. A predicted mention is a gold one if it covers the same words; failing that, where the gold
    /// gives the head of its phrase, if it lies inside the phrase and covers the head. Gold mentions that refer to several
    /// entities at once, and predictions at their places, are left out.
    /// </summary>
    public static Clusters Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var plural = gold.Entities!.SelectMany(e => e.Mentions)
            .Where(m => m.Plural).Select(m => words.Of(m.Span))
            .OfType<WordSpan>().ToHashSet();
        var taken = new HashSet<WordSpan>(plural);
        var goldMentions = new List<(WordSpan Span, WordSpan? Head)>();
        var goldClusters = new List<HashSet<int>>();
        foreach (var entity in gold.Entities!.Where(e => e.Type is not null && e.Mentions.Any(m => m.Kind == MentionKind.Name)))
        {
            var cluster = new HashSet<int>();
            foreach (var mention in entity.Mentions)
            {
                if (words.Of(mention.Span) is { } span && taken.Add(span))
                {
                    cluster.Add(goldMentions.Count);
                    goldMentions.Add((span, mention.Head is { } head ? words.Of(head) : null));
                }
            }
            if (cluster.Count > 0)
            {
                goldClusters.Add(cluster);
            }
        }

        var bySpan = goldMentions.Select((m, i) => (m.Span, i)).ToDictionary(x => x.Span, x => x.i);
        var spans = predicted.Entities.SelectMany((e, i) => e.Mentions.Select(m => (Entity: i, Span: words.Of(m.Span))))
            .Where(m => m.Span is not null && !plural.Contains(m.Span.Value)).Select(m => (m.Entity, Span: m.Span!.Value))
                .DistinctBy(m => m.Span).ToList();
        var exact = spans.Select(m => m.Span).Where(bySpan.ContainsKey).ToHashSet();
        var free = goldMentions.Select((m, i) => (m.Span, m.Head, Number: i))
            .Where(m => m.Head is not null && !exact.Contains(m.Span)).ToList();
        var next = goldMentions.Count;
        var clusters = predicted.Entities.Select(_ => new HashSet<int>()).ToList();
        foreach (var (entity, span) in spans)
        {
            if (!bySpan.TryGetValue(span, out var number))
            {
                var at = free.FindIndex(m => m.Span.Contains(span) && span.Contains(m.Head!.Value));
                number = at >= 0 ? free[at].Number : next++;
                if (at >= 0)
                {
                    free.RemoveAt(at);
                }
            }
            clusters[entity].Add(number);
        }
        return new Clusters([.. goldClusters], [.. clusters.Where(c => c.Count > 0)]);
    }
}
