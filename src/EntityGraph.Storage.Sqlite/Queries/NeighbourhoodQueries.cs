using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>An entity's neighbours, entities and articles in one ranking, and the edges to those of the page.</summary>
internal sealed class NeighbourhoodQueries
{
    private readonly Session session;
    private readonly StatementFilter filter;
    private readonly IReadOnlyList<GraphEdgeKind> kinds;
    private readonly long centre;
    private readonly string centreId;

    private NeighbourhoodQueries(Session session, NeighbourhoodQuery query, long centre)
    {
        (this.session, this.centre, centreId) = (session, centre, query.EntityId);
        filter = StatementFilter.Of(session, query.Filter);
        kinds = [.. query.Kinds.Distinct()];
    }

    public static Neighbourhood? Neighbourhood(Session session, NeighbourhoodQuery query)
    {
        var centre = session.Number("SELECT key FROM entity WHERE id = $1", query.EntityId);
        return centre is null ? null : new NeighbourhoodQueries(session, query, centre.Value).Page(query.Page);
    }

    /// <summary>Edges of a kind among entities.</summary>
    public static IReadOnlyList<GraphEdge> EdgesBetween(
        Session session, IReadOnlyCollection<string> ids, GraphEdgeKind kind, MentionFilter filter, int most)
    {
        var keys = JsonSerializer.Serialize(session.Rows(
            "SELECT e.key FROM json_each($1) i JOIN entity e ON e.id = i.value", row => row.GetInt64(0), JsonSerializer.Serialize(ids)));
        var resolved = StatementFilter.Of(session, filter);
        return kind switch
        {
            GraphEdgeKind.Mentioned => MentionedEdges.Among(session, resolved, keys, most),
            GraphEdgeKind.AppearsWith => TogetherEdges.Among(session, resolved, keys, most),
            // Said and AppearsIn lead to articles, never to entities.
            _ => [],
        };
    }

    private Neighbourhood Page(PageRequest page)
    {
        var sql = new Sql();
        var neighbours =
            $"""
            WITH neighbour AS ({string.Join("\nUNION ALL ", kinds.Select(k => Candidates(sql, k)).DefaultIfEmpty("SELECT 0 AS article, 0 AS key, 0 AS count WHERE 0"))}),
            ranked AS (SELECT article, key, sum(count) AS count FROM neighbour GROUP BY article, key)
            """;
        var total = session.Number($"{neighbours} SELECT count(*) FROM ranked", sql.Values)!.Value;
        var keys = session.Rows(
            $"""
            {neighbours}
            SELECT r.article, r.key FROM ranked r
            LEFT JOIN entity e ON r.article = 0 AND e.key = r.key LEFT JOIN article a ON r.article = 1 AND a.key = r.key
            ORDER BY r.count DESC, coalesce(e.name, a.title), coalesce(e.id, a.id) LIMIT {sql.Value(page.Limit)} OFFSET {sql.Value(page.Offset)}
            """,
            row => (IsArticle: row.GetBoolean(0), Key: row.GetInt64(1)), sql.Values);
        List<long> entities = [.. keys.Where(k => !k.IsArticle).Select(k => k.Key)], articles = [.. keys.Where(k => k.IsArticle).Select(k => k.Key)];
        return new Neighbourhood
        {
            Centre = SnapshotQueries.Nodes(session, [centre])[0],
            Nodes = SnapshotQueries.Nodes(session, entities),
            Articles = session.Rows(
                $"""
                SELECT {Rows.SummaryColumns} FROM json_each($1) k JOIN article a ON a.key = k.value LEFT JOIN outlet o ON o.key = a.outlet
                ORDER BY k.key
                """,
                row => Rows.Summary(row), JsonSerializer.Serialize(articles)),
            Edges = [.. kinds.SelectMany(k => Edges(k, JsonSerializer.Serialize(entities), JsonSerializer.Serialize(articles)))],
            Total = (int)total,
            Number = session.Number("SELECT number FROM graph")!.Value,
        };
    }

