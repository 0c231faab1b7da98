namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder WireCopy(string outlet, string day, string beginning) =>
        An.Article($"{beginning} Ada Byrne said \"Carl Dunne must go\". Eve Frost was there.").In(outlet).On(day)
            .Person("Ada Byrne").Person("Carl Dunne").Person("Eve Frost").Says("Ada Byrne", "said", "\"Carl Dunne must go\"");

    [SkippableFact]
    public async Task Wire_copy_in_three_papers_is_one_statement_with_three_appearances()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, WireCopy("The Gazette", "2026-01-07", "Late news."), WireCopy("The Courier", "2026-01-05", "News."), WireCopy("The Herald", "2026-01-06", "More."));
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne");

        var speaker = await store.EntityAsync(ada);
        Assert.Equal((1, 0, 3), (speaker!.Said, speaker.MentionedBy, speaker.Articles));
        Assert.Equal((0, 1), ((await store.EntityAsync(carl))!.Said, (await store.EntityAsync(carl))!.MentionedBy));
        var row = Assert.Single((await store.WhoMentionedAsync(new MentionFilter(), new PageRequest())).Items);
        Assert.Equal((1, 3, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 7)), (row.Edge.Count, row.Edge.Articles, row.Edge.First, row.Edge.Last));
        Assert.Equal(["The Courier", "The Gazette", "The Herald"], row.Outlets);
        Assert.Equal(1, (await store.StatisticsAsync()).Statements);

        var evidence = await store.EvidenceAsync(new MentionFilter { SpeakerId = ada }, new PageRequest());
        Assert.Equal(1, evidence.Total);
        Assert.Equal("The Courier", evidence.Items[0].Article.Outlet);
        Assert.Equal(["The Herald", "The Gazette"], evidence.Items[0].AlsoIn.Select(a => a.Outlet));
    }

    [SkippableFact]
    public async Task Of_several_appearances_the_first_that_passes_the_filter_is_shown()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, WireCopy("The Gazette", "2026-01-07", "Late news."), WireCopy("The Courier", "2026-01-05", "News."), WireCopy("The Herald", "2026-01-06", "More."));
        foreach (var speaker in new[] { null, Person("Ada Byrne") })
        {
            var evidence = await store.EvidenceAsync(new MentionFilter { SpeakerId = speaker, From = new DateOnly(2026, 1, 6) }, new PageRequest());
            Assert.Equal(1, evidence.Total);
            Assert.Equal("The Herald", Assert.Single(evidence.Items).Article.Outlet);
            Assert.Equal(["The Courier", "The Gazette"], evidence.Items[0].AlsoIn.Select(a => a.Outlet));
        }
    }

    [SkippableFact]
    public async Task A_node_has_the_type_that_most_articles_give_it_and_filters_go_by_that()
    {
        await using var store = await OpenEmptyAsync();
        static AnnotatedArticle Typed(string text, EntityType type)
        {
            var article = An.Article(text).Person("Ada Byrne").Entity(type, "Norvik").Says("Ada Byrne", "said", text["Ada Byrne said ".Length..^1]).Annotated();

            // A resolution that knows better than names and types alone gives both the same id.
            return article with
            {
                Entities = [article.Entities[0], article.Entities[1] with { Id = "norvik" }],
                Attributions = [article.Attributions[0] with { MentionedIds = ["norvik"] }],
            };
        }

        var places = new MentionFilter { MentionedType = EntityType.Place };
        await store.ApplyAsync(new GraphChange.Put(Typed("Ada Byrne said Norvik is cold.", EntityType.Place)));
        Assert.Equal(1, (await store.WhoMentionedAsync(places, new PageRequest())).Total);
        await store.ApplyAsync(new GraphChange.Put(Typed("Ada Byrne said Norvik is broke.", EntityType.Organisation)));
        await store.ApplyAsync(new GraphChange.Put(Typed("Ada Byrne said Norvik is late.", EntityType.Organisation)));
        Assert.Equal(EntityType.Organisation, (await store.EntityAsync("norvik"))!.Type);
        Assert.Equal(0, (await store.WhoMentionedAsync(places, new PageRequest())).Total);
        Assert.Equal(1, (await store.WhoMentionedAsync(places with { MentionedType = EntityType.Organisation }, new PageRequest())).Total);
        Assert.Equal(3, (await store.EvidenceAsync(places with { MentionedType = EntityType.Organisation }, new PageRequest())).Total);
    }

    [SkippableFact]
    public async Task Of_the_other_articles_with_the_same_statement_a_hundred_are_told()
    {
        await using var store = await OpenEmptyAsync();
        for (var i = 0; i < 102; i++) await store.ApplyAsync(WireCopy($"Paper {i:000}", "2026-01-05", "News.").Put());
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter(), new PageRequest())).Items);
        Assert.Equal(100, evidence.AlsoIn.Select(a => a.Id).Append(evidence.Article.Id).Distinct().Count() - 1);
    }

    [SkippableFact]
    public async Task Removing_one_appearance_of_wire_copy_leaves_the_statement()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, WireCopy("The Courier", "2026-01-05", "News."), WireCopy("The Gazette", "2026-01-07", "Late news."));
        await store.ApplyAsync(new GraphChange.Remove(WireCopy("The Courier", "2026-01-05", "News.").Annotated().Article.Id));
        var node = (await store.EntityAsync(Person("Ada Byrne")))!;
        Assert.Equal((1, 1, new DateOnly(2026, 1, 7)), (node.Said, node.Articles, node.First));
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter(), new PageRequest())).Items);
        Assert.Empty(evidence.AlsoIn);
    }

    [SkippableFact]
    public async Task The_same_words_of_two_speakers_are_two_statements_and_said_twice_by_one_are_one()
    {
        await using var store = await OpenEmptyAsync();
        var article = An.Article("Ada Byrne said \"Carl Dunne lied\". Eve Frost said \"Carl Dunne lied\". Ada Byrne repeated \"Carl Dunne lied!\" often.")
            .Person("Ada Byrne").Person("Carl Dunne").Person("Eve Frost")
            .Says("Ada Byrne", "said", "\"Carl Dunne lied\"").Says("Eve Frost", "said", "\"Carl Dunne lied\"", occurrence: 2)
            .Says("Ada Byrne", "repeated", "\"Carl Dunne lied!\"", confidence: 0.95);
        await PutAll(store, article);
        Assert.Equal((2, 2), ((await store.EntityAsync(Person("Carl Dunne")))!.MentionedBy, (await store.StatisticsAsync()).Statements));
        var edge = (await store.WhoMentionedAsync(new MentionFilter { SpeakerId = Person("Ada Byrne") }, new PageRequest())).Items.Single().Edge;
        Assert.Equal((1, 1, 0.95), (edge.Count, edge.Articles, edge.Confidence));
    }

    [SkippableFact]
    public async Task What_nobody_named_says_counts_for_those_mentioned_and_makes_no_edge()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, An.Article("Officials said that Carl Dunne had left.").Person("Carl Dunne").Says(null, "said", "that Carl Dunne had left", source: "Officials"));
        Assert.Equal(1, (await store.EntityAsync(Person("Carl Dunne")))!.MentionedBy);
        Assert.Equal(0, (await store.StatisticsAsync()).Edges);
        Assert.Empty((await store.WhoMentionedAsync(new MentionFilter(), new PageRequest())).Items);
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter { MentionedId = Person("Carl Dunne") }, new PageRequest())).Items);
        Assert.Null(evidence.Speaker);
        Assert.Equal("Officials", evidence.Source.Single().In("Officials said that Carl Dunne had left."));
    }

    [SkippableFact]
    public async Task A_node_has_the_name_that_most_articles_give_it()
    {
        await using var store = await OpenEmptyAsync();
        var shouted = An.Article("NORVIK fell.").Organisation("NORVIK");
        await PutAll(store, shouted, An.Article("Norvik rose.").Organisation("Norvik"));
        Assert.Equal("NORVIK", (await store.EntityAsync(Organisation("Norvik")))!.Name);
        await PutAll(store, An.Article("Norvik rested.").Organisation("Norvik"));
        Assert.Equal("Norvik", (await store.EntityAsync(Organisation("Norvik")))!.Name);

        var removed = await store.ApplyAsync(new GraphChange.Remove(shouted.Annotated().Article.Id));
        Assert.Equal(("Norvik", 2), (removed.Difference!.Nodes.Single().Name, removed.Difference.Nodes.Single().Articles));
    }

    [SkippableFact]
    public async Task Articles_without_a_date_leave_the_days_alone()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, An.Article("Ada Byrne left.").Person("Ada Byrne"));
        Assert.Null((await store.EntityAsync(Person("Ada Byrne")))!.First);
        var dated = An.Article("Ada Byrne came.").On("2026-03-01").Person("Ada Byrne");
        await PutAll(store, dated, An.Article("Ada Byrne sat.").Person("Ada Byrne"));
        var node = (await store.EntityAsync(Person("Ada Byrne")))!;
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)), (node.First, node.Last));
        await store.ApplyAsync(new GraphChange.Remove(dated.Annotated().Article.Id));
        Assert.Null((await store.EntityAsync(Person("Ada Byrne")))!.Last);
    }
}
