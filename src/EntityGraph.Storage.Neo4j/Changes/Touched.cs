namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// The nodes and edges that a change may alter, as they were before it. Where one article takes another's place, or articles are
/// rewritten, some come out as they were: these are left out of the difference.
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

    /// <summary>Numbers a difference, with what has become of them, and leaves it to be written.</summary>
    /// <param name="difference">What happened, still without number, nodes and edges.</param>
    /// <param name="place">The place of the change among those written together.</param>
    public CommitResult Commit(GraphDifference difference, int place)
    {
        work.Graph = work.Graph with { Number = work.Graph.Number + 1 };
        difference = Into(difference with { Number = work.Graph.Number });
        work.Differences.Add((place, difference));
        return new CommitResult(difference.Outcome, difference) { Decision = difference.Decision };
    }

    private GraphDifference Into(GraphDifference difference) => difference with
    {
        Nodes = [.. nodes.Select(n => (n.Value, Now: work.Entities[n.Key]?.Node)).Where(n => n.Now is not null && n.Now != n.Value).Select(n => n.Now!)],
        Edges = [.. edges.Select(e => (e.Value, Now: work.Mentioned[e.Key])).Where(e => e.Now is not null && e.Now != e.Value).Select(e => e.Now!)],
        RemovedNodes = [.. nodes.Where(n => n.Value is not null && work.Entities[n.Key] is null).Select(n => n.Key)],
        RemovedEdges = [.. edges.Where(e => e.Value is not null && work.Mentioned[e.Key] is null).Select(e => e.Key)],
    };
}
