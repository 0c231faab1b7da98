using System.Text.Json;

namespace EntityGraph.Ingestion;

/// <summary>The forms that documents come in.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown, with YAML front matter or without.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>One JSON object, or an array of them.</summary>
    Json,

    /// <summary>JSON Lines: an object a line.</summary>
    JsonLines,
}

/// <summary>Tells what form a document has.</summary>
public static class DocumentFormats
{
    private static readonly Dictionary<string, DocumentFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = DocumentFormat.Text,
        [".text"] = DocumentFormat.Text,
        [".md"] = DocumentFormat.Markdown,
        [".markdown"] = DocumentFormat.Markdown,
        [".html"] = DocumentFormat.Html,
        [".htm"] = DocumentFormat.Html,
        [".xhtml"] = DocumentFormat.Html,
        [".json"] = DocumentFormat.Json,
        [".jsonl"] = DocumentFormat.JsonLines,
        [".ndjson"] = DocumentFormat.JsonLines,
    };

    private static readonly Dictionary<string, DocumentFormat> ByMediaType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/plain"] = DocumentFormat.Text,
        ["text/markdown"] = DocumentFormat.Markdown,
        ["text/html"] = DocumentFormat.Html,
        ["application/xhtml+xml"] = DocumentFormat.Html,
        ["application/json"] = DocumentFormat.Json,
        ["application/ld+json"] = DocumentFormat.Json,
        ["application/jsonl"] = DocumentFormat.JsonLines,
        ["application/x-ndjson"] = DocumentFormat.JsonLines,
    };

    /// <summary>The endings of file names that are known, each with its dot; the others are passed over in folders.</summary>
    public static IReadOnlyCollection<string> Extensions => ByExtension.Keys;

    /// <summary>The media types that are known, without parameters.</summary>
    public static IReadOnlyCollection<string> MediaTypes => ByMediaType.Keys;

    /// <summary>The form that the ending of a name tells, or null.</summary>
    public static DocumentFormat? OfName(string name) =>
        ByExtension.TryGetValue(Path.GetExtension(name), out var format) ? format : null;

    /// <summary>
    /// The form of a document: by its media type, by its name's ending, else by how it begins. Browsers call uploaded files of
    /// any text form text/plain, so a known ending goes before that type.
    /// </summary>
    public static DocumentFormat Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var type = document.MediaType?.Split(';', 2)[0].Trim();
        var known = type is not null && ByMediaType.TryGetValue(type, out var format) ? format : (DocumentFormat?)null;
        var named = document.Url is null ? OfName(document.Name) : null;
        return known is null or DocumentFormat.Text ? named ?? known ?? Sniff(document.Content.Span) : known.Value;
    }

    /// <summary>The form that the first bytes suggest; plain text where they suggest nothing.</summary>
    internal static DocumentFormat Sniff(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8))
            content = content[3..];
        content = content.TrimStart(" \t\r\n"u8);
        if (content.IsEmpty)
            return DocumentFormat.Text;
        if (content[0] == '[' && content[1..].TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return DocumentFormat.Json;
        if (content[0] == '{')
            return IsObjectALine(content) ? DocumentFormat.JsonLines : DocumentFormat.Json;
        return content[0] == '<' && content.Length > 1 && (content[1] == '!' || char.IsAsciiLetter((char)content[1]))
            ? DocumentFormat.Html
            : content.StartsWith("---\n"u8) || content.StartsWith("---\r\n"u8) ? DocumentFormat.Markdown : DocumentFormat.Text;
    }

    // A first line that is broken is no reason to take the rest for one object: the second line tells.
    private static bool IsObjectALine(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)'\n');
        return IsWholeObject(end < 0 ? content : content[..end])
            || (end >= 0 && content[end..].TrimStart(" \t\r\n"u8).StartsWith("{"u8));
    }

    private static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
