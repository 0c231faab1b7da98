using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Who mentioned whom.</summary>
internal static class WhoMentionedQueries
{
    public static Page<WhoMentioned> WhoMentioned(Session session, MentionFilter mentions, PageRequest page)
    {
        var filter = StatementFilter.Of(session, mentions);
        var counted = new Sql();
        var total = session.Number(
            filter.IsEmpty ? "SELECT edges FROM graph" : MentionedEdges.Count(counted, filter), counted.Values)!.Value;
        var sql = new Sql();
        var rows = session.Rows(
            $"""
            SELECT {Rows.NodeColumns("s")}, {Rows.NodeColumns("t")}, x.id, s.id, t.id, x.count, x.articles, x.confidence, x.first, x.last, s.key, t.key
            FROM ({MentionedEdges.Select(sql, filter)}) x JOIN entity s ON s.key = x.speaker JOIN entity t ON t.key = x.mentioned
            ORDER BY x.count DESC, x.id LIMIT {sql.Value(page.Limit)} OFFSET {sql.Value(page.Offset)}
            """,
            row => (
                Speaker: Rows.Node(row), Mentioned: Rows.Node(row, Rows.NodeWidth),
                Edge: Rows.Edge(row, GraphEdgeKind.Mentioned, 2 * Rows.NodeWidth),
                SpeakerKey: row.GetInt64((2 * Rows.NodeWidth) + Rows.EdgeWidth), MentionedKey: row.GetInt64((2 * Rows.NodeWidth) + Rows.EdgeWidth + 1)),
            sql.Values);
        return new Page<WhoMentioned>(
            [.. rows.Select(r => new WhoMentioned(r.Speaker, r.Mentioned, r.Edge, Outlets(session, filter, r.SpeakerKey, r.MentionedKey)))],
            (int)total);
    }

    private static List<string> Outlets(Session session, StatementFilter filter, long speaker, long mentioned)
    {
        var sql = new Sql();
        string[] conditions =
            [$"e.speaker = {sql.Value(speaker)}", $"e.mentioned = {sql.Value(mentioned)}", .. filter.OnStatement(sql, "e")];
        var outlets = session.Rows(
            $"SELECT name FROM outlet WHERE key IN (SELECT DISTINCT e.outlet FROM saying e {MentionedEdges.Where(conditions)})",
            row => row.GetString(0), sql.Values);
        outlets.Sort(StringComparer.Ordinal);
        return outlets;
    }
}
