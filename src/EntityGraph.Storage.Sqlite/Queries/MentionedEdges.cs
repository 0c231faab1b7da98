using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Edges and statements that pass a filter, as parts of larger queries.</summary>
internal static class MentionedEdges
{
    /// <summary>
    /// Selects speaker, mentioned, id, count, articles, confidence, first and last of the Mentioned edges that pass the filter and
    /// the conditions given on the ends of "e". Totals are read where they answer the filter, else statements are counted.
    /// </summary>
    public static string Select(Sql sql, StatementFilter filter, params IEnumerable<string> ends)
    {
        if (!filter.LooksIntoStatements)
        {
            return $"""
                SELECT e.speaker, e.mentioned, e.id, e.count, e.articles, e.confidence, e.first, e.last
                FROM edge e {Where([.. ends, .. filter.OnEdge(sql, "e")])}
                """;
        }

        return $"""
            SELECT e.speaker, e.mentioned,
                   (SELECT id FROM edge WHERE speaker = e.speaker AND mentioned = e.mentioned) AS id,
                   count(DISTINCT e.statement) AS count, count(DISTINCT e.article) AS articles, max(e.confidence) AS confidence,
                   min(e.day) AS first, max(e.day) AS last
            FROM saying e {Where(["e.speaker <> 0", .. ends, .. filter.OnEnds(sql, "e"), .. filter.OnStatement(sql, "e")])}
            GROUP BY e.speaker, e.mentioned
            """;
    }

    /// <summary>Selects how many Mentioned edges pass the filter.</summary>
    public static string Count(Sql sql, StatementFilter filter) => filter.LooksIntoStatements
        ? $"""
            SELECT count(*) FROM (SELECT DISTINCT e.speaker, e.mentioned
            FROM saying e {Where(["e.speaker <> 0", .. filter.OnEnds(sql, "e"), .. filter.OnStatement(sql, "e")])})
            """
        : $"SELECT count(*) FROM edge e {Where([.. filter.OnEdge(sql, "e")])}";

    /// <summary>
    /// Selects statement, attribution, speaker, article, position, day and confidence of the attributions that pass the filter,
    /// once or, where several entities mentioned pass, more often.
    /// </summary>
    public static string SelectStatements(Sql sql, StatementFilter filter, params IEnumerable<string> more) => filter.LooksIntoMentioned
        ? $"""
            SELECT e.statement, e.attribution, e.speaker, e.article, e.position, e.day, e.confidence
            FROM saying e {Where([.. more, .. filter.OnEnds(sql, "e"), .. filter.OnStatement(sql, "e")])}
            """
        : $"""
            SELECT e.statement, e.key AS attribution, e.speaker, e.article, e.position, e.day, e.confidence
            FROM attribution e {Where([.. more, .. filter.OnSpeaker(sql, "e"), .. filter.OnStatement(sql, "e")])}
            """;

    /// <summary>The edges among the entities given, as a JSON list of keys, strongest first.</summary>
    public static List<GraphEdge> Among(Session session, StatementFilter filter, string keys, int most)
    {
        var sql = new Sql();
        var list = $"(SELECT value FROM json_each({sql.Value(keys)}))";
        // The plus keeps the second list out of the index: seeking every pair would be far more work than walking each one's edges.
        return Read(session, Select(sql, filter, $"e.speaker IN {list}", $"+e.mentioned IN {list}"), sql, most);
    }

    /// <summary>The edges that a selection as by <see cref="Select"/> gives, strongest first.</summary>
    public static List<GraphEdge> Read(Session session, string selection, Sql sql, int most) => session.Rows(
        $"""
        SELECT x.id, s.id, t.id, x.count, x.articles, x.confidence, x.first, x.last FROM ({selection}) x
        JOIN entity s ON s.key = x.speaker JOIN entity t ON t.key = x.mentioned
        ORDER BY x.count DESC, x.id LIMIT {most}
        """,
        row => Rows.Edge(row, GraphEdgeKind.Mentioned), sql.Values);

    public static string Where(IReadOnlyCollection<string> conditions) =>
        conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
}
