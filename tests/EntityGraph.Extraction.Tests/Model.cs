namespace EntityGraph.Extraction.Tests;

/// <summary>The shipped model, loaded once for all tests.</summary>
internal static class Model
{
    private static readonly Lazy<Annotator> Loaded = new(() => Annotator.Load());

    public static AnnotatedArticle Annotate(string text) => Loaded.Value.Annotate([Article.Create(text)])[0];

    public static ExplainedArticle Explain(string text) => Loaded.Value.Explain(Article.Create(text));

    public static AnnotatedEntity Entity(this AnnotatedArticle article, string name) =>
        Assert.Single(article.Entities, e => e.Name == name);

    public static IEnumerable<string> Words(this AnnotatedArticle article, AnnotatedEntity entity) =>
        entity.Mentions.Select(m => m.Span.In(article.Article.Text));

    /// <summary>Who mentioned whom, by name.</summary>
    public static IReadOnlyList<(string Speaker, string Mentioned)> Edges(this AnnotatedArticle article)
    {
        var names = article.Entities.ToDictionary(e => e.Id, e => e.Name);
        return [.. article.Attributions
            .Where(a => a.SpeakerId is not null)
            .SelectMany(a => a.MentionedIds.Select(m => (names[a.SpeakerId!], names[m])))
            .Distinct()];
    }
}
