using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Who is next to whom along edges of some kinds, taken in either direction.</summary>
internal sealed class StepQueries(Session session, StatementFilter filter, IReadOnlyList<GraphEdgeKind> kinds)
{
    /// <summary>The neighbours of entities, the strongest first, so many of each at the most.</summary>
    public Steps From(IReadOnlyCollection<long> keys, int most) => Read(keys, null, most);

    /// <summary>The neighbours of entities that are among some others.</summary>
    public Steps Between(IReadOnlyCollection<long> keys, IReadOnlyCollection<long> others) => Read(keys, others, int.MaxValue);

    private Steps Read(IReadOnlyCollection<long> keys, IReadOnlyCollection<long>? others, int most)
    {
        var sql = new Sql();
        var list = List(sql, keys);
        var among = others is null ? null : List(sql, others);
        var selections = new List<string>();
        if (kinds.Contains(GraphEdgeKind.Mentioned))
        {
            selections.Add($"SELECT speaker AS key, mentioned AS other, count FROM ({Mentioned(sql, "speaker", "mentioned", list, among)})");
            selections.Add($"SELECT mentioned, speaker, count FROM ({Mentioned(sql, "mentioned", "speaker", list, among)})");
        }

        if (kinds.Contains(GraphEdgeKind.AppearsWith)) selections.Add(TogetherEdges.SelectSteps(sql, filter, list, among));
        var rows = session.Rows(
            $"""
            WITH step AS (SELECT key, other, sum(count) AS strength FROM ({string.Join("\nUNION ALL ", selections)}) GROUP BY key, other),
            ranked AS (SELECT *, row_number() OVER (PARTITION BY key ORDER BY strength DESC, other) AS turn FROM step)
            SELECT key, other, strength, turn FROM ranked WHERE turn - 1 <= {sql.Value(most)} ORDER BY key, turn
            """,
            row => (Key: row.GetInt64(0), Step: new Step(row.GetInt64(1), row.GetInt32(2)), Turn: row.GetInt32(3)), sql.Values);
        return new Steps(
            rows.Where(r => r.Turn <= most).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Select(r => r.Step).ToList()),
            rows.Exists(r => r.Turn > most));
    }

    private string Mentioned(Sql sql, string end, string otherEnd, string list, string? among) =>
        MentionedEdges.Select(sql, filter, [$"e.{end} IN {list}", .. among is null ? [] : new[] { $"+e.{otherEnd} IN {among}" }]);

    private static string List(Sql sql, IReadOnlyCollection<long> keys) =>
        $"(SELECT value FROM json_each({sql.Value(JsonSerializer.Serialize(keys))}))";
}

/// <summary>A neighbour and how much is behind the edges to it.</summary>
/// <param name="Key">The neighbour.</param>
/// <param name="Strength">The sum of the edges' counts.</param>
internal readonly record struct Step(long Key, int Strength);

/// <summary>The neighbours of several entities.</summary>
/// <param name="neighbours">The neighbours of each, the strongest first.</param>
/// <param name="isCut">Whether there are more.</param>
internal sealed class Steps(Dictionary<long, List<Step>> neighbours, bool isCut)
{
    /// <summary>Whether some have more neighbours than were wanted.</summary>
    public bool IsCut => isCut;

    /// <summary>The neighbours of one.</summary>
    public List<Step> Of(long key) => neighbours.TryGetValue(key, out var steps) ? steps : [];
}
