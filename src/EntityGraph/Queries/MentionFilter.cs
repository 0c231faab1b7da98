namespace EntityGraph;

/// <summary>
/// Which statements to count or show. A property left null lets everything through. Edges that rest on no statement
/// (<see cref="GraphEdgeKind.AppearsWith"/>, <see cref="GraphEdgeKind.AppearsIn"/>) are asked only for the article's day,
/// outlet and id. The totals of nodes are never filtered.
/// </summary>
public sealed record MentionFilter
{
    /// <summary>Only statements of this entity.</summary>
    public string? SpeakerId { get; init; }

    /// <summary>Only statements that mention this entity.</summary>
    public string? MentionedId { get; init; }

    /// <summary>Only speakers of this type.</summary>
    public EntityType? SpeakerType { get; init; }

    /// <summary>Only mentioned entities of this type.</summary>
    public EntityType? MentionedType { get; init; }

    /// <summary>Only articles of this day or later; articles without a date do not pass.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only articles of this day or earlier; articles without a date do not pass.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only articles of this outlet (exact name).</summary>
    public string? Outlet { get; init; }

    /// <summary>Only this article.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Only statements given in this way.</summary>
    public AttributionKind? Kind { get; init; }

    /// <summary>Only statements at least this sure, 0 to 1.</summary>
    public double? MinConfidence { get; init; }
}
