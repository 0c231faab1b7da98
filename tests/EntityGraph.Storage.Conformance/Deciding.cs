namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder Britain() => An.Article("Ada Byrne said Britain would pay. The UK has the means, she added.")
        .In("The Courier").On("2026-01-05").Person("Ada Byrne", "she").Place("Britain").Place("UK")
        .Says("Ada Byrne", "said", "Britain would pay").Says("Ada Byrne", "added", "The UK has the means");

    private static ArticleBuilder Kingdom() => An.Article("Carl Dunne said the United Kingdom was late.")
        .In("The Gazette").On("2026-01-07").Person("Carl Dunne").Place("United Kingdom").Says("Carl Dunne", "said", "the United Kingdom was late");

    private static ArticleBuilder Isles() => An.Article("Eve Frost said Britain was small. Carl Dunne laughed.")
        .In("The Herald").On("2026-02-01").Person("Eve Frost").Person("Carl Dunne").Place("Britain").Says("Eve Frost", "said", "Britain was small");

    private static GraphChange.Decide Merging(string into, params string[] ids) => new(new Ruling.Merge(ids, into), "Ann");

    private static async Task<DecisionException> Refused(IGraphStore store, Ruling ruling)
    {
        var preview = await store.PreviewAsync(ruling);
        var refused = await Assert.ThrowsAsync<DecisionException>(() => store.ApplyAsync(new GraphChange.Decide(ruling, "Ann")));
        Assert.Equal(refused.Message, preview.Refusal);
        return refused;
    }

    /// <summary>The graph that the announced differences make is the graph that the store shows.</summary>
    private static async Task AssertAnnounced(IGraphStore store)
    {
        var (number, nodes, edges) = await GraphPicture.Replay(store);
        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 1000 });
        Assert.Equal(snapshot.Number, number);
        Assert.Equal(snapshot.Nodes.OrderBy(n => n.Id), nodes.Values.OrderBy(n => n.Id));
        Assert.Equal(snapshot.Edges.OrderBy(e => e.Id), edges.Values.OrderBy(e => e.Id));
    }

    [SkippableFact]
    public async Task Merged_entities_are_one_with_the_name_of_the_one_that_they_are()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Isles());
        string kingdom = Place("United Kingdom"), ada = Person("Ada Byrne");
        var result = await store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([Place("Britain"), Place("UK"), kingdom], kingdom), "Ann")
        {
            Reasons = [new Reason("alias", "UK")],
        });

        Assert.Equal((ChangeOutcome.Decided, 4L, null), (result.Outcome, result.Difference!.Number, result.Difference.Article));
        Assert.Equal(new[] { Place("Britain"), Place("UK") }.Order(), result.Difference.RemovedNodes.Order());
        Assert.Equal(result.Decision, result.Difference.Decision);
        Assert.Equal((1L, "Ann", null), (result.Decision!.Number, result.Decision.By, result.Decision.UndoneAt));
        Assert.Equal([new Reason("alias", "UK")], result.Decision.Reasons);
        Assert.Equal(["Britain", "UK", "United Kingdom"], result.Decision.Entities.Select(e => e.Name).Order());

        var node = await store.EntityAsync(kingdom);
        Assert.Equal(("United Kingdom", 4, 3), (node!.Name, node.MentionedBy, node.Articles));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 1)), (node.First!.Value, node.Last!.Value));
        Assert.Null(await store.EntityAsync(Place("UK")));
        Assert.Equal(2, (await store.WhoMentionedAsync(new MentionFilter { SpeakerId = ada }, new PageRequest())).Items.Single().Edge.Count);
        Assert.Equal(kingdom, (await store.SearchAsync("Britain", 5))[0].Node.Id);
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task A_merge_that_is_undone_leaves_the_graph_of_before()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Isles());
        var before = await GraphPicture.Of(store);
        await store.ApplyAsync(Merging(Place("United Kingdom"), Place("Britain"), Place("UK")));
        Assert.NotEqual(before, await GraphPicture.Of(store));
        var undone = await store.ApplyAsync(new GraphChange.Undo(1, "Ben"));

        Assert.Equal(before, await GraphPicture.Of(store));
        Assert.Equal((ChangeOutcome.Undone, 5L), (undone.Outcome, undone.Difference!.Number));
        Assert.Equal(("Ann", "Ben"), (undone.Decision!.By, undone.Decision.UndoneBy));
        Assert.NotNull(undone.Decision.UndoneAt);
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(new GraphChange.Undo(1))).Outcome);
        await Assert.ThrowsAsync<DecisionException>(() => store.ApplyAsync(new GraphChange.Undo(2)));
        Assert.Equal(5, (await store.StatisticsAsync()).Number);
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task Articles_that_come_later_follow_a_merge_and_its_undoing()
    {
        string later;
        await using (var plain = await OpenEmptyAsync())
        {
            await PutAll(plain, Britain(), Kingdom(), Isles());
            later = await GraphPicture.Of(plain);
        }

        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom());
        await store.ApplyAsync(Merging(Place("United Kingdom"), Place("Britain")));
        await PutAll(store, Isles());
        Assert.Equal(3, (await store.EntityAsync(Place("United Kingdom")))!.Articles);
        var shown = await store.ArticleAsync(Isles().Annotated().Article.Id);
        Assert.Equal(Place("United Kingdom"), shown!.Entities.Single(e => e.Type == EntityType.Place).Id);
        Assert.Contains(Place("United Kingdom"), shown.Attributions.Single().MentionedIds);
        await store.ApplyAsync(new GraphChange.Undo(1));
        Assert.Equal(later, await GraphPicture.Of(store));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task Merges_follow_one_another_and_are_undone_in_any_order()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Isles());
        var before = await GraphPicture.Of(store);
        await store.ApplyAsync(Merging(Place("Britain"), Place("UK")));
        var one = await GraphPicture.Of(store);
        await store.ApplyAsync(Merging(Place("United Kingdom"), Place("Britain")));
        Assert.Equal(3, (await store.EntityAsync(Place("United Kingdom")))!.Articles);

        // "UK" goes by the kingdom's id by now, so there is nothing left to merge.
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(Merging(Place("UK"), Place("United Kingdom")))).Outcome);
        await store.ApplyAsync(new GraphChange.Undo(1));
        Assert.NotNull(await store.EntityAsync(Place("UK")));
        Assert.Null(await store.EntityAsync(Place("Britain")));
        await store.ApplyAsync(Merging(Place("Britain"), Place("UK")));
        Assert.Equal(3, (await store.EntityAsync(Place("United Kingdom")))!.Articles);
        await store.ApplyAsync(new GraphChange.Undo(3));
        await store.ApplyAsync(new GraphChange.Undo(2));
        Assert.Equal(before, await GraphPicture.Of(store));
        await store.ApplyAsync(Merging(Place("Britain"), Place("UK")));
        Assert.Equal(one, await GraphPicture.Of(store));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task Namesakes_that_are_separated_stay_two()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply(), Isles());
        var before = await GraphPicture.Of(store);
        string carl = Person("Carl Dunne"), isles = Isles().Annotated().Article.Id;
        var decided = await store.ApplyAsync(new GraphChange.Decide(new Ruling.Separate(carl, [isles]), "Ann"));
        var other = Assert.IsType<Ruling.Separate>(decided.Decision!.Ruling).IntoId!;

        Assert.NotEqual(carl, other);
        Assert.Equal((2, 1), ((await store.EntityAsync(carl))!.Articles, (await store.EntityAsync(other))!.Articles));
        Assert.Equal(2, (await store.SearchAsync("Carl Dunne", 5)).Count(h => h.Node.Name == "Carl Dunne"));
        Assert.Contains($"decision {decided.Decision.Number}", (await Refused(store, new Ruling.Merge([other], carl))).Message, StringComparison.Ordinal);

        // The article goes and comes back; another of the same name is by the first.
        await store.ApplyAsync(new GraphChange.Remove(isles));
        Assert.Null(await store.EntityAsync(other));
        await PutAll(store, Isles(), Interview());
        Assert.Equal("Carl Dunne", (await store.EntityAsync(other))!.Name);
        await store.ApplyAsync(new GraphChange.Remove(Interview().Annotated().Article.Id));
        await AssertAnnounced(store);
        await store.ApplyAsync(new GraphChange.Undo(1));
        Assert.Equal(before, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task More_articles_can_be_given_to_an_entity_that_was_separated()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply(), Isles());
        string carl = Person("Carl Dunne"), reply = Reply().Annotated().Article.Id, isles = Isles().Annotated().Article.Id;
        var first = await store.ApplyAsync(new GraphChange.Decide(new Ruling.Separate(carl, [isles]), "Ann"));
        var other = ((Ruling.Separate)first.Decision!.Ruling).IntoId!;
        await store.ApplyAsync(new GraphChange.Decide(new Ruling.Separate(carl, [reply], other), "Ann"));
        Assert.Equal((1, 2), ((await store.EntityAsync(carl))!.Articles, (await store.EntityAsync(other))!.Articles));
        Assert.Contains("reverse", (await Refused(store, new Ruling.Separate(other, [reply], carl))).Message, StringComparison.Ordinal);
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task Entities_that_are_not_to_be_merged_are_not()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Isles());
        string britain = Place("Britain"), uk = Place("UK"), kingdom = Place("United Kingdom");
        var before = await GraphPicture.Of(store);
        var apart = await store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(britain, kingdom), "Ann"));
        Assert.Equal((ChangeOutcome.Decided, 0, 0), (apart.Outcome, apart.Difference!.Nodes.Count, apart.Difference.RemovedNodes.Count));
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(kingdom, britain)))).Outcome);
        Assert.Contains("decision 1", (await Refused(store, new Ruling.Merge([britain], kingdom))).Message, StringComparison.Ordinal);

        // Nor by way of a third.
        await store.ApplyAsync(Merging(britain, uk));
        await Refused(store, new Ruling.Merge([uk], kingdom));
        await Refused(store, new Ruling.Merge([kingdom], britain));
        await Refused(store, new Ruling.DoNotMerge(britain, uk));
        await store.ApplyAsync(new GraphChange.Undo(2));
        Assert.Equal(before, await GraphPicture.Of(store));
        await store.ApplyAsync(new GraphChange.Undo(1));
        Assert.Equal(ChangeOutcome.Decided, (await store.ApplyAsync(Merging(kingdom, britain))).Outcome);
    }

    [SkippableFact]
    public async Task What_is_not_there_cannot_be_decided_on()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Accusation(), Reply());
        string carl = Person("Carl Dunne"), article = Accusation().Annotated().Article.Id;
        var before = await GraphPicture.Of(store);
        foreach (var ruling in new Ruling[]
        {
            new Ruling.Merge(["nobody"], carl), new Ruling.Merge([carl], "nobody"), new Ruling.DoNotMerge(carl, "nobody"),
            new Ruling.DoNotMerge(carl, carl), new Ruling.Separate(carl, ["nothing"]), new Ruling.Separate(Place("Harwick"), [article]),
            new Ruling.Separate(carl, [article, Reply().Annotated().Article.Id]), new Ruling.Retype("nobody", EntityType.Place),
            new Ruling.ChangeSpeaker("nothing", new TextSpan(0, 4), carl), new Ruling.ChangeSpeaker(article, new TextSpan(0, 4), carl),
            new Ruling.NotAStatement(article, new TextSpan(0, 4)), new Ruling.ChangeMention(article, new TextSpan(1, 3), carl),
        })
        {
            await Refused(store, ruling);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([], carl))));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([""], carl))));
        Assert.Equal(before, await GraphPicture.Of(store));
        Assert.Equal((2L, 0), ((await store.StatisticsAsync()).Number, (await store.DecisionsAsync(new DecisionQuery())).Total));
    }

    [SkippableFact]
    public async Task Decisions_are_listed_the_last_first()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Accusation());
        string ada = Person("Ada Byrne"), article = Accusation().Annotated().Article.Id;
        await store.ApplyAsync(Merging(Place("United Kingdom"), Place("UK")));
        await store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(ada, Person("Carl Dunne"))));
        await store.ApplyAsync(new GraphChange.Decide(new Ruling.Separate(ada, [article]), "Ben"));
        await store.ApplyAsync(new GraphChange.Undo(1, "Ben"));

        Assert.Equal([3, 2, 1], await Numbers(new DecisionQuery()));
        Assert.Equal([2], await Numbers(new DecisionQuery { Page = new PageRequest(1, 1) }));
        Assert.Equal([3, 2], await Numbers(new DecisionQuery { About = ada }));
        Assert.Equal([3], await Numbers(new DecisionQuery { About = article }));
        Assert.Equal([1], await Numbers(new DecisionQuery { IsUndone = true }));
        Assert.Equal([3, 2], await Numbers(new DecisionQuery { IsUndone = false }));
        Assert.Equal(3, (await store.DecisionsAsync(new DecisionQuery { Page = new PageRequest(2, 1) })).Total);

        async Task<IEnumerable<long>> Numbers(DecisionQuery query) => (await store.DecisionsAsync(query)).Items.Select(d => d.Number);
    }

    [SkippableFact]
    public async Task A_preview_tells_what_moves()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Britain(), Kingdom(), Isles());
        string britain = Place("Britain"), kingdom = Place("United Kingdom"), carl = Person("Carl Dunne");
        var merge = await store.PreviewAsync(new Ruling.Merge([britain], kingdom));
        Assert.Equal((2, 2, 2, false, null), (merge.Articles, merge.Statements, merge.Mentions, merge.IsAlreadySo, merge.Refusal));
        Assert.Equal(["Britain"], merge.Names);
        Assert.Equal(["Britain", "United Kingdom"], merge.Entities.Select(e => e.Name).Order());
        var separate = await store.PreviewAsync(new Ruling.Separate(carl, [Kingdom().Annotated().Article.Id]));
        Assert.Equal((1, 1, 1), (separate.Articles, separate.Statements, separate.Mentions));
        Assert.True((await store.PreviewAsync(new Ruling.Retype(carl, EntityType.Person))).IsAlreadySo);
        Assert.Equal(0, (await store.DecisionsAsync(new DecisionQuery())).Total);
    }

    [SkippableFact]
    public async Task A_graph_with_decisions_can_be_copied()
    {
        await using var first = await OpenEmptyAsync();
        await PutAll(first, Britain(), Kingdom(), Isles(), Accusation());
        await first.ApplyAsync(Merging(Place("Britain"), Place("UK")));
        await first.ApplyAsync(Merging(Place("United Kingdom"), Place("Britain")));
        await first.ApplyAsync(new GraphChange.Decide(new Ruling.Separate(Person("Carl Dunne"), [Isles().Annotated().Article.Id]), "Ann"));
        await first.ApplyAsync(new GraphChange.Undo(1));
        var picture = await GraphPicture.Of(first);
        var decisions = (await first.DecisionsAsync(new DecisionQuery())).Items.Reverse().ToList();
        var articles = await All(first.StoredArticlesAsync());
        Assert.Equivalent(Britain().Annotated(), articles[0].Annotated, strict: true);

        // Before the articles, among them, or after them.
        for (var after = 0; after <= articles.Count; after += 2)
        {
            await using var second = await OpenEmptyAsync();
            foreach (var put in articles.Take(after).SelectMany(a => a.Puts())) await second.ApplyAsync(put);
            foreach (var decision in decisions) await second.ApplyAsync(new GraphChange.TakeOver(decision));
            Assert.Equal(ChangeOutcome.Unchanged, (await second.ApplyAsync(new GraphChange.TakeOver(decisions[0]))).Outcome);
            foreach (var put in articles.Skip(after).SelectMany(a => a.Puts())) await second.ApplyAsync(put);
            Assert.Equal(picture, await GraphPicture.Of(second));
            Assert.Equivalent(decisions, (await second.DecisionsAsync(new DecisionQuery())).Items.Reverse(), strict: true);
            await Assert.ThrowsAsync<DecisionException>(() => second.ApplyAsync(new GraphChange.TakeOver(decisions[0] with { By = "Eve" })));
            await Assert.ThrowsAsync<DecisionException>(() => second.ApplyAsync(new GraphChange.TakeOver(decisions[0] with { Number = 9 })));
            await AssertAnnounced(second);
        }
    }

    [SkippableFact]
    public async Task Writers_who_decide_and_put_at_once_agree()
    {
        await using var first = await OpenEmptyAsync();
        await using var second = await OpenAgainAsync();
        await PutAll(first, Enumerable.Range(0, 12).Select(i => Gossip(i).From($"{i}")));
        string[] names = ["Ada Byrne", "Carl Dunne", "Eve Frost", "Gus Hale"];
        await Task.WhenAll(
            Task.Run(() => PutAll(first, Enumerable.Range(12, 12).Select(i => Gossip(i).From($"{i}")))),
            Task.Run(() => first.ApplyAsync(Merging(Person(names[0]), Person(names[1])))),
            Task.Run(() => second.ApplyAsync(Merging(Person(names[1]), Person(names[0])))),
            Task.Run(() => second.ApplyAsync(Merging(Person(names[3]), Person(names[2])))));
        Assert.Equal(2, (await second.DecisionsAsync(new DecisionQuery())).Total);
        await AssertAnnounced(first);
        await store(new GraphChange.Undo(1));
        await store(new GraphChange.Undo(2));
        var undone = await GraphPicture.Of(first);

        await using var plain = await OpenEmptyAsync();
        await PutAll(plain, Enumerable.Range(0, 24).Select(i => Gossip(i).From($"{i}")));
        Assert.Equal(await GraphPicture.Of(plain), undone);

        Task store(GraphChange change) => second.ApplyAsync(change);
    }
}
