namespace EntityGraph;

/// <summary>Which articles are wanted. A property left null lets everything through.</summary>
public sealed record ArticleQuery
{
    /// <summary>Only articles of this collection.</summary>
    public string? Collection { get; init; }

    /// <summary>Only articles that name this entity.</summary>
    public string? EntityId { get; init; }

    /// <summary>Which part of them.</summary>
    public PageRequest Page { get; init; } = new();
}
