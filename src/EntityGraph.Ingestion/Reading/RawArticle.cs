namespace EntityGraph.Ingestion;

/// <summary>What a reader found in a document, before what is given from outside is laid over it.</summary>
internal sealed record RawArticle
{
    /// <summary>The text without the title.</summary>
    public required string Body { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    /// <summary>The address that the document says it has.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// Whether that address says what the document is a version of. Pages name one another's addresses, by mistake or on
    /// purpose; a person's front matter or a field of a data file is meant.
    /// </summary>
    public bool UrlIsOrigin { get; init; }

    public DateOnly? Published { get; init; }

    public string? Language { get; init; }
}
