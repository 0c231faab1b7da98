namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    /// <summary>Six statements in four articles, no two alike in all that filters ask for.</summary>
    private static ArticleBuilder[] Debate() =>
    [
        An.Article("Ada Byrne said that Carl Dunne had lied. Ada Byrne added \"Norvik is broke\".").In("The Courier").On("2026-01-05")
            .Person("Ada Byrne").Person("Carl Dunne").Organisation("Norvik")
            .Says("Ada Byrne", "said", "that Carl Dunne had lied", 0.9).Says("Ada Byrne", "added", "\"Norvik is broke\"", 0.8),
        An.Article("Carl Dunne told Harwick that \"nobody\" trusts Ada Byrne.").In("The Gazette").On("2026-01-10")
            .Person("Carl Dunne").Person("Ada Byrne").Place("Harwick")
            .Says("Carl Dunne", "told", "that \"nobody\" trusts Ada Byrne", 0.4, AttributionKind.Mixed),
        An.Article("Norvik said it would sue Ada Byrne. Norvik also said \"Harwick is lovely\".").In("The Courier").On("2026-01-20")
            .Organisation("Norvik").Person("Ada Byrne").Place("Harwick")
            .Says("Norvik", "said", "it would sue Ada Byrne", 0.7).Says("Norvik", "said", "\"Harwick is lovely\"", 0.6),
        An.Article("Ada Byrne warned Carl Dunne would run.").Person("Ada Byrne").Person("Carl Dunne")
            .Says("Ada Byrne", "warned", "Carl Dunne would run", 0.5),
    ];

    public static TheoryData<string, MentionFilter, string[]> Filters()
    {
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne"), norvik = Organisation("Norvik");
        return new TheoryData<string, MentionFilter, string[]>
        {
            { "everything", new(), ["Ada Byrne>Carl Dunne 2", "Ada Byrne>Norvik 1", "Carl Dunne>Ada Byrne 1", "Norvik>Ada Byrne 1", "Norvik>Harwick 1"] },
            { "speaker", new() { SpeakerId = ada }, ["Ada Byrne>Carl Dunne 2", "Ada Byrne>Norvik 1"] },
            { "mentioned", new() { MentionedId = ada }, ["Carl Dunne>Ada Byrne 1", "Norvik>Ada Byrne 1"] },
            { "both", new() { SpeakerId = norvik, MentionedId = ada }, ["Norvik>Ada Byrne 1"] },
            { "speaker's type", new() { SpeakerType = EntityType.Organisation }, ["Norvik>Ada Byrne 1", "Norvik>Harwick 1"] },
            { "mentioned type", new() { MentionedType = EntityType.Place }, ["Norvik>Harwick 1"] },
            { "from", new() { From = new DateOnly(2026, 1, 10) }, ["Carl Dunne>Ada Byrne 1", "Norvik>Ada Byrne 1", "Norvik>Harwick 1"] },
            { "to", new() { To = new DateOnly(2026, 1, 10) }, ["Ada Byrne>Carl Dunne 1", "Ada Byrne>Norvik 1", "Carl Dunne>Ada Byrne 1"] },
            { "one day", new() { From = new DateOnly(2026, 1, 10), To = new DateOnly(2026, 1, 10) }, ["Carl Dunne>Ada Byrne 1"] },
            { "outlet", new() { Outlet = "The Gazette" }, ["Carl Dunne>Ada Byrne 1"] },
            { "outlet is exact", new() { Outlet = "the gazette" }, [] },
            { "article", new() { ArticleId = Debate()[3].Annotated().Article.Id }, ["Ada Byrne>Carl Dunne 1"] },
            { "direct", new() { Kind = AttributionKind.Direct }, ["Ada Byrne>Norvik 1", "Norvik>Harwick 1"] },
            { "mixed", new() { Kind = AttributionKind.Mixed }, ["Carl Dunne>Ada Byrne 1"] },
            { "confidence", new() { MinConfidence = 0.7 }, ["Ada Byrne>Carl Dunne 1", "Ada Byrne>Norvik 1", "Norvik>Ada Byrne 1"] },
            { "all at once", new() { SpeakerType = EntityType.Person, MentionedId = carl, Outlet = "The Courier", MinConfidence = 0.5, Kind = AttributionKind.Indirect, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 2, 1) }, ["Ada Byrne>Carl Dunne 1"] },
            { "nothing", new() { SpeakerId = carl, Outlet = "The Courier" }, [] },
        };
    }

    [SkippableTheory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_lets_through_only_its_statements_everywhere(string which, MentionFilter filter, string[] expected)
    {
        Assert.NotEmpty(which);
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Debate());
        var names = (await store.SnapshotAsync(new SnapshotQuery())).Nodes.ToDictionary(n => n.Id, n => n.Name);
        string Told(GraphEdge edge) => $"{names[edge.Source]}>{names[edge.Target]} {edge.Count}";

        var rows = await store.WhoMentionedAsync(filter, new PageRequest());
        Assert.Equal(expected, rows.Items.Select(r => Told(r.Edge)).Order());
        Assert.Equal(expected.Length, rows.Total);
        Assert.All(rows.Items, r => Assert.Equal((r.Edge.Source, r.Edge.Target), (r.Speaker.Id, r.Mentioned.Id)));
        Assert.Equal(rows.Items.Select(r => r.Edge.Count).OrderDescending(), rows.Items.Select(r => r.Edge.Count));

        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Filter = filter });
        Assert.Equal(expected, snapshot.Edges.Select(Told).Order());
        Assert.Equal((4, 5), (snapshot.TotalNodes, snapshot.TotalEdges));
        if (filter != new MentionFilter())
            Assert.Equal(rows.Items.SelectMany(r => new[] { r.Speaker.Id, r.Mentioned.Id }).Distinct().Order(), snapshot.Nodes.Select(n => n.Id).Order());

        var between = await store.EdgesBetweenAsync(names.Keys, GraphEdgeKind.Mentioned, filter);
        Assert.Equal(rows.Items.Select(r => r.Edge), between);

        var neighbours = await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Person("Ada Byrne"), Filter = filter });
        Assert.Equal(expected.Where(e => e.Contains("Ada Byrne", StringComparison.Ordinal)), neighbours!.Edges.Select(Told).Order());

        var evidence = await store.EvidenceAsync(filter, new PageRequest());
        Assert.Equal(evidence.Items.Count, evidence.Total);
        Assert.Equal(expected.Sum(e => e[^1] - '0'), evidence.Total);
    }

    [SkippableFact]
    public async Task Statements_are_counted_within_the_filter_and_so_are_articles_and_days()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Debate());
        var filter = new MentionFilter { SpeakerId = Person("Ada Byrne"), MentionedId = Person("Carl Dunne"), From = new DateOnly(2026, 1, 1) };
        var row = Assert.Single((await store.WhoMentionedAsync(filter, new PageRequest())).Items);
        var day = new DateOnly(2026, 1, 5);
        Assert.Equal((1, 1, 0.9, day, day), (row.Edge.Count, row.Edge.Articles, row.Edge.Confidence, row.Edge.First, row.Edge.Last));
        Assert.Equal(["The Courier"], row.Outlets);
        Assert.Equal(3, row.Speaker.Said);
    }

    [SkippableFact]
    public async Task Articles_are_listed_newest_first_by_collection_and_by_entity()
    {
        await using var store = await OpenEmptyAsync();
        var debate = Debate();
        await PutAll(store, debate[0].Of("samples"), debate[1], debate[2].Of("samples"), debate[3]);
        var all = await store.ArticlesAsync(new ArticleQuery());
        Assert.Equal(
            [new DateOnly(2026, 1, 20), new DateOnly(2026, 1, 10), new DateOnly(2026, 1, 5), null], all.Items.Select(a => a.Published));
        Assert.Equal(4, all.Total);
        var samples = await store.ArticlesAsync(new ArticleQuery { Collection = "samples" });
        Assert.Equal((2, 2), (samples.Items.Count, samples.Total));
        Assert.All(samples.Items, a => Assert.Equal("samples", a.Collection));
        var naming = await store.ArticlesAsync(new ArticleQuery { EntityId = Place("Harwick"), Page = new PageRequest(1, 1) });
        Assert.Equal(2, naming.Total);
        Assert.Equal(ArticleSummary.Of(debate[1].Annotated()), Assert.Single(naming.Items));
        Assert.Equal(1, (await store.ArticlesAsync(new ArticleQuery { EntityId = Place("Harwick"), Collection = "samples" })).Total);
        Assert.Equal(["The Courier", "The Gazette"], await store.OutletsAsync());
    }
}
