using EntityGraph.Storage.Neo4j.Transport;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>AppearsWith edges as parts of larger queries. Of a filter only what it asks of articles counts: they rest on no statement.</summary>
internal static class TogetherEdges
{
    /// <summary>
    /// Finds who appears with c, which comes before, on the conditions given on the other o; leaves c, o, count, articles, first and last.
    /// </summary>
    public static string Select(Parameters values, StatementFilter filter, params IEnumerable<string> others)
    {
        if (!filter.LooksIntoArticles)
        {
            return $"""
                MATCH (c)-[w:APPEARS_WITH]-(o:Entity) {Where(others)}
                WITH c, o, w.count AS count, w.articles AS articles, w.first AS first, w.last AS last
                """;
        }

        return $"""
            MATCH (c)-[m:APPEARS_IN]->(a:Article) {Where(filter.OnArticle(values, "a"))}
            MATCH (a)<-[n:APPEARS_IN]-(o:Entity) {Where(["o <> c", .. others])}
            WITH c, o, a, m.sentences AS mine, n.sentences AS theirs
            WITH c, o, a, size([z IN mine WHERE z IN theirs]) AS shared WHERE shared > 0
            WITH c, o, sum(shared) AS count, count(a) AS articles, min(a.published) AS first, max(a.published) AS last
            """;
    }

    /// <summary>The edges among the entities given, strongest first.</summary>
    public static async Task<IReadOnlyList<GraphEdge>> AmongAsync(
        Reader reader, StatementFilter filter, IReadOnlyCollection<string> ids, int most)
    {
        if (ids.Count < 2) return [];
        var values = new Parameters();
        var list = values.Of(ids);
        var rows = await reader.RowsAsync(values.In(
            $$"""
            UNWIND {{list}} AS one MATCH (c:Entity {id: one}) WITH DISTINCT c
            {{Select(values, filter, $"o.id IN {list}", "c.id < o.id")}}
            RETURN c.id AS source, o.id AS target, count, articles, first, last
            """)).ConfigureAwait(false);
        return [.. rows.Select(r => Edge(r, r.Text("source"), r.Text("target"))).OrderByDescending(e => e.Count).ThenBy(e => e.Id, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>An edge from a row of totals; the lesser id is its source.</summary>
    public static GraphEdge Edge(Record row, string one, string other)
    {
        var (source, target) = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        return Rows.Edge(row, GraphEdgeKind.AppearsWith, source, target);
    }
}
