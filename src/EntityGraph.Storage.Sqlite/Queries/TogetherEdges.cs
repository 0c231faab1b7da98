using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>AppearsWith edges as parts of larger queries. Of a filter only what it asks of articles counts: they rest on no statement.</summary>
internal static class TogetherEdges
{
    /// <summary>Selects other, id, count, articles, first and last of those who appear with an entity.</summary>
    public static string Select(Sql sql, StatementFilter filter, long centre)
    {
        var key = sql.Value(centre);
        if (!filter.LooksIntoArticles)
        {
            return $"""
                SELECT target AS other, id, count, articles, first, last FROM together WHERE source = {key}
                UNION ALL SELECT source, id, count, articles, first, last FROM together WHERE target = {key}
                """;
        }

        return $"""
            SELECT t.entity AS other,
                   (SELECT id FROM together WHERE (source = s.entity AND target = t.entity) OR (source = t.entity AND target = s.entity)) AS id,
                   count(*) AS count, count(DISTINCT s.article) AS articles, min(a.day) AS first, max(a.day) AS last
            FROM standing s CROSS JOIN article a ON a.key = s.article
            CROSS JOIN standing t ON t.article = s.article AND t.sentence = s.sentence AND t.entity <> s.entity
            {MentionedEdges.Where([$"s.entity = {key}", .. filter.OnArticle(sql, "a", "s.article")])}
            GROUP BY t.entity
            """;
    }

    /// <summary>Selects key, other and count of those who appear with any entity of a list and are, where it is given, in another.</summary>
    public static string SelectSteps(Sql sql, StatementFilter filter, string list, string? among)
    {
        var (isAmong, isTargetAmong, isSourceAmong) = among is null
            ? ("", "", "")
            : ($"AND +t.entity IN {among}", $"AND +target IN {among}", $"AND +source IN {among}");
        if (!filter.LooksIntoArticles)
        {
            return $"""
                SELECT source AS key, target AS other, count FROM together WHERE source IN {list} {isTargetAmong}
                UNION ALL SELECT target, source, count FROM together WHERE target IN {list} {isSourceAmong}
                """;
        }

        return $"""
            SELECT s.entity AS key, t.entity AS other, count(*) AS count FROM standing s CROSS JOIN article a ON a.key = s.article
            CROSS JOIN standing t ON t.article = s.article AND t.sentence = s.sentence AND t.entity <> s.entity
            {MentionedEdges.Where([$"s.entity IN {list}", .. filter.OnArticle(sql, "a", "s.article")])} {isAmong}
            GROUP BY s.entity, t.entity
            """;
    }

    /// <summary>The edges among the entities given, as a JSON list of keys, strongest first.</summary>
    public static List<GraphEdge> Among(Session session, StatementFilter filter, string keys, int most)
    {
        var sql = new Sql();
        var list = $"(SELECT value FROM json_each({sql.Value(keys)}))";
        var edges = filter.LooksIntoArticles
            ? $"""
                SELECT g.source, g.target, g.id, count(*) AS count, count(DISTINCT s.article) AS articles, min(a.day) AS first, max(a.day) AS last
                FROM standing s CROSS JOIN article a ON a.key = s.article
                CROSS JOIN standing t ON t.article = s.article AND t.sentence = s.sentence
                CROSS JOIN together g ON g.source = s.entity AND g.target = t.entity
                {MentionedEdges.Where([$"s.entity IN {list}", $"+t.entity IN {list}", .. filter.OnArticle(sql, "a", "s.article")])}
                GROUP BY g.source, g.target
                """
            : $"SELECT e.* FROM together e WHERE e.source IN {list} AND +e.target IN {list}";
        return session.Rows(
            $"""
            SELECT x.id, s.id, t.id, x.count, x.articles, 1.0, x.first, x.last FROM ({edges}) x
            JOIN entity s ON s.key = x.source JOIN entity t ON t.key = x.target ORDER BY x.count DESC, x.id LIMIT {most}
            """,
            row => Rows.Edge(row, GraphEdgeKind.AppearsWith), sql.Values);
    }
}
