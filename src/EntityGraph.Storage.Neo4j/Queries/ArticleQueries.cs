using EntityGraph.Storage.Neo4j.Changes;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Articles: whole, and in lists.</summary>
internal static class ArticleQueries
{
    /// <summary>The articles of the ids given that are there, with all their annotations.</summary>
    public static async Task<Dictionary<string, AnnotatedArticle>> AnnotatedAsync(Reader reader, IEnumerable<string> ids)
    {
        var rows = await reader.RowsAsync(ArticleForm.Reading(ids)).ConfigureAwait(false);
        return rows.Select(ArticleForm.Read).ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
    }

    public static Task<Page<ArticleSummary>> ArticlesAsync(Reader reader, ArticleQuery query)
    {
        var (values, counted) = (new Parameters(), new Parameters());
        return reader.PageAsync(
            query.Page,
            values.In(
                $"""
                {Chosen(values, query)}
                WITH a ORDER BY CASE a.day WHEN {Rows.Undated} THEN -1 ELSE a.day END DESC, a.title, a.id
                    SKIP {values.Of(query.Page.Offset)} LIMIT {values.Of(query.Page.Limit)}
                RETURN {Rows.SummaryMap("a")} AS article
                """),
            row => Rows.Summary(row.Map("article")),
            counted.In($"{Chosen(counted, query)} RETURN count(a) AS total"));
    }

    private static string Chosen(Parameters values, ArticleQuery query)
    {
        var naming = query.EntityId is { } id ? $$"""(:Entity {id: {{values.Of(id)}}})-[:APPEARS_IN]->""" : "";
        string[] conditions = query.Collection is { } collection ? [$"a.collection = {values.Of(collection)}"] : [];
        return $"MATCH {naming}(a:Article) {Where(conditions)}";
    }
}
