namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    [SkippableFact]
    public async Task A_later_article_of_the_same_origin_replaces_the_earlier()
    {
        string later;
        await using (var first = await OpenEmptyAsync())
        {
            await PutAll(first, Reply().From("a.txt"));
            later = await GraphPicture.Of(first);
        }

        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation().From("a.txt"));
        var result = await store.ApplyAsync(Reply().From("a.txt").Put());
        var earlier = Accusation().Annotated().Article.Id;

        Assert.Equal(ChangeOutcome.Updated, result.Outcome);
        Assert.Equal((2L, earlier), (result.Difference!.Number, result.Difference.ReplacedArticleId));
        Assert.Equal(Reply().Annotated().Article.Id, result.Difference.Article!.Id);
        Assert.Equal([Edge(Person("Ada Byrne"), Person("Carl Dunne"))], result.Difference.RemovedEdges);
        Assert.Null(await store.ArticleAsync(earlier));
        Assert.Equal(Reply().Annotated().Article.Id, await store.ArticleAtOriginAsync("a.txt"));
        Assert.Equal(later, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task A_replacement_announces_only_what_it_changes()
    {
        await using var store = await OpenEmptyAsync();
        var before = An.Article("Ada Byrne said Carl Dunne lied. Eve Frost left.").On("2026-01-05").From("a.txt")
            .Person("Ada Byrne").Person("Carl Dunne").Person("Eve Frost").Says("Ada Byrne", "said", "Carl Dunne lied");
        var after = An.Article("Ada Byrne said Carl Dunne lied. Gus Hale left.").On("2026-01-05").From("a.txt")
            .Person("Ada Byrne").Person("Carl Dunne").Person("Gus Hale").Says("Ada Byrne", "said", "Carl Dunne lied");
        await PutAll(store, before);
        var difference = (await store.ApplyAsync(after.Put())).Difference!;

        Assert.Equal([Person("Gus Hale")], difference.Nodes.Select(n => n.Id));
        Assert.Equal([Person("Eve Frost")], difference.RemovedNodes);
        Assert.Empty(difference.Edges);
        Assert.Empty(difference.RemovedEdges);
    }

    [SkippableFact]
    public async Task An_article_held_by_several_origins_lives_until_none_holds_it()
    {
        await using var store = await OpenEmptyAsync();
        var shared = Accusation().Annotated().Article.Id;
        var results = await PutAll(store, Accusation().From("one"), Accusation().From("two"));
        Assert.Equal([ChangeOutcome.Added, ChangeOutcome.Unchanged], results.Select(r => r.Outcome));
        Assert.Equal(shared, await store.ArticleAtOriginAsync("two"));

        // The first origin moves on: the article is still held by the second, so nothing is replaced.
        var added = await store.ApplyAsync(Reply().From("one").Put());
        Assert.Equal((ChangeOutcome.Added, null), (added.Outcome, added.Difference!.ReplacedArticleId));
        Assert.Equal("two", (await store.ArticleAsync(shared))!.Article.Origin);

        // The second moves on to what the graph has already: the article that nobody holds any more goes.
        var updated = await store.ApplyAsync(Reply().From("two").Put());
        Assert.Equal((ChangeOutcome.Updated, shared), (updated.Outcome, updated.Difference!.ReplacedArticleId));
        Assert.Null(await store.ArticleAsync(shared));
        Assert.Equal(1, (await store.StatisticsAsync()).Articles);
    }

    [SkippableFact]
    public async Task A_pasted_text_holds_itself()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Accusation().From("one"), Reply().From("one"));
        Assert.NotNull(await store.ArticleAsync(Accusation().Annotated().Article.Id));
        Assert.Equal(2, (await store.StatisticsAsync()).Articles);

        // Removing takes it away all the same, whoever holds it.
        await store.ApplyAsync(new GraphChange.Remove(Reply().Annotated().Article.Id));
        Assert.Null(await store.ArticleAtOriginAsync("one"));
        await store.ApplyAsync(new GraphChange.Remove(Accusation().Annotated().Article.Id));
        Assert.Equal(0, (await store.StatisticsAsync()).Articles);
    }

    [SkippableFact]
    public async Task An_origin_that_returns_to_an_earlier_text_has_it_again()
    {
        await using var store = await OpenEmptyAsync();
        var results = await PutAll(store, Accusation().From("one"), Reply().From("one"), Accusation().From("one"));
        Assert.Equal([ChangeOutcome.Added, ChangeOutcome.Updated, ChangeOutcome.Updated], results.Select(r => r.Outcome));
        Assert.Equal(Accusation().Annotated().Article.Id, await store.ArticleAtOriginAsync("one"));
    }
}
