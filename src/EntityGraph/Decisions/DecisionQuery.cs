namespace EntityGraph;

/// <summary>Which decisions are wanted. A property left null lets everything through.</summary>
public sealed record DecisionQuery
{
    /// <summary>Only decisions that name this entity or article.</summary>
    public string? About { get; init; }

    /// <summary>True for those that are undone alone, false for those that hold.</summary>
    public bool? IsUndone { get; init; }

    /// <summary>Which part of them, the last decided first.</summary>
    public PageRequest Page { get; init; } = new();
}
