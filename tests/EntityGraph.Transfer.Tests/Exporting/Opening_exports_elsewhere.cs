using System.Text.Json;

namespace EntityGraph.Transfer.Tests.Exporting;

/// <summary>The files read by programs of others.</summary>
public sealed class Opening_exports_elsewhere
{
    [SkippableTheory]
    [InlineData(ExportFormat.GraphMl, "graphml")]
    [InlineData(ExportFormat.Gexf, "gexf")]
    public async Task Graphology_reads_every_node_edge_and_attribute(ExportFormat format, string form)
    {
        await using var temporary = await Debate.StoreAsync();
        var read = await ReadAgain.Async(form, await temporary.Store.ExportAsync(format));

        Assert.Equal(
            await Debate.NodesAsync(temporary.Store, Debate.XmlText),
            Debate.Sorted(read.GetProperty("nodes").EnumerateArray().Select(n => Line(n, "id", "label", "type", "mentionedBy", "said", "articles", "first", "last"))));
        Assert.Equal(
            await Debate.EdgesAsync(temporary.Store),
            Debate.Sorted(read.GetProperty("edges").EnumerateArray()
                .Select(e => Line(e, "id", "source", "target", "kind", "weight", "articles", "confidence", "first", "last"))));
        Assert.All(read.GetProperty("edges").EnumerateArray(), e => Assert.False(e.GetProperty("undirected").GetBoolean()));
    }

    // Of GraphML it takes the graph's own direction for that of every edge.
    [SkippableFact]
    public async Task Graphology_reads_edges_of_both_kinds_between_the_same_two()
    {
        await using var temporary = await Debate.StoreAsync();
        var view = new ExportQuery { EntityIds = [Debate.Ada, Debate.Ben], Kinds = [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith] };
        var read = await ReadAgain.Async("gexf", await temporary.Store.ExportAsync(ExportFormat.Gexf, view));
        Assert.Equal(
            ["AppearsWith True", "Mentioned False", "Mentioned False"],
            read.GetProperty("edges").EnumerateArray().Select(e => $"{e.GetProperty("kind")} {e.GetProperty("undirected")}").Order());
    }

    [SkippableFact]
    public async Task FollowTheMoneys_own_model_finds_nothing_wrong()
    {
        await using var temporary = await Debate.StoreAsync();
        var view = new ExportQuery { EntityIds = [Debate.Ada, Debate.Ben, Debate.Leeds], Kinds = [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith] };
        foreach (var query in new[] { new ExportQuery(), view })
        {
            var read = await ReadAgain.Async("ftm", await temporary.Store.ExportAsync(ExportFormat.FollowTheMoney, query));
            Assert.Empty(read.GetProperty("problems").EnumerateArray().Select(p => p.GetString()));
            Assert.True(read.GetProperty("counts").GetProperty("Mention").GetInt32() > 1);
        }
    }

    private static string Line(JsonElement element, params string[] names) =>
        Debate.Line([.. names.Select(n => element.TryGetProperty(n, out var value) ? value.ToString() : null)]);
}
