namespace EntityGraph.Ingestion;

/// <summary>What the documents of a source are given, and how much is read.</summary>
public sealed record SourceOptions
{
    /// <summary>The most bytes of a document, of JSON Lines the most of one line; 10 MB unless set.</summary>
    public int MaxDocumentBytes { get; init; } = 10_000_000;

    /// <summary>The collection that the articles go into, or null.</summary>
    public string? Collection { get; init; }

    /// <summary>The publication that all of them are of, or null to let each say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Fetches addresses; null refuses them.</summary>
    public GuardedHttpFetcher? Fetcher { get; init; }

    /// <summary>What "-" reads; null for the process's standard input.</summary>
    public Stream? StandardInput { get; init; }
}
