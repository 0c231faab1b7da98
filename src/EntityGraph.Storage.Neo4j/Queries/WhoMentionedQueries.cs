using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Who mentioned whom.</summary>
internal static class WhoMentionedQueries
{
    public static async Task<Page<WhoMentioned>> WhoMentionedAsync(Reader reader, MentionFilter mentions, PageRequest page)
    {
        var filter = new StatementFilter(mentions);
        var (values, counted) = (new Parameters(), new Parameters());
        var found = await reader.PageAsync(
            page,
            values.In(
                $"""
                {MentionedEdges.Select(values, filter)}
                WITH s, t, {MentionedEdges.EdgeMap} AS edge, id ORDER BY count DESC, id SKIP {values.Of(page.Offset)} LIMIT {values.Of(page.Limit)}
                RETURN {Rows.NodeMap("s")} AS speaker, {Rows.NodeMap("t")} AS mentioned, edge
                """),
            row => (Speaker: Rows.Node(row.Map("speaker")), Mentioned: Rows.Node(row.Map("mentioned")), Edge: MentionedEdges.Edge(row)),
            filter.IsEmpty
                ? counted.In("MATCH (g:EntityGraph {key: 'graph'}) RETURN g.edges AS total")
                : counted.In($"{MentionedEdges.Select(counted, filter)} RETURN count(*) AS total")).ConfigureAwait(false);
        var outlets = await OutletsAsync(reader, filter, [.. found.Items.Select(r => r.Edge.Id)]).ConfigureAwait(false);
        return new Page<WhoMentioned>(
            [.. found.Items.Select(r => new WhoMentioned(r.Speaker, r.Mentioned, r.Edge, outlets.GetValueOrDefault(r.Edge.Id, [])))], found.Total);
    }

    /// <summary>The outlets behind each edge, found by the edge's id, so that hubs cost no more than others.</summary>
    private static async Task<Dictionary<string, string[]>> OutletsAsync(Reader reader, StatementFilter filter, string[] edges)
    {
        if (edges.Length == 0) return [];
        var values = new Parameters();
        var rows = await reader.RowsAsync(values.In(
            $$"""
            UNWIND {{values.Of(edges)}} AS id MATCH (x:Statement)-[o:ABOUT {edge: id}]->(t:Entity) MATCH (x)-[i:IN]->(a:Article)
            {{Where(["t.id IN i.mentioned", "a.outlet IS NOT NULL", .. filter.OnAttribution(values, "i", "a")])}}
            RETURN id, collect(DISTINCT a.outlet) AS outlets
            """)).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Text("id"), r => r.Texts("outlets").Order(StringComparer.Ordinal).ToArray());
    }
}
