namespace EntityGraph;

/// <summary>What a ruling would change, were it decided now.</summary>
public sealed record DecisionPreview
{
    /// <summary>Why it would be refused, or null where it would not.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the graph is so already and nothing would change.</summary>
    public bool IsAlreadySo { get; init; }

    /// <summary>The entities that it names, as the graph shows them.</summary>
    public IReadOnlyList<GraphNode> Entities { get; init; } = [];

    /// <summary>How many articles would change.</summary>
    public int Articles { get; init; }

    /// <summary>How many statements in them are made by, or mention, an entity that moves; or are corrected.</summary>
    public int Statements { get; init; }

    /// <summary>How many mentions in them move.</summary>
    public int Mentions { get; init; }

    /// <summary>The names that move, those that most articles give first, at most 20.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
