namespace EntityGraph;

/// <summary>
/// What a committed change did to the graph. Nodes and edges come in the state that they have after it, so applying
/// differences in the order of their numbers, once or twice, gives the same graph. Edges are of kind
/// <see cref="GraphEdgeKind.Mentioned"/>; the other kinds are asked for where they are shown.
/// </summary>
public sealed record GraphDifference
{
    /// <summary>The number of the change: 1 for the first, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeOutcome Outcome { get; init; }

    /// <summary>The article that was put or taken away; null where something was decided or undone.</summary>
    public ArticleSummary? Article { get; init; }

    /// <summary>What was decided or undone, or null.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The id of the earlier version that it replaced, or null.</summary>
    public string? ReplacedArticleId { get; init; }

    /// <summary>Nodes that are new or whose totals changed.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; init; } = [];

    /// <summary>Edges that are new or whose totals changed.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; init; } = [];

    /// <summary>Ids of nodes that no article names any more.</summary>
    public IReadOnlyList<string> RemovedNodes { get; init; } = [];

    /// <summary>Ids of edges that no statement is behind any more.</summary>
    public IReadOnlyList<string> RemovedEdges { get; init; } = [];
}
