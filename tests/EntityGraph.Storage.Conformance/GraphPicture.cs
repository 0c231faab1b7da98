using System.Text.Json;

namespace EntityGraph.Storage.Conformance;

/// <summary>All that a graph answers, written down, so that two graphs can be compared whatever their histories.</summary>
public static class GraphPicture
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Asks everything of a small graph (at most 1,000 of anything); numbers of changes are left out.</summary>
    public static async Task<string> Of(IGraphStore store)
    {
        var everything = new PageRequest(0, PageRequest.MaxLimit);
        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 1000 });
        var articles = await store.ArticlesAsync(new ArticleQuery { Page = everything });
        var neighbourhoods = new List<object?>();
        var hits = new List<object?>();
        foreach (var node in snapshot.Nodes)
        {
            var neighbourhood = await store.NeighbourhoodAsync(
                new NeighbourhoodQuery { EntityId = node.Id, Kinds = Enum.GetValues<GraphEdgeKind>(), Page = everything });
            neighbourhoods.Add(neighbourhood! with { Number = 0 });
            hits.Add(await store.SearchAsync(node.Name, 5));
        }

        var texts = new List<object?>();
        foreach (var article in articles.Items) texts.Add(await store.ArticleAsync(article.Id));
        return JsonSerializer.Serialize(
            new
            {
                Snapshot = snapshot with { Number = 0 },
                Statistics = await store.StatisticsAsync() with { Number = 0 },
                Outlets = await store.OutletsAsync(),
                Articles = articles,
                Texts = texts,
                WhoMentioned = await store.WhoMentionedAsync(new MentionFilter(), everything),
                Evidence = await store.EvidenceAsync(new MentionFilter(), everything),
                Neighbourhoods = neighbourhoods,
                Hits = hits,
            },
            Readable);
    }

    /// <summary>The graph that is left when all differences from the first are applied, and its last number.</summary>
    public static async Task<(long Number, Dictionary<string, GraphNode> Nodes, Dictionary<string, GraphEdge> Edges)> Replay(IGraphStore store)
    {
        long number = 0;
        var nodes = new Dictionary<string, GraphNode>();
        var edges = new Dictionary<string, GraphEdge>();
        while (await store.ChangesAfterAsync(number, 7) is { Count: > 0 } differences)
        {
            foreach (var difference in differences)
            {
                Assert.Equal(number + 1, difference.Number);
                number = difference.Number;
                foreach (var node in difference.Nodes) nodes[node.Id] = node;
                foreach (var edge in difference.Edges) edges[edge.Id] = edge;
                foreach (var id in difference.RemovedNodes) Assert.True(nodes.Remove(id));
                foreach (var id in difference.RemovedEdges) Assert.True(edges.Remove(id));
            }
        }

        return (number, nodes, edges);
    }
}
