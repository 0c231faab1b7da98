using System.Globalization;
using System.Text;

namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    /// <summary>Ada speaks of as many others as told, of the first once, of the second twice in other words, of the third once and so on.</summary>
    private static ArticleBuilder Hub(int others, int from = 1)
    {
        var text = new StringBuilder();
        var statements = new List<(string Content, string Name)>();
        for (var i = from; i < from + others; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Citizen N{i:0000}");
            for (var turn = 0; turn < (i % 2 == 0 ? 2 : 1); turn++)
            {
                var content = $"{name} came {(turn == 0 ? "early" : "late")}";
                text.Append(CultureInfo.InvariantCulture, $"Ada said {content}. ");
                statements.Add((content, name));
            }
        }

        var article = An.Article(text.ToString().Trim()).Person("Ada");
        foreach (var name in statements.Select(s => s.Name).Distinct()) article.Person(name);
        foreach (var (content, _) in statements) article.Says("Ada", "said", content);
        return article;
    }

    [SkippableFact]
    public async Task A_hub_of_a_thousand_statements_comes_in_pages_strongest_first()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Enumerable.Range(0, 14).Select(i => Hub(50, (i * 50) + 1)));
        var ada = Person("Ada");
        var seen = new List<GraphNode>();
        for (var offset = 0; offset < 700; offset += 100)
        {
            var page = (await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = ada, Page = new PageRequest(offset, 100) }))!;
            Assert.Equal((700, 100, 100, ada, 14L), (page.Total, page.Nodes.Count, page.Edges.Count, page.Centre.Id, page.Number));
            Assert.Equal(page.Nodes.Select(n => n.Id).Order(), page.Edges.Select(e => e.Target).Order());
            seen.AddRange(page.Nodes);
        }

        Assert.Equal(seen.OrderByDescending(n => n.MentionedBy).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name), seen.Select(n => n.Name));
        Assert.Equal(700, seen.Select(n => n.Id).Distinct().Count());
        Assert.Empty((await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = ada, Page = new PageRequest(700, 100) }))!.Nodes);

        var filter = new MentionFilter { SpeakerId = ada };
        var statements = new HashSet<string>();
        for (var offset = 0; offset < 1050; offset += 350)
        {
            var page = await store.EvidenceAsync(filter, new PageRequest(offset, 350));
            Assert.Equal((1050, 350), (page.Total, page.Items.Count));
            statements.UnionWith(page.Items.Select(e => e.StatementId));
        }

        Assert.Equal(1050, statements.Count);
        var rows = await store.WhoMentionedAsync(filter, new PageRequest(690, 100));
        Assert.Equal((700, 10), (rows.Total, rows.Items.Count));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.WhoMentionedAsync(filter, new PageRequest(0, 1001)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.EvidenceAsync(filter, new PageRequest(-1, 10)));
    }

    [SkippableFact]
    public async Task A_snapshot_without_focus_has_those_most_said_and_spoken_of()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Debate());
        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 2 });
        Assert.Equal(["Ada Byrne", "Carl Dunne"], snapshot.Nodes.Select(n => n.Name));
        Assert.Equal(2, snapshot.Edges.Count);
        Assert.Equal((4, 5, 4L), (snapshot.TotalNodes, snapshot.TotalEdges, snapshot.Number));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.SnapshotAsync(new SnapshotQuery { Budget = 0 }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.SnapshotAsync(new SnapshotQuery { Budget = 1001 }));
    }

    [SkippableFact]
    public async Task A_snapshot_around_a_focus_goes_outward_by_the_strength_of_edges()
    {
        await using var store = await OpenEmptyAsync();
        static ArticleBuilder Chain(string who, string whom, string what) => An.Article($"{who} said {whom} {what}.")
            .Person(who).Person(whom).Says(who, "said", $"{whom} {what}");
        await PutAll(
            store, Chain("Ada", "Bob", "ran"), Chain("Cyd", "Ada", "ran"), Chain("Cyd", "Ada", "sat"), Chain("Bob", "Dan", "ran"),
            Chain("Dan", "Eve", "ran"), Chain("Eve", "Fay", "ran"), Chain("Gus", "Hal", "ran"), Chain("Gus", "Hal", "sat"), Chain("Gus", "Hal", "hid"));
        async Task<IEnumerable<string>> Around(int budget) =>
            (await store.SnapshotAsync(new SnapshotQuery { FocusId = Person("Ada"), Budget = budget })).Nodes.Select(n => n.Name);

        Assert.Equal(["Ada"], await Around(1));
        Assert.Equal(["Ada", "Cyd"], await Around(2));
        Assert.Equal(["Ada", "Cyd", "Bob", "Dan"], await Around(4));

        // Three edges away and no further: neither Fay nor those who have nothing to do with Ada.
        Assert.Equal(["Ada", "Cyd", "Bob", "Dan", "Eve"], await Around(1000));
        var filtered = await store.SnapshotAsync(
            new SnapshotQuery { FocusId = Person("Ada"), Filter = new MentionFilter { SpeakerId = Person("Cyd") } });
        Assert.Equal(["Ada", "Cyd"], filtered.Nodes.Select(n => n.Name));
    }

    [SkippableFact]
    public async Task Who_appears_with_whom_is_counted_by_sentences()
    {
        await using var store = await OpenEmptyAsync();
        var meeting = An.Article("Ada Byrne met Carl Dunne in Harwick. Carl Dunne smiled. She thanked Carl Dunne.").On("2026-01-05").In("The Courier")
            .Person("Ada Byrne", "She").Person("Carl Dunne").Place("Harwick");
        var parting = An.Article("Ada Byrne left Carl Dunne.").On("2026-02-05").In("The Gazette").Person("Ada Byrne").Person("Carl Dunne");
        await PutAll(store, meeting, parting);
        string ada = Person("Ada Byrne"), carl = Person("Carl Dunne");
        string first = string.CompareOrdinal(ada, carl) < 0 ? ada : carl, second = first == ada ? carl : ada;

        GraphEdgeKind[] appearsWith = [GraphEdgeKind.AppearsWith];
        var around = (await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = ada, Kinds = appearsWith }))!;
        Assert.Equal(["Carl Dunne", "Harwick"], around.Nodes.Select(n => n.Name));
        Assert.Equal(
            new GraphEdge
            {
                Id = ContentId.OfEdge(GraphEdgeKind.AppearsWith, first, second),
                Kind = GraphEdgeKind.AppearsWith,
                Source = first,
                Target = second,
                Count = 3,
                Articles = 2,
                First = new DateOnly(2026, 1, 5),
                Last = new DateOnly(2026, 2, 5),
            },
            around.Edges[0]);

        var inGazette = new MentionFilter { Outlet = "The Gazette" };
        var narrower = (await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = ada, Kinds = appearsWith, Filter = inGazette }))!;
        Assert.Equal((1, 1), (narrower.Total, narrower.Edges.Single().Count));
        Assert.Equal(around.Edges[0], (await store.EdgesBetweenAsync([ada, carl], GraphEdgeKind.AppearsWith, new MentionFilter())).Single());
        Assert.Equal(narrower.Edges, await store.EdgesBetweenAsync([ada, carl, Place("Harwick")], GraphEdgeKind.AppearsWith, inGazette));
        Assert.Empty(await store.EdgesBetweenAsync([ada, carl], GraphEdgeKind.Said, new MentionFilter()));

        var sentences = await store.SharedSentencesAsync(ada, carl, new PageRequest());
        Assert.Equal(["Ada Byrne met Carl Dunne in Harwick.", "She thanked Carl Dunne.", "Ada Byrne left Carl Dunne."], sentences.Items.Select(s => s.Passage.Trim()));
        Assert.Equal(3, sentences.Total);
        var text = meeting.Annotated().Article.Text;
        Assert.Equal(["She", "Carl Dunne"], sentences.Items[1].Mentions.Select(m => m.Span.In(text)));
        Assert.Equal([MentionKind.Pronoun, MentionKind.Name], sentences.Items[1].Mentions.Select(m => m.Kind));
        Assert.Equal("Ada Byrne left Carl Dunne.", (await store.SharedSentencesAsync(carl, ada, new PageRequest(2, 1))).Items.Single().Passage);

        await store.ApplyAsync(new GraphChange.Remove(meeting.Annotated().Article.Id));
        Assert.Equal(1, (await store.EdgesBetweenAsync([ada, carl], GraphEdgeKind.AppearsWith, new MentionFilter())).Single().Count);
    }

    [SkippableTheory]
    [InlineData(Passages.MostTogether, Passages.MostTogether - 1)]
    [InlineData(Passages.MostTogether + 1, 0)]
    public async Task A_sentence_that_is_only_a_list_of_names_brings_nobody_together(int names, int expected)
    {
        await using var store = await OpenEmptyAsync();
        var all = Enumerable.Range(1, names).Select(i => string.Create(CultureInfo.InvariantCulture, $"Citizen N{i:00}")).ToList();
        var article = An.Article($"Present were {string.Join(", ", all)}. They ate.");
        foreach (var name in all) article.Person(name);
        await PutAll(store, article);
        var around = (await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Person(all[0]), Kinds = [GraphEdgeKind.AppearsWith] }))!;
        Assert.Equal(expected, around.Total);
        Assert.Equal(expected > 0 ? 1 : 0, (await store.SharedSentencesAsync(Person(all[0]), Person(all[1]), new PageRequest())).Total);
        Assert.Equal(names, (await store.StatisticsAsync()).Mentions);
    }

    [SkippableFact]
    public async Task Said_and_AppearsIn_lead_to_articles()
    {
        await using var store = await OpenEmptyAsync();
        var debate = Debate();
        await PutAll(store, debate);
        var ada = Person("Ada Byrne");
        var around = (await store.NeighbourhoodAsync(
            new NeighbourhoodQuery { EntityId = ada, Kinds = [GraphEdgeKind.Said, GraphEdgeKind.AppearsIn] }))!;
        var both = debate[0].Annotated().Article.Id;
        Assert.Equal((4, 0), (around.Total, around.Nodes.Count));
        Assert.Equal(both, around.Articles[0].Id);
        Assert.Equal([2, 1], around.Edges.Where(e => e.Kind == GraphEdgeKind.Said).Select(e => e.Count));
        var said = around.Edges.First(e => e.Kind == GraphEdgeKind.Said);
        Assert.Equal((ada, both, 0.9, new DateOnly(2026, 1, 5)), (said.Source, said.Target, said.Confidence, said.First));
        var appears = around.Edges.Single(e => e.Kind == GraphEdgeKind.AppearsIn && e.Target == both);
        Assert.Equal((ContentId.OfEdge(GraphEdgeKind.AppearsIn, ada, both), 2, 1.0), (appears.Id, appears.Count, appears.Confidence));

        var direct = (await store.NeighbourhoodAsync(new NeighbourhoodQuery
        {
            EntityId = ada,
            Kinds = [GraphEdgeKind.Said],
            Filter = new MentionFilter { Kind = AttributionKind.Direct },
        }))!;
        Assert.Equal(1, Assert.Single(direct.Edges).Count);
        var late = (await store.NeighbourhoodAsync(new NeighbourhoodQuery
        {
            EntityId = ada,
            Kinds = [GraphEdgeKind.AppearsIn],
            Filter = new MentionFilter { From = new DateOnly(2026, 1, 10), Outlet = "The Courier" },
        }))!;
        Assert.Equal([debate[2].Annotated().Article.Id], late.Articles.Select(a => a.Id));
    }

    [SkippableFact]
    public async Task Neighbours_of_several_kinds_are_one_ranking()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Debate());
        var around = (await store.NeighbourhoodAsync(
            new NeighbourhoodQuery { EntityId = Person("Ada Byrne"), Kinds = Enum.GetValues<GraphEdgeKind>() }))!;
        Assert.Equal(3 + 4, around.Total);
        Assert.Equal("Carl Dunne", around.Nodes[0].Name);
        Assert.Equal(
            [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith, GraphEdgeKind.Said, GraphEdgeKind.AppearsIn],
            around.Edges.Select(e => e.Kind).Distinct().Order());
        var nothing = (await store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Person("Ada Byrne"), Kinds = [] }))!;
        Assert.Equal((0, "Ada Byrne"), (nothing.Total, nothing.Centre.Name));
    }
}
