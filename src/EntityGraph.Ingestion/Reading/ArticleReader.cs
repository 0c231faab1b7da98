using System.Net.Mime;

namespace EntityGraph.Ingestion;

/// <summary>Reads articles out of documents: plain text, Markdown, HTML, JSON and JSON Lines. Safe to call from several threads.</summary>
/// <param name="options">Limits and choices; null for the usual ones.</param>
public sealed class ArticleReader(ReadingOptions? options = null)
{
    private readonly ReadingOptions _options = options ?? new ReadingOptions();

    /// <summary>
    /// Reads a document. JSON arrays and JSON Lines give many outcomes, every other form exactly one. What cannot be read is an
    /// outcome with the reason; nothing is thrown for a bad document.
    /// </summary>
    public IReadOnlyList<ReadOutcome> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var format = DocumentFormats.Of(document);
        if (format == DocumentFormat.JsonLines)
            return [.. JsonLines.Split(document).SelectMany(line => ReadOne(line, DocumentFormat.Json))];
        return ReadOne(document, format);
    }

    private IReadOnlyList<ReadOutcome> ReadOne(Document document, DocumentFormat format)
    {
        try
        {
            if (document.Content.Length > _options.MaxDocumentBytes)
                throw new FormatException(ByteLimit.Reason(document.Content.Length, _options.MaxDocumentBytes));
            var text = TextDecoder.Decode(document.Content.Span, Charset(document, format), out var reason)
                ?? throw new FormatException(reason);
            if (string.IsNullOrWhiteSpace(text))
                throw new FormatException("is empty");
            return format switch
            {
                DocumentFormat.Json => [.. JsonArticleReader.Read(text, _options.Fields).Select(item => Finish(document, item))],
                DocumentFormat.Html => [Finish(document, HtmlReader.Read(text, document.Url, _options), document.Name, null)],
                DocumentFormat.Markdown => [Finish(document, MarkdownReader.Read(text, Clean(document.Title), _options.MaxTextLength), document.Name, null)],
                _ => [Finish(document, PlainTextReader.Read(text, Clean(document.Title)), document.Name, null)],
            };
        }
        catch (FormatException e)
        {
            return [new ReadOutcome(new DocumentException(document.Name, e.Message, e))];
        }
    }

    private ReadOutcome Finish(Document document, JsonArticleReader.Item item)
    {
        var name = item.Index is { } index ? $"{document.Name}[{index}]" : document.Name;
        return item.Article is { } article
            ? Finish(document, article, name, item)
            : new ReadOutcome(new DocumentException(name, item.Reason!));
    }

    private ReadOutcome Finish(Document document, RawArticle raw, string name, JsonArticleReader.Item? item)
    {
        var title = Clean(document.Title) ?? Clean(raw.Title);
        var body = WithoutTitle(raw.Body, title);
        var reason = Objection(title, body, out var language);
        if (reason is not null)
            return new ReadOutcome(new DocumentException(name, reason));

        var declared = WebAddress(raw.Url);
        var origin = document.Url is null && raw.UrlIsOrigin && declared is not null
            ? declared.AbsoluteUri
            : Origin(document, item);
        return new ReadOutcome(name, Article.Create(
            body,
            title,
            Clean(document.Outlet) ?? Clean(raw.Outlet),
            document.Url ?? declared,
            document.Published ?? raw.Published,
            document.Language ?? language ?? Primary(raw.Language),
            origin,
            document.Collection));
    }

    // Places in a list move about, so of many articles in a file only an id tells which is the later version of which.
    private static string? Origin(Document document, JsonArticleReader.Item? item)
    {
        if (!document.IsPart && item?.Index is null)
            return document.Origin;
        var container = document.IsPart ? document.Container : document.Origin;
        return container is not null && item?.Id is { } id ? $"{container}#{id}" : null;
    }

    private string? Objection(string? title, string body, out string? language)
    {
        language = null;
        if (string.IsNullOrWhiteSpace(body))
            return "has no text";
        if (TextDecoder.Objection(body) is { } objection)
            return objection;
        var length = body.Length + (title is null ? 0 : title.Length + 2);
        if (length > _options.MaxTextLength)
            return $"has {length:N0} characters of text; the limit is {_options.MaxTextLength:N0}";
        var guess = LanguageGuess.Of(body);
        language = guess.Code;
        return guess.IsEnglish || _options.AllowOtherLanguages ? null : $"{guess.Reason}; only English is read";
    }

    // Data often give the headline both by itself and at the head of the text; it must stand in the article once.
    private static string WithoutTitle(string body, string? title) =>
        title is not null && body.StartsWith(title + "\n\n", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(body[(title.Length + 2)..])
            ? body[(title.Length + 2)..]
            : body;

    private static string? Charset(Document document, DocumentFormat format)
    {
        var declared = document.MediaType?.Contains(';') == true ? TypeOf(document.MediaType)?.CharSet : null;
        return declared ?? (format == DocumentFormat.Html ? HtmlReader.DeclaredCharset(document.Content.Span) : null);
    }

    private static ContentType? TypeOf(string mediaType)
    {
        try
        {
            return new ContentType(mediaType);
        }
        catch (FormatException)
        {
            // A header that nobody can read tells nothing about the text.
            return null;
        }
    }

    private static Uri? WebAddress(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Primary(string? tag) =>
        tag?.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } code ? code : null;
}
