using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace EntityGraph.Ingestion;

/// <summary>The article that a page describes in JSON-LD with schema.org's terms.</summary>
internal sealed record LinkedDataArticle(string? Headline, string? Publisher, string? Published)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The first article described, or null. JSON-LD that is broken is passed over: it only ever adds to the page.</summary>
    public static LinkedDataArticle? Of(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, Lenient);
                if (Find(json.RootElement) is { } found)
                    return found;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Not JSON, or strings with half a surrogate pair: the page's other metadata have to do.
            }
        }

        return null;
    }

    private static LinkedDataArticle? Find(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(Find).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (IsArticle(element))
            return new LinkedDataArticle(Text(element, "headline") ?? Text(element, "name"), PublisherOf(element), Text(element, "datePublished"));
        return element.TryGetProperty("@graph", out var graph) ? Find(graph)
            : element.TryGetProperty("mainEntity", out var main) ? Find(main)
            : null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type);

        static bool IsArticleType(JsonElement type) => type.ValueKind == JsonValueKind.String
            && type.GetString() is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name == "Report");
    }

    private static string? PublisherOf(JsonElement article)
    {
        if (!article.TryGetProperty("publisher", out var publisher))
            return null;
        if (publisher.ValueKind == JsonValueKind.Array && publisher.GetArrayLength() > 0)
            publisher = publisher[0];
        return publisher.ValueKind == JsonValueKind.Object ? Text(publisher, "name") : Text(article, "publisher");
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            && WebUtility.HtmlDecode(value.GetString()) is { } text && !string.IsNullOrWhiteSpace(text)
                ? text.Trim()
                : null;
}
