namespace EntityGraph.Transfer;

/// <summary>Which part of a graph is exported: all of it, what passes a filter, or what a view shows.</summary>
public sealed record ExportQuery
{
    /// <summary>The most entities that a view may have.</summary>
    public const int MostEntities = 1000;

    /// <summary>
    /// Which statements make edges. One that is not empty leaves out entities without such an edge, unless they are asked for by id.
    /// </summary>
    public MentionFilter Filter { get; init; } = new();

    /// <summary>
    /// The entities of a view, at most <see cref="MostEntities"/>, or null for the whole graph. Those that the graph does not have
    /// are left out; of the edges between the others come the strongest 3,000 of each kind.
    /// </summary>
    public IReadOnlyCollection<string>? EntityIds { get; init; }

    /// <summary>The kinds of edge between the entities of a view: Mentioned and AppearsWith. The whole graph is exported with Mentioned alone.</summary>
    public IReadOnlyList<GraphEdgeKind> Kinds { get; init; } = [GraphEdgeKind.Mentioned];

    /// <summary>Itself, if its parts go together.</summary>
    /// <exception cref="ArgumentException">There are too many ids, or a kind cannot be exported.</exception>
    public ExportQuery Checked()
    {
        if (EntityIds?.Count > MostEntities) throw new ArgumentException($"There are {EntityIds.Count} ids; {MostEntities} at the most are taken.");
        if (Kinds.Any(k => k is not (GraphEdgeKind.Mentioned or GraphEdgeKind.AppearsWith)))
            throw new ArgumentException("Edges of the kinds Mentioned and AppearsWith alone can be exported.");
        return EntityIds is null && Kinds.Any(k => k != GraphEdgeKind.Mentioned)
            ? throw new ArgumentException("The whole graph is exported with edges of the kind Mentioned alone; give ids for others.")
            : this;
    }
}