    /// <summary>Selects article (1) or entity (0), key and count of the neighbours along edges of a kind.</summary>
    private string Candidates(Sql sql, GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.Mentioned =>
            $"""
            SELECT 0 AS article, mentioned AS key, count FROM ({MentionedEdges.Select(sql, filter, $"e.speaker = {sql.Value(centre)}")})
            UNION ALL SELECT 0, speaker, count FROM ({MentionedEdges.Select(sql, filter, $"e.mentioned = {sql.Value(centre)}")})
            """,
        GraphEdgeKind.AppearsWith => $"SELECT 0 AS article, other AS key, count FROM ({TogetherEdges.Select(sql, filter, centre)})",
        _ => $"SELECT 1 AS article, key, count FROM ({ToArticles(sql, kind)})",
    };

    /// <summary>Selects key, count, confidence and day of the articles that an edge of the kind leads to.</summary>
    private string ToArticles(Sql sql, GraphEdgeKind kind)
    {
        if (kind == GraphEdgeKind.Said)
        {
            return $"""
                SELECT article AS key, count(DISTINCT statement) AS count, max(confidence) AS confidence, max(day) AS day
                FROM ({MentionedEdges.SelectStatements(sql, filter, $"e.speaker = {sql.Value(centre)}")}) GROUP BY article
                """;
        }

        // The days stand in the appearance itself; the outlet has to be asked of the article.
        return filter.LooksIntoArticles
            ? $"""
                SELECT p.article AS key, p.mentions AS count, 1.0 AS confidence, p.day AS day FROM appearance p JOIN article a ON a.key = p.article
                {MentionedEdges.Where([$"p.entity = {sql.Value(centre)}", .. filter.OnArticle(sql, "a", "a.key")])}
                """
            : $"SELECT p.article AS key, p.mentions AS count, 1.0 AS confidence, p.day AS day FROM appearance p WHERE p.entity = {sql.Value(centre)}";
    }

    private List<GraphEdge> Edges(GraphEdgeKind kind, string entities, string articles)
    {
        var sql = new Sql();
        switch (kind)
        {
            case GraphEdgeKind.Mentioned:
                string key = sql.Value(centre), list = $"(SELECT value FROM json_each({sql.Value(entities)}))";
                var said = MentionedEdges.Select(sql, filter, $"e.speaker = {key}", $"e.mentioned IN {list}");
                var heard = MentionedEdges.Select(sql, filter, $"e.mentioned = {key}", $"e.speaker IN {list}");
                return MentionedEdges.Read(session, $"SELECT * FROM ({said}) UNION ALL SELECT * FROM ({heard})", sql, int.MaxValue);
            case GraphEdgeKind.AppearsWith:
                var id = sql.Value(centreId);
                return session.Rows(
                    $"""
                    SELECT x.id, min({id}, e.id), max({id}, e.id), x.count, x.articles, 1.0, x.first, x.last
                    FROM ({TogetherEdges.Select(sql, filter, centre)}) x JOIN entity e ON e.key = x.other
                    WHERE x.other IN (SELECT value FROM json_each({sql.Value(entities)})) ORDER BY x.count DESC, e.name, e.id
                    """,
                    row => Rows.Edge(row, kind), sql.Values);
            default:
                return session.Rows(
                    $"""
                    SELECT '', {sql.Value(centreId)}, a.id, x.count, 1, x.confidence, x.day, x.day FROM ({ToArticles(sql, kind)}) x
                    JOIN article a ON a.key = x.key
                    WHERE x.key IN (SELECT value FROM json_each({sql.Value(articles)})) ORDER BY x.count DESC, a.title, a.id
                    """,
                    row => WithId(Rows.Edge(row, kind)), sql.Values);
        }

        // Edges to articles are kept nowhere, so neither is their id.
        static GraphEdge WithId(GraphEdge edge) => edge with { Id = ContentId.OfEdge(edge.Kind, edge.Source, edge.Target) };
    }
}
