using AngleSharp.Html.Dom;

namespace EntityGraph.Ingestion;

/// <summary>What a web page says of itself in meta elements, links, JSON-LD and time elements.</summary>
internal sealed record HtmlMetadata(string? Title, string? Outlet, string? Url, DateOnly? Published, string? Language)
{
    public static HtmlMetadata Of(IHtmlDocument document)
    {
        var linked = LinkedDataArticle.Of(document);
        var article = document.QuerySelector("article") ?? document.DocumentElement;
        return new HtmlMetadata(
            linked?.Headline ?? Meta("og:title", "twitter:title"),
            Meta("og:site_name") ?? linked?.Publisher ?? Meta("application-name"),
            document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") is { Length: > 0 } href ? href : Meta("og:url"),
            DayReader.Read(Meta("article:published_time", "datePublished", "date", "dc.date", "pubdate", "parsely-pub-date"))
                ?? DayReader.Read(linked?.Published)
                ?? DayReader.Read(article.QuerySelector("time[datetime]")?.GetAttribute("datetime"))
                ?? DayReader.Read(article.QuerySelector("time")?.TextContent),
            document.DocumentElement.GetAttribute("lang") ?? Meta("og:locale"));

        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                // Names are compared here and not in a selector: they hold colons and come in any case.
                var content = document.QuerySelectorAll("meta")
                    .FirstOrDefault(m => Is(m.GetAttribute("property")) || Is(m.GetAttribute("name")) || Is(m.GetAttribute("itemprop")))?
                    .GetAttribute("content");
                if (!string.IsNullOrWhiteSpace(content))
                    return content.Trim();

                bool Is(string? value) => string.Equals(value?.Trim(), name, StringComparison.OrdinalIgnoreCase);
            }

            return null;
        }
    }
}
