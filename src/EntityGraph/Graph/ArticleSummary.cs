namespace EntityGraph;

/// <summary>An article in a list.</summary>
public sealed record ArticleSummary
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The headline, else the first words of the text.</summary>
    public required string Title { get; init; }

    /// <summary>The publication, or null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it can be read, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The day of publication, or null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The set that it belongs to, or null.</summary>
    public string? Collection { get; init; }

    /// <summary>How many entities it names.</summary>
    public int Entities { get; init; }

    /// <summary>How many attributions it holds.</summary>
    public int Attributions { get; init; }
}
