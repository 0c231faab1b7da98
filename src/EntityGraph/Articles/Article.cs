namespace EntityGraph;

/// <summary>A news article as it was ingested. Every offset in the program points into <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>The content hash that identifies the article: see <see cref="ContentId.OfArticle"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text as ingested, the title first (followed by a blank line) if there is one. Never rewritten.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, or null where the source has none.</summary>
    public string? Title { get; init; }

    /// <summary>The publication that carries the article ("The Fenwick Courier"), or null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where the article can be read, or null for a text with no address.</summary>
    public Uri? Url { get; init; }

    /// <summary>The day of publication, or null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>An ISO 639-1 code ("en"), or null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// What the article is a version of: its URL, else the path that it was read from, else null (pasted text).
    /// A later article of the same origin with another <see cref="Id"/> replaces this one.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>A name for a set of articles that can be removed together ("samples"), or null.</summary>
    public string? Collection { get; init; }

    /// <summary>Makes an article, its text headed by its title, and its id.</summary>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or white space.</exception>
    public static Article Create(
        string body,
        string? title = null,
        string? outlet = null,
        Uri? url = null,
        DateOnly? published = null,
        string? language = null,
        string? origin = null,
        string? collection = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        title = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        var text = title is null ? body : $"{title}\n\n{body}";
        return new Article
        {
            Id = ContentId.OfArticle(text, outlet, published),
            Text = text,
            Title = title,
            Outlet = outlet,
            Url = url,
            Published = published,
            Language = language,
            Origin = origin ?? url?.AbsoluteUri,
            Collection = collection,
        };
    }
}
