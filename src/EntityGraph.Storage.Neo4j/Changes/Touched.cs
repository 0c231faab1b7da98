namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// The nodes and edges that a change may alter, as they were before it. Where one article takes another's place some come out as
/// they were: these are left out of the difference.
/// </summary>
internal sealed class Touched(Workspace work)
{
    private readonly SortedDictionary<string, GraphNode?> nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, GraphEdge?> edges = new(StringComparer.Ordinal);

    /// <summary>Remembers the entities and edges of an article, before the article is put or taken away.</summary>
    public void Remember(ArticleFacts facts)
    {
        foreach (var entity in facts.Annotated.Entities) nodes.TryAdd(entity.Id, work.Entities[entity.Id]?.Node);
        foreach (var id in facts.Mentioned.Keys.Select(ends => ArticleEdges.Mentioned(facts, ends).Id)) edges.TryAdd(id, work.Mentioned[id]);
    }

    /// <summary>Puts into a difference what has become of them.</summary>
    public GraphDifference Into(GraphDifference difference) => difference with
    {
        Nodes = [.. nodes.Select(n => (n.Value, Now: work.Entities[n.Key]?.Node)).Where(n => n.Now is not null && n.Now != n.Value).Select(n => n.Now!)],
        Edges = [.. edges.Select(e => (e.Value, Now: work.Mentioned[e.Key])).Where(e => e.Now is not null && e.Now != e.Value).Select(e => e.Now!)],
        RemovedNodes = [.. nodes.Keys.Where(id => work.Entities[id] is null)],
        RemovedEdges = [.. edges.Keys.Where(id => work.Mentioned[id] is null)],
    };
}
