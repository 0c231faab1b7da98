namespace EntityGraph;

/// <summary>What part of the graph to show first.</summary>
public sealed record SnapshotQuery
{
    /// <summary>The entity around which to look, at most three edges away, or null for the whole graph.</summary>
    public string? FocusId { get; init; }

    /// <summary>How many nodes at the most, 1 to 1,000.</summary>
    public int Budget { get; init; } = 300;

    /// <summary>Which statements make edges. One that is not empty leaves out nodes without such an edge (but not the focus).</summary>
    public MentionFilter Filter { get; init; } = new();
}

/// <summary>
/// A part of the graph as it was right after a change: the nodes most spoken of and speaking (around the focus, those nearest
/// to it first), and every Mentioned edge between them.
/// </summary>
public sealed record GraphSnapshot
{
    /// <summary>The number of the last change that it holds; 0 for an empty graph.</summary>
    public required long Number { get; init; }

    /// <summary>The nodes, most relevant first.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; init; } = [];

    /// <summary>The Mentioned edges between those nodes.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; init; } = [];

    /// <summary>How many nodes the whole graph has.</summary>
    public int TotalNodes { get; init; }

    /// <summary>How many Mentioned edges the whole graph has.</summary>
    public int TotalEdges { get; init; }
}
