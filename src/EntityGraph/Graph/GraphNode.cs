namespace EntityGraph;

/// <summary>An entity as the graph shows it, with its present totals.</summary>
public sealed record GraphNode
{
    /// <summary>The entity's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The name that most articles give it; the longest of those, then the first in ordinal order.</summary>
    public required string Name { get; init; }

    /// <summary>How many statements of others mention it. Wire copy counts once.</summary>
    public int MentionedBy { get; init; }

    /// <summary>How many statements it makes. Wire copy counts once.</summary>
    public int Said { get; init; }

    /// <summary>In how many articles it appears.</summary>
    public int Articles { get; init; }

    /// <summary>The first day of an article that names it, or null where no article has a date.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day of an article that names it.</summary>
    public DateOnly? Last { get; init; }
}
