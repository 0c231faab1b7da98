using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>The nodes and edges that a change may alter, as they were before it.</summary>
internal sealed class Touched(Session session)
{
    private readonly SortedDictionary<string, GraphNode?> nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Source, long Target, GraphEdge? Before)> edges = new(StringComparer.Ordinal);

    /// <summary>Remembers the entities and edges of an article that are not remembered yet.</summary>
    public void Remember(ArticleFacts facts, ArticleKeys keys)
    {
        foreach (var entity in facts.Annotated.Entities)
        {
            // A row without an article was made for this very change.
            if (!nodes.ContainsKey(entity.Id)) nodes.Add(entity.Id, Node(entity.Id) is { Articles: > 0 } node ? node : null);
        }

        foreach (var (speaker, mentioned) in facts.Mentioned.Keys)
        {
            var id = ContentId.OfEdge(GraphEdgeKind.Mentioned, facts.Annotated.Entities[speaker].Id, facts.Annotated.Entities[mentioned].Id);
            long source = keys.Entities[speaker], target = keys.Entities[mentioned];
            if (!edges.ContainsKey(id)) edges.Add(id, (source, target, Edge(source, target)));
        }
    }

    /// <summary>Puts into a difference what has become of them.</summary>
    public GraphDifference Into(GraphDifference difference)
    {
        var nodesNow = nodes.ToDictionary(n => n.Key, n => Node(n.Key));
        var edgesNow = edges.ToDictionary(e => e.Key, e => Edge(e.Value.Source, e.Value.Target));
        return difference with
        {
            Nodes = [.. nodes.Where(n => nodesNow[n.Key] is not null && nodesNow[n.Key] != n.Value).Select(n => nodesNow[n.Key]!)],
            Edges = [.. edges.Where(e => edgesNow[e.Key] is not null && edgesNow[e.Key] != e.Value.Before).Select(e => edgesNow[e.Key]!)],
            RemovedNodes = [.. nodes.Where(n => n.Value is not null && nodesNow[n.Key] is null).Select(n => n.Key)],
            RemovedEdges = [.. edges.Where(e => e.Value.Before is not null && edgesNow[e.Key] is null).Select(e => e.Key)],
        };
    }

    private GraphNode? Node(string id) =>
        session.Row($"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id = $1", row => Rows.Node(row), id);

    private GraphEdge? Edge(long source, long target) => session.Row(
        """
        SELECT s.id, t.id, e.count, e.articles, e.confidence, e.first, e.last
        FROM edge e JOIN entity s ON s.key = e.speaker JOIN entity t ON t.key = e.mentioned WHERE e.speaker = $1 AND e.mentioned = $2
        """,
        row => Rows.Edge(row, GraphEdgeKind.Mentioned), source, target);
}
