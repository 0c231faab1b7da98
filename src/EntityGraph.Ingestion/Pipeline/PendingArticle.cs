namespace EntityGraph.Ingestion;

/// <summary>An article that is read and waits to be annotated and committed.</summary>
internal sealed record PendingArticle(string Input, Article Article)
{
    public IngestionEvent At(IngestionState state, DateTimeOffset time) => new()
    {
        Input = Input,
        State = state,
        ArticleId = Article.Id,
        Title = Article.Title,
        Outlet = Article.Outlet,
        At = time,
    };
}
