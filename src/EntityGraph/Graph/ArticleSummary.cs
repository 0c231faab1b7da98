namespace EntityGraph;

/// <summary>An article in a list.</summary>
public sealed record ArticleSummary
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The headline, else the first words of the text.</summary>
    public required string Title { get; init; }

    /// <summary>The publication, or null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it can be read, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The day of publication, or null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The set that it belongs to, or null.</summary>
    public string? Collection { get; init; }

    /// <summary>How many entities it names.</summary>
    public int Entities { get; init; }

    /// <summary>How many attributions it holds.</summary>
    public int Attributions { get; init; }

    /// <summary>The summary of an annotated article.</summary>
    public static ArticleSummary Of(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        return new ArticleSummary
        {
            Id = article.Id,
            Title = article.Title ?? Beginning(article.Text),
            Outlet = article.Outlet,
            Url = article.Url,
            Published = article.Published,
            Collection = article.Collection,
            Entities = annotated.Entities.Count,
            Attributions = annotated.Attributions.Count,
        };
    }

    /// <summary>The first words of a text, in a line of at most 80 characters.</summary>
    private static string Beginning(string text)
    {
        const int most = 80;
        var words = text.Split((char[]?)null, 41, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words.Take(40));
        if (line.Length <= most) return line;
        var cut = line.LastIndexOf(' ', most - 1);
        if (cut < 1) cut = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..cut] + "…";
    }
}
