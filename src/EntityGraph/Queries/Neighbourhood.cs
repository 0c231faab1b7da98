namespace EntityGraph;

/// <summary>Which neighbours of an entity are wanted.</summary>
public sealed record NeighbourhoodQuery
{
    /// <summary>The entity in the middle.</summary>
    public required string EntityId { get; init; }

    /// <summary>The kinds of edge to follow; <see cref="GraphEdgeKind.AppearsIn"/> and Said lead to articles.</summary>
    public IReadOnlyList<GraphEdgeKind> Kinds { get; init; } = [GraphEdgeKind.Mentioned];

    /// <summary>Which statements make edges.</summary>
    public MentionFilter Filter { get; init; } = new();

    /// <summary>Which part of the neighbours, strongest first.</summary>
    public PageRequest Page { get; init; } = new();
}

/// <summary>An entity and a page of its neighbours, ranked by the counts of the edges to them, then by name.</summary>
public sealed record Neighbourhood
{
    /// <summary>The entity in the middle.</summary>
    public required GraphNode Centre { get; init; }

    /// <summary>The neighbours that are entities.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; init; } = [];

    /// <summary>The neighbours that are articles.</summary>
    public IReadOnlyList<ArticleSummary> Articles { get; init; } = [];

    /// <summary>The edges between the middle and these neighbours.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; init; } = [];

    /// <summary>How many neighbours there are in all.</summary>
    public int Total { get; init; }

    /// <summary>The number of the last change that this holds.</summary>
    public required long Number { get; init; }
}
