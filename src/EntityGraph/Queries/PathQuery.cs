namespace EntityGraph;

/// <summary>Which paths between two entities are wanted.</summary>
public sealed record PathQuery
{
    /// <summary>The most edges that a path may have.</summary>
    public const int MostHops = 4;

    /// <summary>The most paths that one answer may have.</summary>
    public const int MostPaths = 10;

    /// <summary>The entity at the one end.</summary>
    public required string FromId { get; init; }

    /// <summary>The entity at the other end.</summary>
    public required string ToId { get; init; }

    /// <summary>
    /// The kinds of edge to follow, <see cref="GraphEdgeKind.Mentioned"/> and <see cref="GraphEdgeKind.AppearsWith"/>, each in
    /// either direction.
    /// </summary>
    public IReadOnlyList<GraphEdgeKind> Kinds { get; init; } = [GraphEdgeKind.Mentioned];

    /// <summary>How many edges a path may have at the most, 1 to <see cref="MostHops"/>.</summary>
    public int MaxLength { get; init; } = MostHops;

    /// <summary>How many paths to give at the most, 1 to <see cref="MostPaths"/>.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>Which statements make edges.</summary>
    public MentionFilter Filter { get; init; } = new();

    /// <summary>Itself, if its numbers are in range and its kinds lead to entities.</summary>
    /// <exception cref="ArgumentException">A number is out of range, or a kind leads to articles.</exception>
    public PathQuery Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxLength, MostHops);
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, MostPaths);
        return Kinds.All(k => k is GraphEdgeKind.Mentioned or GraphEdgeKind.AppearsWith)
            ? this
            : throw new ArgumentException("Paths follow edges of the kinds Mentioned and AppearsWith alone.");
    }
}

/// <summary>
/// Paths between two entities, none of which passes an entity twice: the shortest first; of equally long ones the strongest,
/// which is the one whose weakest hop has the most behind it, then the one with the most behind it in all; then in the ordinal
/// order of the ids. What is behind a hop is the sum of the counts of its edges.
/// </summary>
public sealed record PathAnswer
{
    /// <summary>The paths; none where the ends are not connected, the same, or not in the graph.</summary>
    public IReadOnlyList<GraphPath> Paths { get; init; } = [];

    /// <summary>The two ends, where the graph has them, and everyone on the paths; each once.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; init; } = [];

    /// <summary>The number of the last change that this holds.</summary>
    public required long Number { get; init; }

    /// <summary>
    /// Whether everything was looked at that could bring a better path. False where the search took too long or met entities
    /// with so many neighbours that only the strongest of them were followed.
    /// </summary>
    public bool Complete { get; init; }
}

/// <summary>A way from one entity to another.</summary>
/// <param name="EntityIds">The entities in their order, both ends among them.</param>
/// <param name="Edges">
/// The edges that the way follows, hop by hop; all those of the wanted kinds between two neighbours, in either direction, the
/// strongest first.
/// </param>
public sealed record GraphPath(IReadOnlyList<string> EntityIds, IReadOnlyList<GraphEdge> Edges);
