using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>
/// The nodes and edges that a change may alter. Where one article takes another's place, or articles are rewritten, some come out
/// as they were: only then is their earlier state kept, to leave them out of the difference.
/// </summary>
internal sealed class Touched(Session session, bool keepsEarlier)
{
    private readonly SortedDictionary<string, GraphNode?> nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Ends Ends, GraphEdge? Earlier)> edges = new(StringComparer.Ordinal);

    /// <summary>Remembers the entities and edges of an article, before the article is put or taken away.</summary>
    public void Remember(ArticleFacts facts)
    {
        foreach (var entity in facts.Annotated.Entities)
        {
            if (!nodes.ContainsKey(entity.Id)) nodes.Add(entity.Id, keepsEarlier ? Node(entity.Id) : null);
        }

        foreach (var (speaker, mentioned) in facts.Mentioned.Keys)
        {
            var ends = new Ends(facts.Annotated.Entities[speaker].Id, facts.Annotated.Entities[mentioned].Id);
            if (!edges.ContainsKey(ends.EdgeId)) edges.Add(ends.EdgeId, (ends, keepsEarlier ? Edge(ends) : null));
        }
    }

    /// <summary>Puts into a difference what has become of them.</summary>
    public GraphDifference Into(GraphDifference difference)
    {
        var nodesNow = nodes.Select(n => (n.Key, Earlier: n.Value, Now: Node(n.Key))).ToList();
        var edgesNow = edges.Select(e => (e.Key, e.Value.Earlier, Now: Edge(e.Value.Ends))).ToList();
        return difference with
        {
            Nodes = [.. nodesNow.Where(n => n.Now is not null && n.Now != n.Earlier).Select(n => n.Now!)],
            Edges = [.. edgesNow.Where(e => e.Now is not null && e.Now != e.Earlier).Select(e => e.Now!)],
            RemovedNodes = [.. nodesNow.Where(n => n.Now is null && WasThere(n.Earlier)).Select(n => n.Key)],
            RemovedEdges = [.. edgesNow.Where(e => e.Now is null && WasThere(e.Earlier)).Select(e => e.Key)],
        };
    }

    private bool WasThere(object? earlier) => !keepsEarlier || earlier is not null;

    /// <summary>A node; none for an entity that has only just got its row.</summary>
    private GraphNode? Node(string id) =>
        session.Row($"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id = $1 AND e.articles > 0", row => Rows.Node(row), id);

    /// <summary>An edge by the ids of its ends: an entity may lose its row and get another within a change.</summary>
    private GraphEdge? Edge(Ends ends) => session.Row(
        """
        SELECT $3, $1, $2, count, articles, confidence, first, last FROM edge
        WHERE speaker = (SELECT key FROM entity WHERE id = $1) AND mentioned = (SELECT key FROM entity WHERE id = $2)
        """,
        row => Rows.Edge(row, GraphEdgeKind.Mentioned), ends.SpeakerId, ends.MentionedId, ends.EdgeId);

    private sealed record Ends(string SpeakerId, string MentionedId)
    {
        public string EdgeId { get; } = ContentId.OfEdge(GraphEdgeKind.Mentioned, SpeakerId, MentionedId);
    }
}
