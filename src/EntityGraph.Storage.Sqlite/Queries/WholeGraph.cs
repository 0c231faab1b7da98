using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Everything, in batches that begin behind the last of the one before.</summary>
internal static class WholeGraph
{
    private const int Articles = 16;
    private const int NodesOrEdges = 2000;

    public static List<StoredArticle> ArticlesAfter(Session session, long number)
    {
        var keys = session.Rows(
            "SELECT key, pasted FROM article WHERE key > $1 ORDER BY key LIMIT $2", row => (Key: row.GetInt64(0), IsPasted: row.GetBoolean(1)), number, Articles);
        return [.. keys.Select(a => new StoredArticle
        {
            Number = a.Key,
            Annotated = StoredArticles.Put(session, a.Key, StoredArticles.Annotated(session, a.Key)),
            Origins = session.Rows("SELECT origin FROM origin WHERE article = $1 ORDER BY origin", row => row.GetString(0), a.Key),
            HoldsItself = a.IsPasted,
        })];
    }

    public static List<GraphNode> NodesAfter(Session session, string id) => session.Rows(
        $"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id > $1 ORDER BY e.id LIMIT $2", row => Rows.Node(row), id, NodesOrEdges);

    public static List<(long Speaker, long Mentioned, GraphEdge Edge)> EdgesAfter(Session session, MentionFilter mentions, long speaker, long mentioned)
    {
        var sql = new Sql();
        var behind = $"(e.speaker, e.mentioned) > ({sql.Value(speaker)}, {sql.Value(mentioned)})";
        return session.Rows(
            $"""
            SELECT x.id, s.id, t.id, x.count, x.articles, x.confidence, x.first, x.last, x.speaker, x.mentioned
            FROM ({MentionedEdges.Select(sql, StatementFilter.Of(session, mentions), behind)}) x
            JOIN entity s ON s.key = x.speaker JOIN entity t ON t.key = x.mentioned
            ORDER BY x.speaker, x.mentioned LIMIT {sql.Value(NodesOrEdges)}
            """,
            row => (row.GetInt64(Rows.EdgeWidth), row.GetInt64(Rows.EdgeWidth + 1), Rows.Edge(row, GraphEdgeKind.Mentioned)), sql.Values);
    }
}
