namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }

    [SkippableFact]
    public async Task Every_article_comes_in_the_order_of_its_first_commit_with_all_that_holds_it()
    {
        await using var store = await OpenEmptyAsync();
        Assert.Empty(await All(store.StoredArticlesAsync()));
        await PutAll(store, Reply().From("r").Of("set"), Accusation(), Interview().From("i"), Accusation().From("z"), Accusation().From("a"), Reply().From("b"));
        var all = await All(store.StoredArticlesAsync());
        Assert.Equal(
            new[] { Reply(), Accusation(), Interview() }.Select(a => a.Annotated().Article.Id), all.Select(a => a.Annotated.Article.Id));
        Assert.Equal(["b r", "a z", "i"], all.Select(a => string.Join(' ', a.Origins)));
        Assert.Equal([false, true, false], all.Select(a => a.HoldsItself));
        Assert.Equal(["set", null, null], all.Select(a => a.Annotated.Article.Collection));
        Assert.Equal(["b", "a", "i"], all.Select(a => a.Annotated.Article.Origin));
        foreach (var article in all) Assert.Equivalent(await store.ArticleAsync(article.Annotated.Article.Id), article.Annotated, strict: true);

        Assert.Equal(all.Select(a => a.Number).Order(), all.Select(a => a.Number));
        Assert.Equal(3, all.Select(a => a.Number).Distinct().Count());
        Assert.InRange(all[^1].Number, 3, (await store.StatisticsAsync()).Number);
        Assert.Equal([all[2].Annotated.Article.Id], (await All(store.StoredArticlesAsync(all[1].Number))).Select(a => a.Annotated.Article.Id));
        Assert.Empty(await All(store.StoredArticlesAsync(all[2].Number)));
    }

    [SkippableFact]
    public async Task An_article_that_comes_after_a_removed_one_has_a_number_of_its_own()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply());
        var last = (await All(store.StoredArticlesAsync()))[^1];
        await store.ApplyAsync(new GraphChange.Remove(last.Annotated.Article.Id));
        await PutAll(store, Interview());
        Assert.Equal(Interview().Annotated().Article.Id, Assert.Single(await All(store.StoredArticlesAsync(last.Number))).Annotated.Article.Id);
    }

    [SkippableFact]
    public async Task What_is_read_from_one_graph_makes_another_that_is_the_same()
    {
        await using var first = await OpenEmptyAsync();
        await PutAll(first, [.. Debate(), Interview().From("one"), Accusation(), Accusation().From("two"), Reply().From("one"), Hub(30)]);
        var before = await GraphPicture.Of(first);
        var all = await All(first.StoredArticlesAsync());

        await using var second = await OpenEmptyAsync();
        foreach (var article in all)
        {
            foreach (var put in article.Puts()) await second.ApplyAsync(put);
        }

        Assert.Equal(before, await GraphPicture.Of(second));
        Assert.Equal(all.Select(Held), (await All(second.StoredArticlesAsync())).Select(Held));
        static string Held(StoredArticle article) => $"{article.Annotated.Article.Id} {string.Join(' ', article.Origins)} {article.HoldsItself}";
    }

    [SkippableFact]
    public async Task Many_articles_nodes_and_edges_come_once_each()
    {
        await using var store = await OpenEmptyAsync();
        Assert.Empty(await All(store.AllNodesAsync()));
        Assert.Empty(await All(store.AllEdgesAsync(new MentionFilter())));
        await PutAll(store, [.. Enumerable.Range(0, 60).Select(i => Hub(40, (i * 40) + 1).On("2026-01-05")), .. Debate()]);
        Assert.Equal(64, (await All(store.StoredArticlesAsync())).Select(a => a.Annotated.Article.Id).Distinct().Count());
        var nodes = await All(store.AllNodesAsync());
        Assert.Equal(nodes.Select(n => n.Id).Distinct().Order(StringComparer.Ordinal), nodes.Select(n => n.Id));
        Assert.Equal((await store.StatisticsAsync()).Entities, nodes.Count);
        Assert.Equal(await store.EntityAsync(Person("Ada")), nodes.Single(n => n.Name == "Ada"));

        var edges = await All(store.AllEdgesAsync(new MentionFilter()));
        Assert.Equal((await store.StatisticsAsync()).Edges, edges.Count);
        Assert.Equal(edges.Count, edges.Select(e => e.Id).Distinct().Count());
        Assert.Equal(2400, (await All(store.AllEdgesAsync(new MentionFilter { SpeakerId = Person("Ada"), MinConfidence = 0.5 }))).Select(e => e.Id).Distinct().Count());
    }

    [SkippableTheory]
    [MemberData(nameof(Filters))]
    public async Task All_edges_are_those_of_the_filter(string which, MentionFilter filter, string[] expected)
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Debate());
        var rows = await store.WhoMentionedAsync(filter, new PageRequest());
        Assert.Equal(rows.Items.Select(r => r.Edge).OrderBy(e => e.Id), (await All(store.AllEdgesAsync(filter))).OrderBy(e => e.Id));
        Assert.True(expected.Length == rows.Total, which);
    }
}
