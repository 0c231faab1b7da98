namespace EntityGraph.Ingestion;

/// <summary>
/// A document as it came in, not yet read. What is given here from outside (outlet, title, day, language, address) wins over
/// what the document says of itself.
/// </summary>
public sealed record Document
{
    /// <summary>What errors call it: a path, an address, "-" or the name of an uploaded file.</summary>
    public required string Name { get; init; }

    /// <summary>Its bytes, not decoded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>
    /// Its media type ("text/html; charset=windows-1252"), or null where nobody told; then the ending of
    /// <see cref="Name"/> decides, and without a known ending the content.
    /// </summary>
    public string? MediaType { get; init; }

    /// <summary>The address that it was fetched from or can be read at, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>
    /// What it is a version of if it declares no address of its own: the full path of a file, the address asked for of a
    /// fetched page, null for text that comes from nowhere in particular.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>The collection that its articles go into, or null.</summary>
    public string? Collection { get; init; }

    /// <summary>The publication, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>An ISO 639-1 code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is one of many in a file: a line of JSON Lines.</summary>
    internal bool IsPart { get; init; }

    /// <summary>Of one of many, the origin of the file that holds them, or null.</summary>
    internal string? Container { get; init; }
}
