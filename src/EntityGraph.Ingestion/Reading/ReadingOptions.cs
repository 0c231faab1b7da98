namespace EntityGraph.Ingestion;

/// <summary>Limits and choices for reading documents.</summary>
public sealed record ReadingOptions
{
    /// <summary>The most bytes that a document (of JSON Lines: one line) may have; 10 MB unless set.</summary>
    public int MaxDocumentBytes { get; init; } = 10_000_000;

    /// <summary>The most UTF-16 code units that an article's text may have; 200,000 unless set.</summary>
    public int MaxTextLength { get; init; } = 200_000;

    /// <summary>How deep HTML may be nested; deeper pages are refused. 512 unless set, as in common browsers.</summary>
    public int MaxHtmlDepth { get; init; } = 512;

    /// <summary>How many elements HTML may have; larger pages are refused. 20,000 unless set, some five times a usual page.</summary>
    public int MaxHtmlElements { get; init; } = 20_000;

    /// <summary>Whether articles in other languages than English are let through; off unless set.</summary>
    public bool AllowOtherLanguages { get; init; }

    /// <summary>Which fields of JSON hold what.</summary>
    public FieldMapping Fields { get; init; } = FieldMapping.Default;
}
