using System.Text.Json;

namespace EntityGraph.Ingestion;

/// <summary>Reads articles out of JSON objects by the mapping of their fields.</summary>
internal static class JsonArticleReader
{
    /// <summary>An article of a JSON document, or why that one could not be read.</summary>
    /// <param name="Index">Its place in an array from 1, or null for the only one.</param>
    /// <param name="Article">The article, or null.</param>
    /// <param name="Id">The id that the data give it, or null.</param>
    /// <param name="Reason">Why there is no article.</param>
    internal sealed record Item(int? Index, RawArticle? Article, string? Id, string? Reason);

    /// <exception cref="FormatException">It is no JSON, or neither an object nor an array.</exception>
    public static IReadOnlyList<Item> Read(string json, FieldMapping fields)
    {
        using var document = Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => [ReadObject(document.RootElement, null, fields)],
            JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select((e, i) => ReadObject(e, i + 1, fields))],
            _ => throw new FormatException("is JSON, but neither an object nor an array of objects"),
        };
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"is malformed JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})", e);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("is malformed JSON: it holds half a surrogate pair", e);
        }
    }

    private static Item ReadObject(JsonElement element, int? index, FieldMapping fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new Item(index, null, null, "is not a JSON object");
        try
        {
            if (Value(element, "text", fields) is not { } text)
                return new Item(index, null, null, NoText(element, fields));
            var article = new RawArticle
            {
                Body = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
                Title = Value(element, "title", fields),
                Outlet = Value(element, "outlet", fields),
                Url = Value(element, "url", fields),
                UrlIsOrigin = true,
                Published = DayReader.Read(Value(element, "date", fields)),
                Language = Value(element, "language", fields),
            };
            return new Item(index, article, Value(element, "id", fields), null);
        }
        catch (InvalidOperationException)
        {
            // GetString of an escape such as \ud800 without its other half.
            return new Item(index, null, null, "has a field with half a surrogate pair in it");
        }
    }

    private static string NoText(JsonElement element, FieldMapping fields)
    {
        var wanted = fields.FieldsOf("text");
        if (wanted.Any(field => Find(element, field) is { ValueKind: JsonValueKind.String }))
            return "is empty";
        const int shown = 10;
        var there = string.Join(", ", element.EnumerateObject().Take(shown).Select(p => p.Name));
        return $"has no text in a field named {string.Join(" or ", wanted)} (its fields: {(there.Length == 0 ? "none" : there)})";
    }

    private static string? Value(JsonElement element, string part, FieldMapping fields)
    {
        foreach (var field in fields.FieldsOf(part))
        {
            var value = Find(element, field) switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString(),
                { ValueKind: JsonValueKind.Number } number when part == "id" => number.GetRawText(),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(value))
                return part == "text" ? value : value.Trim();
        }

        return null;
    }

    // A field whose own name has dots in it goes before the path that the dots would mean.
    private static JsonElement? Find(JsonElement element, string field)
    {
        if (element.TryGetProperty(field, out var direct))
            return direct;
        foreach (var name in field.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }
}
