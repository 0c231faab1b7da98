namespace EntityGraph.Evaluation;

/// <summary>
/// B³ over entities across articles. The items are the gold entities that have an identity beyond their article; an item's
/// predicted cluster is the id that the graph gives to the predicted entity that is aligned with it. An item without one is
/// not found: it shares nothing.
/// </summary>
public static class CrossDocument
{
    /// <summary>An item with its gold and its predicted cluster.</summary>
    /// <param name="Identity">What it is.</param>
    /// <param name="GraphId">The id in the graph, or null where it was not found.</param>
    public readonly record struct Item(string Identity, string? GraphId);

    /// <summary>The items of one article.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="predicted">The article as annotated, ids local to it.</param>
    /// <param name="resolve">Gives the ids of the graph.</param>
    public static IReadOnlyList<Item> Items(GoldArticle gold, AnnotatedArticle predicted, Func<AnnotatedArticle, AnnotatedArticle> resolve)
    {
        var entities = gold.Entities!.Where(e => e.Type is not null && e.Names.Count > 0).ToList();
        var found = new EntityAlignment(entities, resolve(predicted)).OneToOne.ToDictionary(a => a.Value.Id, a => a.Key);
        return [.. entities.Where(e => e.Identity is not null).Select(e => new Item(e.Identity!, found.GetValueOrDefault(e.Id)))];
    }

    /// <summary>
    /// B³ of the items of many articles: each article's share of the sums, clusters being those of all articles together.
    /// </summary>
    public static IReadOnlyList<Tally> BCubed(IReadOnlyList<IReadOnlyList<Item>> articles)
    {
        var all = articles.SelectMany(a => a).ToList();
        var gold = all.CountBy(i => i.Identity).ToDictionary();
        var predicted = all.Where(i => i.GraphId is not null).CountBy(i => i.GraphId!).ToDictionary();
        var both = all.CountBy(i => i).ToDictionary();
        return [.. articles.Select(article =>
        {
            var found = article.Where(i => i.GraphId is not null).ToList();
            return new Tally(
                found.Sum(i => (double)both[i] / predicted[i.GraphId!]), found.Count,
                found.Sum(i => (double)both[i] / gold[i.Identity]), article.Count);
        })];
    }
}
