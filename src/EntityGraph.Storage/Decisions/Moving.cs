namespace EntityGraph.Storage.Decisions;

/// <summary>What a ruling moves, told before it is decided.</summary>
internal static class Moving
{
    private const int MostNames = 20;

    /// <summary>The entities whose appearances change in all articles; none for rulings that name their articles.</summary>
    public static IReadOnlyList<string> Everywhere(Ruling settled) => settled switch
    {
        Ruling.Merge merge => merge.EntityIds,
        Ruling.Retype retype => [retype.EntityId],
        _ => [],
    };

    /// <summary>Counted over what changes in every article, by the entities' own totals.</summary>
    public static DecisionPreview Of(IReadOnlyList<GraphNode> named, Ruling settled, int articles, int mentions, IEnumerable<GivenName> names)
    {
        var moving = Everywhere(settled);
        return new DecisionPreview
        {
            Entities = named,
            Articles = articles,
            Statements = named.Where(n => moving.Contains(n.Id)).Sum(n => n.Said + n.MentionedBy),
            Mentions = mentions,
            Names = Most(names),
        };
    }

    /// <summary>Counted in the articles that the ruling names.</summary>
    public static DecisionPreview Of(IReadOnlyList<GraphNode> named, Ruling settled, IReadOnlyCollection<AnnotatedArticle> articles)
    {
        var preview = new DecisionPreview { Entities = named, Articles = articles.Count };
        switch (settled)
        {
            case Ruling.Separate separate:
                var appearances = articles.SelectMany(a => a.Entities).Where(e => e.Id == separate.EntityId).ToList();
                return preview with
                {
                    Statements = articles.SelectMany(a => a.Attributions)
                        .Count(a => a.SpeakerId == separate.EntityId || a.MentionedIds.Contains(separate.EntityId)),
                    Mentions = appearances.Sum(e => e.Mentions.Count),
                    Names = Most(appearances.GroupBy(e => e.Name).Select(g => new GivenName(g.Key, g.First().Type, g.Count()))),
                };
            case Ruling.ChangeMention change:
                var article = articles.Single();
                var mentions = Correction.MeantMentions(article, change.Span);
                return preview with
                {
                    Mentions = mentions.Count,
                    Statements = article.Attributions.Count(a =>
                        a.Source.Concat(a.Content).Any(s => mentions.Any(m => s.Contains(m.Mention.Span)))),
                };
            case Ruling.ChangeSpeaker change:
                return preview with { Statements = Correction.Meant(articles.Single(), change.Content).Count };
            case Ruling.NotAStatement denied:
                return preview with { Statements = Correction.Meant(articles.Single(), denied.Content).Count };
            default:
                return preview;
        }
    }

    private static IReadOnlyList<string> Most(IEnumerable<GivenName> names) => [.. names
        .GroupBy(n => n.Name).OrderByDescending(g => g.Sum(n => n.Articles)).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Take(MostNames).Select(g => g.Key)];
}
