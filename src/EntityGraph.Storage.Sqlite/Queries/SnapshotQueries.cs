using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>A part of the graph to begin with.</summary>
internal static class SnapshotQueries
{
    private const int MostHops = 3;

    public static GraphSnapshot Snapshot(Session session, SnapshotQuery query)
    {
        var (number, totalNodes, totalEdges) = session.Row(
            "SELECT number, entities, edges FROM graph", row => (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)));
        var filter = StatementFilter.Of(session, query.Filter);
        var keys = query.FocusId is null ? Foremost(session, filter, query.Budget) : Around(session, filter, query.FocusId, query.Budget);
        return new GraphSnapshot
        {
            Number = number,
            Nodes = Nodes(session, keys),
            Edges = MentionedEdges.Among(session, filter, JsonSerializer.Serialize(keys), int.MaxValue),
            TotalNodes = totalNodes,
            TotalEdges = totalEdges,
        };
    }

    /// <summary>The nodes of the keys given, in their order.</summary>
    public static List<GraphNode> Nodes(Session session, IReadOnlyList<long> keys) => session.Rows(
        $"SELECT {Rows.NodeColumns("e")} FROM json_each($1) k JOIN entity e ON e.key = k.value ORDER BY k.key",
        row => Rows.Node(row), JsonSerializer.Serialize(keys));

    /// <summary>Those most said and spoken of; with a filter, those with most of the statements that pass.</summary>
    private static List<long> Foremost(Session session, StatementFilter filter, int budget)
    {
        if (filter.IsEmpty)
        {
            return session.Rows(
                "SELECT key FROM entity ORDER BY mentioned_by + said DESC, articles DESC, name, id LIMIT $1", row => row.GetInt64(0), budget);
        }

        var sql = new Sql();
        return session.Rows(
            $"""
            WITH x AS MATERIALIZED ({MentionedEdges.Select(sql, filter)}),
            strength AS (SELECT key, sum(count) AS count FROM
                (SELECT speaker AS key, count FROM x UNION ALL SELECT mentioned, count FROM x) GROUP BY key)
            SELECT e.key FROM strength s JOIN entity e ON e.key = s.key
            ORDER BY s.count DESC, e.articles DESC, e.name, e.id LIMIT {sql.Value(budget)}
            """,
            row => row.GetInt64(0), sql.Values);
    }

    /// <summary>The focus, then hop by hop those nearest to it, the strongest edges first.</summary>
    private static List<long> Around(Session session, StatementFilter filter, string focusId, int budget)
    {
        if (session.Number("SELECT key FROM entity WHERE id = $1", focusId) is not { } focus) return [];
        List<long> found = [focus], frontier = [focus];
        for (var hop = 0; hop < MostHops && frontier.Count > 0 && found.Count < budget; hop++)
        {
            var sql = new Sql();
            var from = $"(SELECT value FROM json_each({sql.Value(JsonSerializer.Serialize(frontier))}))";
            var seen = $"(SELECT value FROM json_each({sql.Value(JsonSerializer.Serialize(found))}))";
            frontier = session.Rows(
                $"""
                WITH step AS (
                    SELECT mentioned AS key, count FROM ({MentionedEdges.Select(sql, filter, $"e.speaker IN {from}")})
                    UNION ALL SELECT speaker, count FROM ({MentionedEdges.Select(sql, filter, $"e.mentioned IN {from}")}))
                SELECT e.key FROM (SELECT key, sum(count) AS count FROM step WHERE key NOT IN {seen} GROUP BY key) s
                JOIN entity e ON e.key = s.key ORDER BY s.count DESC, e.name, e.id LIMIT {sql.Value(budget - found.Count)}
                """,
                row => row.GetInt64(0), sql.Values);
            found.AddRange(frontier);
        }

        return found;
    }
}
