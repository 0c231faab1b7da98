namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder Quarrel() => An.Article(
            "Ada Byrne met Carl Dunne in Harwick. She said \"I think Carl Dunne lied\". Eve Frost heard him. He replied that Ada Byrne was rude.")
        .In("The Courier").On("2026-01-05").From("https://courier.example/quarrel")
        .Person("Ada Byrne", "She", "I").Person("Carl Dunne", "him", "He").Person("Eve Frost").Place("Harwick")
        .Says("Ada Byrne", "said", "\"I think Carl Dunne lied\"").Says("Carl Dunne", "replied", "that Ada Byrne was rude", 0.7);

    private static TextSpan Of(AnnotatedArticle annotated, string words)
    {
        var at = annotated.Article.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }

    private static async Task<CommitResult> Correct(IGraphStore store, Func<AnnotatedArticle, Ruling> ruling) =>
        await store.ApplyAsync(new GraphChange.Decide(ruling(Quarrel().Annotated()), "Ann"));

    [SkippableFact]
    public async Task A_statement_gets_another_speaker_and_its_pronouns_follow()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel());
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne"), eve = Person("Eve Frost");
        var result = await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], eve));

        Assert.Equal([Edge(ada, carl)], result.Difference!.RemovedEdges);
        Assert.Equal([Edge(eve, carl)], result.Difference.Edges.Select(e => e.Id));
        var article = (await store.ArticleAsync(Quarrel().Annotated().Article.Id))!;
        var statement = article.Attributions.Single(a => a.SpeakerId == eve);
        Assert.Equal((1.0, ContentId.OfAttribution(article.Article.Id, eve, statement.Content[0])), (statement.Confidence, statement.Id));
        Assert.Equal(["Eve Frost", "I", "She"], Words(article, eve).Order());
        Assert.Equal(["Ada Byrne", "Ada Byrne"], Words(article, ada));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task A_statement_whose_speaker_is_mentioned_in_it_loses_or_gains_the_mention()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel());
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne");
        await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], carl));
        Assert.Empty((await store.ArticleAsync(Quarrel().Annotated().Article.Id))!.Attributions[0].MentionedIds);
        await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], ada));
        Assert.Equal([carl], (await store.ArticleAsync(Quarrel().Annotated().Article.Id))!.Attributions[0].MentionedIds);
        await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], null));
        var nobody = (await store.ArticleAsync(Quarrel().Annotated().Article.Id))!.Attributions[0];
        Assert.Equal((null, carl), (nobody.SpeakerId, nobody.MentionedIds.Single()));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task A_pronoun_that_is_somebody_else_takes_its_statement_along()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel(), Hub(3));
        var before = await GraphPicture.Of(store);
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne"), outside = Person("Ada");
        var result = await Correct(store, a => new Ruling.ChangeMention(a.Article.Id, Of(a, "He")));
        Assert.Equal([Edge(carl, ada)], result.Difference!.RemovedEdges);

        // Somebody whom the article does not name: the graph's other Ada.
        await Correct(store, a => new Ruling.ChangeMention(a.Article.Id, Of(a, "him"), outside));
        var article = (await store.ArticleAsync(Quarrel().Annotated().Article.Id))!;
        Assert.Equal(["him"], Words(article, outside));
        Assert.Equal(["Carl Dunne", "Carl Dunne"], Words(article, carl));
        Assert.Null(article.Attributions.Single(a => a.Content[0] == Of(article, "that Ada Byrne was rude")).SpeakerId);
        await AssertAnnounced(store);
        await store.ApplyAsync(new GraphChange.Undo(1));
        await store.ApplyAsync(new GraphChange.Undo(2));
        Assert.Equal(before, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task A_name_in_a_statement_that_is_somebody_else_moves_the_edge()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel());
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne"), eve = Person("Eve Frost");
        var inside = new TextSpan(Of(Quarrel().Annotated(), "think Carl").End - 4, Of(Quarrel().Annotated(), "Dunne lied").End - 5);
        var result = await Correct(store, a => new Ruling.ChangeMention(a.Article.Id, inside, eve));
        Assert.Equal([Edge(ada, carl)], result.Difference!.RemovedEdges);
        Assert.Equal([Edge(ada, eve)], result.Difference.Edges.Select(e => e.Id));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task What_is_not_a_statement_goes()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel());
        var before = await GraphPicture.Of(store);
        await Correct(store, a => new Ruling.NotAStatement(a.Article.Id, a.Attributions[1].Content[0]));
        Assert.Equal(1, (await store.StatisticsAsync()).Statements);
        Assert.Equal(1, (await store.ArticlesAsync(new ArticleQuery())).Items[0].Attributions);
        await AssertAnnounced(store);
        await store.ApplyAsync(new GraphChange.Undo(1));
        Assert.Equal(before, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task An_entity_of_another_type_keeps_its_id()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel(), Reply());
        await store.ApplyAsync(new GraphChange.Decide(new Ruling.Retype(Place("Harwick"), EntityType.Organisation), "Ann"));
        await PutAll(store, An.Article("Harwick won.").Place("Harwick"));
        var harwick = (await store.EntityAsync(Place("Harwick")))!;
        Assert.Equal((EntityType.Organisation, 3), (harwick.Type, harwick.Articles));
        Assert.Empty(await store.SearchAsync("Harwick", 5, EntityType.Place));
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task A_correction_survives_the_article_coming_again()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel());
        var eve = Person("Eve Frost");
        await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], eve));
        var corrected = await GraphPicture.Of(store);
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(Quarrel().Put())).Outcome);
        Assert.Equal(ChangeOutcome.Unchanged, (await store.ApplyAsync(Quarrel().From("https://other.example/quarrel").Put())).Outcome);
        Assert.Equal(corrected, await GraphPicture.Of(store));

        // Taken away and put again, by an annotator that cuts the content a little otherwise.
        await store.ApplyAsync(new GraphChange.Remove(Quarrel().Annotated().Article.Id));
        var again = Quarrel().From("https://other.example/quarrel").Annotated();
        var content = again.Attributions[0].Content[0];
        var cut = Resolution.Relabelled(
            again with { Attributions = [again.Attributions[0] with { Content = [new TextSpan(content.Start + 1, content.End - 1)] }, again.Attributions[1]] },
            again.Entities.ToDictionary(e => e.Id, e => e.Id));
        await store.ApplyAsync(new GraphChange.Put(cut));
        Assert.Equal(eve, (await store.ArticleAsync(again.Article.Id))!.Attributions[0].SpeakerId);
        await AssertAnnounced(store);
    }

    [SkippableFact]
    public async Task Corrections_and_merges_go_together()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Quarrel(), Isles());
        var before = await GraphPicture.Of(store);
        string carl = Person("Carl Dunne"), eve = Person("Eve Frost");
        await Correct(store, a => new Ruling.ChangeSpeaker(a.Article.Id, a.Attributions[0].Content[0], eve));
        await store.ApplyAsync(Merging(carl, eve));
        var article = (await store.ArticleAsync(Quarrel().Annotated().Article.Id))!;
        Assert.Equal((carl, 0), (article.Attributions[0].SpeakerId, article.Attributions[0].MentionedIds.Count));
        await AssertAnnounced(store);
        await store.ApplyAsync(new GraphChange.Undo(1));
        await store.ApplyAsync(new GraphChange.Undo(2));
        Assert.Equal(before, await GraphPicture.Of(store));
    }

    private static IEnumerable<string> Words(AnnotatedArticle article, string entityId) =>
        article.Entities.Single(e => e.Id == entityId).Mentions.Select(m => m.Span.In(article.Article.Text));
}
