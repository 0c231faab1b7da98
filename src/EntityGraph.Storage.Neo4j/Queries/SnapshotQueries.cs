using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>A part of the graph to begin with.</summary>
internal static class SnapshotQueries
{
    private const int MostHops = 3;

    public static async Task<GraphSnapshot> SnapshotAsync(Reader reader, SnapshotQuery query)
    {
        var graph = await reader.RowAsync(GraphTotals).ConfigureAwait(false);
        var filter = new StatementFilter(query.Filter);
        var nodes = query.FocusId is null
            ? await ForemostAsync(reader, filter, query.Budget).ConfigureAwait(false)
            : await AroundAsync(reader, filter, query.FocusId, query.Budget).ConfigureAwait(false);
        return new GraphSnapshot
        {
            Number = graph.Number("number"),
            Nodes = nodes,
            Edges = await MentionedEdges.AmongAsync(reader, filter, [.. nodes.Select(n => n.Id)], int.MaxValue).ConfigureAwait(false),
            TotalNodes = graph.Count("entities"),
            TotalEdges = graph.Count("edges"),
        };
    }

    /// <summary>The totals of the whole graph.</summary>
    public static Statement GraphTotals { get; } = new(
        """
        MATCH (g:EntityGraph {key: 'graph'})
        RETURN g.number AS number, g.articles AS articles, g.entities AS entities, g.statements AS statements, g.edges AS edges, g.mentions AS mentions
        """);

    /// <summary>The nodes of the ids given, in their order; those that are gone are left out.</summary>
    public static async Task<List<GraphNode>> NodesAsync(Reader reader, IEnumerable<string> ids)
    {
        var rows = await reader.RowsAsync(new Statement(
            $$"""UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN {{Rows.NodeMap("e")}} AS node""",
            ("ids", ids.Distinct(StringComparer.Ordinal)))).ConfigureAwait(false);
        var nodes = rows.Select(r => Rows.Node(r.Map("node"))).ToDictionary(n => n.Id, StringComparer.Ordinal);
        return [.. ids.Where(nodes.ContainsKey).Select(id => nodes[id])];
    }

    /// <summary>Those most said and spoken of; with a filter, those with most of the statements that pass.</summary>
    private static async Task<List<GraphNode>> ForemostAsync(Reader reader, StatementFilter filter, int budget)
    {
        var values = new Parameters();
        var ranking = filter.IsEmpty
            ? "MATCH (e:Entity) WHERE e.weight >= 0 WITH e, e.weight AS strength"
            : $"""
                {MentionedEdges.Select(values, filter)}
                UNWIND [s, t] AS e WITH e, sum(count) AS strength
                """;
        var rows = await reader.RowsAsync(values.In(
            $"""
            {ranking} ORDER BY strength DESC, e.articles DESC, e.name, e.id LIMIT {values.Of(budget)}
            RETURN {Rows.NodeMap("e")} AS node
            """)).ConfigureAwait(false);
        return [.. rows.Select(r => Rows.Node(r.Map("node")))];
    }

    /// <summary>The focus, then hop by hop those nearest to it, the strongest edges first.</summary>
    private static async Task<List<GraphNode>> AroundAsync(Reader reader, StatementFilter filter, string focusId, int budget)
    {
        var found = await NodesAsync(reader, [focusId]).ConfigureAwait(false);
        var frontier = found;
        for (var hop = 0; hop < MostHops && frontier.Count > 0 && found.Count < budget; hop++)
        {
            var values = new Parameters();
            var rows = await reader.RowsAsync(values.In(
                $$"""
                UNWIND {{values.Of(frontier.Select(n => n.Id))}} AS one MATCH (c:Entity {id: one})
                CALL (c) {
                    WITH c AS s {{MentionedEdges.Select(values, filter)}} RETURN t AS e, count
                    UNION ALL
                    WITH c AS t {{MentionedEdges.Select(values, filter)}} RETURN s AS e, count
                }
                WITH e, sum(count) AS strength WHERE NOT e.id IN {{values.Of(found.Select(n => n.Id))}}
                WITH e, strength ORDER BY strength DESC, e.name, e.id LIMIT {{values.Of(budget - found.Count)}}
                RETURN {{Rows.NodeMap("e")}} AS node
                """)).ConfigureAwait(false);
            frontier = [.. rows.Select(r => Rows.Node(r.Map("node")))];
            found.AddRange(frontier);
        }

        return found;
    }
}
