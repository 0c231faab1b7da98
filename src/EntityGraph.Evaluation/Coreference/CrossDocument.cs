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

    /// <summary>B³ of items from many articles.</summary>
    public static Tally BCubed(IReadOnlyList<Item> items) => ClusterTallies.BCubed(new Clusters(
        Group(items, i => i.Identity), Group(items, i => i.GraphId)));

    private static IReadOnlyList<IReadOnlySet<int>> Group(IReadOnlyList<Item> items, Func<Item, string?> by) =>
        [.. Enumerable.Range(0, items.Count).Where(i => by(items[i]) is not null).GroupBy(i => by(items[i])).Select(g => g.ToHashSet())];
}
