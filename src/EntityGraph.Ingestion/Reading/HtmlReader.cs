using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace EntityGraph.Ingestion;

/// <summary>Finds the article in a web page and cleans it. Nothing is fetched.</summary>
internal static partial class HtmlReader
{
    private const int CharsetSearchLength = 4096;

    // With less than so many characters found, SmartReader looks again and lets banners and the like pass. Its own 500 is more
    // than a short item of news has.
    private const int ShortestSurelyFound = 250;

    // SmartReader resolves the page's relative links, which are then thrown away.
    private static readonly Uri Nowhere = new("http://document.invalid/");

    /// <exception cref="FormatException">There is no article in it; the message tells why.</exception>
    public static RawArticle Read(string html, Uri? url, ReadingOptions options)
    {
        var document = HtmlDocumentParser.Parse(html, options);
        var metadata = HtmlMetadata.Of(document);
        var found = Extract(document, url ?? Nowhere);
        var paragraphs = found.Content is { } content ? HtmlText.Paragraphs(HtmlDocumentParser.Parse(content, options)) : [];

        // SmartReader gives whatever is there, and calls short articles unreadable: what has no sentence in it is none.
        if (!paragraphs.Any(p => SentenceEnd().IsMatch(p)))
            throw new FormatException("has no article in it that could be told from the rest of the page");

        var title = metadata.Title ?? (string.IsNullOrWhiteSpace(found.Title) ? null : found.Title.Trim());
        return new RawArticle
        {
            Body = string.Join("\n\n", paragraphs[0] == title && paragraphs.Count > 1 ? paragraphs.Skip(1) : paragraphs),
            Title = title is null ? null : Space().Replace(title, " "),
            Outlet = metadata.Outlet,
            Url = metadata.Url,
            Published = metadata.Published,
            Language = metadata.Language,
        };
    }

    /// <summary>The character set that a page declares in a meta element, or null.</summary>
    public static string? DeclaredCharset(ReadOnlySpan<byte> content)
    {
        var head = System.Text.Encoding.Latin1.GetString(content[..Math.Min(content.Length, CharsetSearchLength)]);
        return Charset().Match(head) is { Success: true } match ? match.Groups["charset"].Value : null;
    }

    private static SmartReader.Article Extract(IHtmlDocument document, Uri url)
    {
        using var reader = new SmartReader.Reader(url.AbsoluteUri, document) { CharThreshold = ShortestSurelyFound };
        var article = reader.GetArticle();
        if (article.Errors.Count > 0)
            throw new FormatException($"could not be searched for an article: {article.Errors[0].Message}", article.Errors[0]);
        return article;
    }

    [GeneratedRegex("""<meta\b[^>]*\bcharset\s*=\s*["']?\s*(?<charset>[\w:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""\w\w[.!?…]["'”’»)]*(\s|$)""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
