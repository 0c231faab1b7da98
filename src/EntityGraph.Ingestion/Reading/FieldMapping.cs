using System.Collections.ObjectModel;

namespace EntityGraph.Ingestion;

/// <summary>
/// Which fields of a JSON object hold an article's parts. Each part has candidates in order of preference; the first that is
/// there and not empty counts. A dot leads into an object: "source.name".
/// </summary>
public sealed class FieldMapping
{
    /// <summary>The parts that can be mapped: text, title, outlet, url, date, language and id.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["text", "title", "outlet", "url", "date", "language", "id"];

    /// <summary>The fields that articles are commonly given in, schema.org's among them.</summary>
    public static FieldMapping Default { get; } = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["text"] = ["text", "body", "articleBody", "content"],
        ["title"] = ["title", "headline"],
        ["outlet"] = ["outlet", "publisher.name", "publisher", "source.name", "source"],
        ["url"] = ["url", "link"],
        ["date"] = ["date", "published", "datePublished", "publishedAt", "published_at", "publication_date"],
        ["language"] = ["language", "inLanguage", "lang"],
        ["id"] = ["id"],
    });

    private readonly ReadOnlyDictionary<string, IReadOnlyList<string>> _fields;

    private FieldMapping(IDictionary<string, IReadOnlyList<string>> fields) => _fields = new(fields);

    /// <summary>Where a part may stand.</summary>
    public IReadOnlyList<string> FieldsOf(string part) => _fields[part];

    /// <summary>Reads "text=body,title=headline": these parts are taken from these fields only, the others as by default.</summary>
    /// <exception cref="FormatException">It is not of that form, or names an unknown part; the message tells which.</exception>
    public static FieldMapping Parse(string mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var fields = new Dictionary<string, IReadOnlyList<string>>(Default._fields);
        foreach (var pair in mapping.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } part, { Length: > 0 } field])
                throw new FormatException($"\"{pair}\" is not of the form PART=FIELD");
            if (!Parts.Contains(part, StringComparer.Ordinal))
                throw new FormatException($"\"{part}\" is not one of {string.Join(", ", Parts)}");
            fields[part] = [field];
        }

        return new FieldMapping(fields);
    }
}
