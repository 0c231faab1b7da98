namespace EntityGraph;

/// <summary>A short fact that speaks for a decision.</summary>
/// <param name="Kind">What kind of fact, in a word or two: "same surname", "probability".</param>
/// <param name="Text">The fact: "Lowe", "0.97".</param>
public sealed record Reason(string Kind, string Text);

/// <summary>An entity as the graph showed it when something was decided of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
public sealed record DecidedEntity(string Id, EntityType Type, string Name);

/// <summary>
/// Something decided of the graph by a person or the program, laid over what the articles say. It holds for articles that come
/// later and for those that come again, until it is undone; undone ones are kept.
/// </summary>
public sealed record Decision
{
    /// <summary>Its place among the decisions: 1 for the first, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>What is decided.</summary>
    public required Ruling Ruling { get; init; }

    /// <summary>Who decided, by name; null where it was the program.</summary>
    public string? By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What spoke for it.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The entities that the ruling names, as they were.</summary>
    public IReadOnlyList<DecidedEntity> Entities { get; init; } = [];

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Who undid it, by name; null where it holds or the program undid it.</summary>
    public string? UndoneBy { get; init; }
}
