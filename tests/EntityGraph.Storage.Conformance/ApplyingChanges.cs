namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder Accusation() => An.Article("Ada Byrne said that Carl Dunne had lied. Carl Dunne denied it.")
        .In("The Courier").On("2026-01-05").Person("Ada Byrne").Person("Carl Dunne")
        .Says("Ada Byrne", "said", "that Carl Dunne had lied");

    private static ArticleBuilder Reply() => An.Article("Carl Dunne called Ada Byrne a fraud. He spoke in Harwick.")
        .In("The Gazette").On("2026-02-01").Person("Carl Dunne", "He").Person("Ada Byrne").Place("Harwick")
        .Says("Carl Dunne", "called", "Ada Byrne a fraud", 0.6);

    [SkippableFact]
    public async Task An_empty_graph_has_nothing_and_answers_everything()
    {
        await using var store = await OpenEmptyAsync();
        var snapshot = await store.SnapshotAsync(new SnapshotQuery());
        Assert.Equal((0, 0, 0, 0, 0L), (snapshot.Nodes.Count, snapshot.Edges.Count, snapshot.TotalNodes, snapshot.TotalEdges, snapshot.Number));
        Assert.Equal(new GraphStatistics(0, 0, 0, 0, 0, 0), await store.StatisticsAsync());
        Assert.Empty(await store.ChangesAfterAsync(0, 10));
        Assert.Empty(await store.OutletsAsync());
        Assert.Empty(await store.SearchAsync("anyone", 10));
        Assert.Equal(0, (await store.WhoMentionedAsync(new MentionFilter(), new PageRequest())).Total);
        Assert.Equal(0, (await store.EvidenceAsync(new MentionFilter(), new PageRequest())).Total);
        Assert.Equal(0, (await store.ArticlesAsync(new ArticleQuery())).Total);
    }

    [SkippableFact]
    public async Task Unknown_ids_are_answered_with_nothing()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation());
        Assert.Null(await store.EntityAsync("nobody"));
        Assert.Null(await store.ArticleAsync("nothing"));
        Assert.Null(await store.ArticleAtOriginAsync("nowhere"));
        Assert.Null(await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = "nobody" }));
        Assert.Empty((await store.SnapshotAsync(new SnapshotQuery { FocusId = "nobody" })).Nodes);
        Assert.Empty(await store.EdgesBetweenAsync(["nobody", "nothing"], GraphEdgeKind.Mentioned, new MentionFilter()));
        Assert.Empty((await store.EvidenceAsync(new MentionFilter { SpeakerId = "nobody" }, new PageRequest())).Items);
        Assert.Empty((await store.WhoMentionedAsync(new MentionFilter { Outlet = "No Such Paper" }, new PageRequest())).Items);
        Assert.Empty((await store.SharedSentencesAsync("nobody", Person("Ada Byrne"), new PageRequest())).Items);
        Assert.Empty((await store.ArticlesAsync(new ArticleQuery { EntityId = "nobody" })).Items);
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(new GraphChange.Remove("nothing"))).Outcome);
    }

    [SkippableFact]
    public async Task A_put_article_is_announced_with_its_nodes_and_edges()
    {
        await using var store = await OpenEmptyAsync();
        var result = await store.ApplyAsync(Accusation().Put());
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne");
        var day = new DateOnly(2026, 1, 5);

        Assert.Equal(ChangeOutcome.Added, result.Outcome);
        var difference = result.Difference!;
        Assert.Equal((1L, ChangeOutcome.Added, null), (difference.Number, difference.Outcome, difference.ReplacedArticleId));
        Assert.Equal(
            new GraphNode { Id = ada, Type = EntityType.Person, Name = "Ada Byrne", Said = 1, Articles = 1, First = day, Last = day },
            difference.Nodes.Single(n => n.Id == ada));
        Assert.Equal(
            new GraphNode { Id = carl, Type = EntityType.Person, Name = "Carl Dunne", MentionedBy = 1, Articles = 1, First = day, Last = day },
            difference.Nodes.Single(n => n.Id == carl));
        Assert.Equal(
            new GraphEdge
            {
                Id = Edge(ada, carl),
                Kind = GraphEdgeKind.Mentioned,
                Source = ada,
                Target = carl,
                Count = 1,
                Articles = 1,
                Confidence = 0.9,
                First = day,
                Last = day,
            },
            Assert.Single(difference.Edges));
        Assert.Equal(ArticleSummary.Of(Accusation().Annotated()), difference.Article);
        Assert.Equal(difference.Nodes.Single(n => n.Id == ada), await store.EntityAsync(ada));
    }

    [SkippableFact]
    public async Task An_article_put_twice_is_one()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation());
        var before = await GraphPicture.Of(store);
        var again = await store.ApplyAsync(Accusation().Put());
        Assert.Equal((ChangeOutcome.Unchanged, null), (again.Outcome, again.Difference));
        Assert.Equal(before, await GraphPicture.Of(store));
        Assert.Equal(1, (await store.StatisticsAsync()).Number);
    }

    [SkippableFact]
    public async Task An_article_comes_back_as_it_was_put()
    {
        await using var store = await OpenEmptyAsync();
        var article = An.Article("Ada Byrne, head of Norvik, said \"Carl Dunne lied\". She left Harwick.\nIt was late!")
            .Titled("Lies").In("The Courier").On("2026-01-05").At("https://courier.example/lies?a=1#b").From("https://courier.example/lies")
            .Of("samples").Written("en").Person("Ada Byrne", "She").Organisation("Norvik").Person("Carl Dunne").Place("Harwick")
            .Says("Ada Byrne", "said", "\"Carl Dunne lied\"", 0.123456789).Says(null, "", "It was late", wording: "it was very late").Is("Ada Byrne", "head", "Norvik")
            .Is("Carl Dunne", "late", null, isFormer: true).Annotated();
        await store.ApplyAsync(new GraphChange.Put(article));
        Assert.Equivalent(article, await store.ArticleAsync(article.Article.Id), strict: true);
    }

    [SkippableFact]
    public async Task Removing_an_article_leaves_the_graph_as_if_it_had_never_been_put()
    {
        string alone;
        await using (var first = await OpenEmptyAsync())
        {
            await PutAll(first, Accusation());
            alone = await GraphPicture.Of(first);
        }

        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply());
        Assert.NotEqual(alone, await GraphPicture.Of(store));
        var removed = await store.ApplyAsync(new GraphChange.Remove(Reply().Annotated().Article.Id));

        Assert.Equal(ChangeOutcome.Removed, removed.Outcome);
        Assert.Equal(3, removed.Difference!.Number);
        Assert.Equal([Place("Harwick")], removed.Difference.RemovedNodes);
        Assert.Equal([Edge(Person("Carl Dunne"), Person("Ada Byrne"))], removed.Difference.RemovedEdges);
        Assert.Equal(alone, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task Removing_every_article_leaves_an_empty_graph()
    {
        string empty;
        await using (var first = await OpenEmptyAsync()) empty = await GraphPicture.Of(first);
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply());
        await store.ApplyAsync(new GraphChange.Remove(Accusation().Annotated().Article.Id));
        await store.ApplyAsync(new GraphChange.Remove(Reply().Annotated().Article.Id));
        Assert.Equal(empty, await GraphPicture.Of(store));
        Assert.Empty(await store.SearchAsync("Ada Byrne", 10));
    }

    [SkippableFact]
    public async Task A_change_that_cannot_be_stored_changes_nothing()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation());
        var before = await GraphPicture.Of(store);
        var reply = Reply().Annotated();
        AnnotatedArticle[] broken =
        [
            reply with { Attributions = [reply.Attributions[0] with { SpeakerId = "nobody" }] },
            reply with { Attributions = [reply.Attributions[0] with { MentionedIds = ["nobody"] }] },
            reply with { Attributions = [reply.Attributions[0] with { MentionedIds = [reply.Attributions[0].SpeakerId!] }] },
            reply with { Attributions = [reply.Attributions[0] with { Content = [] }] },
            reply with { Attributions = [reply.Attributions[0] with { Content = [new TextSpan(0, 10_000)] }] },
            reply with { Attributions = [reply.Attributions[0] with { Confidence = double.NaN }] },
            reply with { Entities = [.. reply.Entities, reply.Entities[0]] },
            reply with { Sentences = [new TextSpan(5, 9), new TextSpan(0, 5)] },
        ];
        foreach (var article in broken)
            await Assert.ThrowsAsync<ArgumentException>(() => store.ApplyAsync(new GraphChange.Put(article)));
        Assert.Equal(before, await GraphPicture.Of(store));
        Assert.Equal(2, (await store.ApplyAsync(Reply().Put())).Difference!.Number);
    }

    [SkippableFact]
    public async Task A_cancelled_change_changes_nothing_and_takes_no_number()
    {
        await using var store = await OpenEmptyAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ApplyAsync(Accusation().Put(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SnapshotAsync(new SnapshotQuery(), cancelled.Token));
        Assert.Equal(0, (await store.StatisticsAsync()).Articles);
        Assert.Equal(1, (await store.ApplyAsync(Accusation().Put())).Difference!.Number);
    }

    [SkippableFact]
    public async Task A_graph_that_is_opened_again_is_the_same()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply());
        await store.OpenAsync();
        await using var again = await OpenAgainAsync();
        Assert.Equal(await GraphPicture.Of(store), await GraphPicture.Of(again));
        Assert.Equal(ChangeOutcome.Unchanged, (await again.ApplyAsync(Reply().Put())).Outcome);
    }
}
