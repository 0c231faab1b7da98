using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Lists of articles.</summary>
internal static class ArticleQueries
{
    public static Page<ArticleSummary> Articles(Session session, ArticleQuery query)
    {
        var sql = new Sql();
        var conditions = new List<string>();
        var from = "article a";
        if (query.EntityId is not null)
        {
            from = "appearance p JOIN article a ON a.key = p.article";
            conditions.Add($"p.entity = (SELECT key FROM entity WHERE id = {sql.Value(query.EntityId)})");
        }

        if (query.Collection is not null) conditions.Add($"a.collection = {sql.Value(query.Collection)}");
        var chosen = $"{from} LEFT JOIN outlet o ON o.key = a.outlet {MentionedEdges.Where(conditions)}";
        var total = session.Number(conditions.Count == 0 ? "SELECT articles FROM graph" : $"SELECT count(*) FROM {chosen}", sql.Values)!.Value;
        var page = query.Page;
        var items = session.Rows(
            $"""
            SELECT {Rows.SummaryColumns} FROM {chosen}
            ORDER BY a.day DESC, a.title, a.id LIMIT {sql.Value(page.Limit)} OFFSET {sql.Value(page.Offset)}
            """,
            row => Rows.Summary(row), sql.Values);
        return new Page<ArticleSummary>(items, (int)total);
    }
}
