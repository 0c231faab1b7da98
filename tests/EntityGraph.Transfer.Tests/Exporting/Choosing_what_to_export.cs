using System.Text;
using System.Text.Json;
using EntityGraph.Storage.Conformance;

namespace EntityGraph.Transfer.Tests.Exporting;

public sealed class Choosing_what_to_export
{
    [Fact]
    public async Task A_filter_leaves_only_its_edges_and_their_ends()
    {
        await using var temporary = await Debate.StoreAsync();
        var (nodes, edges) = await ExportAsync(temporary.Store, new ExportQuery { Filter = new MentionFilter { Outlet = "The Mail" } });
        Assert.Equal(new[] { Debate.Ada, Debate.Ben }.Order(), nodes.Order());
        Assert.Equal([(Debate.Ben, Debate.Ada)], edges);
    }

    [Fact]
    public async Task A_filter_that_nothing_passes_gives_an_empty_file_of_the_right_form()
    {
        await using var temporary = await Debate.StoreAsync();
        var (nodes, edges) = await ExportAsync(temporary.Store, new ExportQuery { Filter = new MentionFilter { Outlet = "none" } });
        Assert.Empty(nodes);
        Assert.Empty(edges);
        foreach (var format in Enum.GetValues<ExportFormat>().Except([ExportFormat.FollowTheMoney]))
            Assert.NotEmpty(await temporary.Store.ExportAsync(format, new ExportQuery { Filter = new MentionFilter { Outlet = "none" } }));
    }

    [Fact]
    public async Task A_view_is_exported_as_it_is_shown()
    {
        await using var temporary = await Debate.StoreAsync();
        var (nodes, edges) = await ExportAsync(
            temporary.Store, new ExportQuery { EntityIds = [Debate.Mill, Debate.Ada, "nobody", Debate.Ada, Debate.Leeds], Filter = new MentionFilter { MentionedId = Debate.Mill } });
        Assert.Equal([Debate.Mill, Debate.Ada, Debate.Leeds], nodes);
        Assert.Equal([(Debate.Ada, Debate.Mill)], edges);
    }

    [Fact]
    public async Task Articles_are_those_of_the_filter()
    {
        await using var temporary = await Debate.StoreAsync();
        foreach (var (filter, articles) in new[]
        {
            (new MentionFilter { Outlet = "The Mail" }, 1L), (new MentionFilter { From = new DateOnly(2025, 1, 1) }, 2), (new MentionFilter { To = new DateOnly(2025, 3, 1) }, 1),
            (new MentionFilter { ArticleId = Debate.Articles().First().Annotated().Article.Id }, 1), (new MentionFilter { SpeakerId = Debate.Ben }, 14), (new MentionFilter(), 14),
        })
        {
            using var output = new MemoryStream();
            Assert.Equal(articles, (await GraphExport.WriteAsync(temporary.Store, ExportFormat.FollowTheMoney, new ExportQuery { Filter = filter }, output)).Articles);
        }
    }

    [Fact]
    public async Task Articles_name_those_that_decisions_have_made_of_others()
    {
        await using var temporary = await Debate.StoreAsync();
        await temporary.Store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([Debate.Leeds], Debate.Mill)));
        var file = Encoding.UTF8.GetString(await temporary.Store.ExportAsync(ExportFormat.FollowTheMoney));
        Assert.DoesNotContain(Debate.Leeds, file, StringComparison.Ordinal);
        Assert.Contains($"-{Debate.Mill}\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_exported_together_is_refused()
    {
        await using var temporary = await TemporaryStore.OfAsync();
        foreach (var query in new[]
        {
            new ExportQuery { Kinds = [GraphEdgeKind.AppearsWith] }, new ExportQuery { EntityIds = ["a"], Kinds = [GraphEdgeKind.Said] },
            new ExportQuery { EntityIds = [.. Enumerable.Range(0, 1001).Select(i => $"{i}")] },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => temporary.Store.ExportAsync(ExportFormat.Json, query));
        }
    }

    [Fact]
    public async Task An_edge_to_an_entity_that_came_meanwhile_is_left_for_the_next_export()
    {
        await using var temporary = await Debate.StoreAsync();
        var late = An.Article("Ada Byrne said that Cy Dale lied.").Person("Ada Byrne").Person("Cy Dale").Says("Ada Byrne", "said", "that Cy Dale lied");
        var cy = ContentId.OfEntity(EntityType.Person, "Cy Dale");
        var selection = new Selection(temporary.Store, new ExportQuery());
        var before = (await temporary.Store.StatisticsAsync()).Edges;
        await foreach (var node in selection.NodesAsync(default))
            Assert.NotEqual(cy, node.Id);
        await temporary.Store.ApplyAsync(late.Put());
        var edges = 0;
        await foreach (var edge in selection.EdgesAsync(default))
        {
            Assert.NotEqual(cy, edge.Target);
            edges++;
        }

        Assert.Equal(before, edges);
        Assert.Contains(cy, (await ExportAsync(temporary.Store, new ExportQuery())).Edges.Select(e => e.Target));
    }

    [Theory]
    [InlineData("graph.GEXF", ExportFormat.Gexf)]
    [InlineData("a/b.graphml", ExportFormat.GraphMl)]
    [InlineData("x.zip", ExportFormat.Csv)]
    [InlineData("x.json", ExportFormat.Json)]
    [InlineData("x.ftm.json", ExportFormat.FollowTheMoney)]
    [InlineData("x.cypher", ExportFormat.Cypher)]
    [InlineData("x.csv", null)]
    [InlineData("x", null)]
    public void The_form_is_told_by_the_files_name(string name, ExportFormat? format) => Assert.Equal(format, ExportFormats.OfFile(name));

    [Fact]
    public void Every_format_has_a_name_of_its_own()
    {
        Assert.Equal(Enum.GetValues<ExportFormat>(), ExportFormats.Names.Select(n => ExportFormats.OfName(n.ToUpperInvariant())!.Value));
        Assert.Equal(ExportFormats.Names, Enum.GetValues<ExportFormat>().Select(f => f.Name()));
        Assert.Null(ExportFormats.OfName("xlsx"));
    }

    private static async Task<(List<string> Nodes, List<(string Source, string Target)> Edges)> ExportAsync(IGraphStore store, ExportQuery query) =>
        Read(await store.ExportAsync(ExportFormat.Json, query));

    private static (List<string> Nodes, List<(string Source, string Target)> Edges) Read(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return (
            [.. json.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!)],
            [.. json.RootElement.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("source").GetString()!, e.GetProperty("target").GetString()!))]);
    }
}
