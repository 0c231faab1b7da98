namespace EntityGraph;

/// <summary>What an edge says of its two ends.</summary>
public enum GraphEdgeKind
{
    /// <summary>The source entity made a statement that mentions the target entity.</summary>
    Mentioned,

    /// <summary>The two entities stand in the same sentence (see <see cref="Passages.Standing"/>). Undirected: the lesser id is the source.</summary>
    AppearsWith,

    /// <summary>The source entity makes a statement in the target article.</summary>
    Said,

    /// <summary>The source entity is named in the target article.</summary>
    AppearsIn,
}

/// <summary>An edge as the graph shows it, with its present totals.</summary>
public sealed record GraphEdge
{
    /// <summary>See <see cref="ContentId.OfEdge"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required GraphEdgeKind Kind { get; init; }

    /// <summary>The entity that it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The entity or article that it goes to.</summary>
    public required string Target { get; init; }

    /// <summary>How many statements (Mentioned, Said), sentences (AppearsWith) or mentions (AppearsIn) are behind it.</summary>
    public int Count { get; init; }

    /// <summary>In how many articles.</summary>
    public int Articles { get; init; }

    /// <summary>The highest confidence of the statements behind it, 0 to 1; 1 for edges that rest on no statement.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>The first day of an article behind it, or null where none has a date.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day of an article behind it.</summary>
    public DateOnly? Last { get; init; }
}
