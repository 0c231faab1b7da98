using EntityGraph.Storage.Neo4j.Transport;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>An entity's neighbours, entities and articles in one ranking, each with the edges to it.</summary>
internal static class NeighbourhoodQueries
{
    public static async Task<Neighbourhood?> NeighbourhoodAsync(Reader reader, NeighbourhoodQuery query)
    {
        var graph = await reader.RowAsync(new Statement(
            $$"""MATCH (g:EntityGraph {key: 'graph'}) OPTIONAL MATCH (e:Entity {id: $id}) RETURN g.number AS number, {{Rows.NodeMap("e")}} AS centre""",
            ("id", query.EntityId))).ConfigureAwait(false);
        if (graph.IsNull("centre")) return null;
        var centre = Rows.Node(graph.Map("centre"));
        var kinds = query.Kinds.Distinct().ToList();
        var found = kinds.Count == 0 ? new Page<Neighbour>([], 0) : await PageAsync(reader, query, kinds).ConfigureAwait(false);
        var edges = found.Items.SelectMany(n => n.Edges.Select(e => (Edge: e, n.Name, n.Id))).ToLookup(e => e.Edge.Kind);
        return new Neighbourhood
        {
            Centre = centre,
            Nodes = [.. found.Items.Select(n => n.Node).OfType<GraphNode>()],
            Articles = [.. found.Items.Select(n => n.Article).OfType<ArticleSummary>()],
            Edges = [.. kinds.SelectMany(k => edges[k].OrderByDescending(e => e.Edge.Count)
                .ThenBy(e => k == GraphEdgeKind.Mentioned ? e.Edge.Id : e.Name, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => e.Edge))],
            Total = found.Total,
            Number = graph.Number("number"),
        };
    }

    private static Task<Page<Neighbour>> PageAsync(Reader reader, NeighbourhoodQuery query, List<GraphEdgeKind> kinds)
    {
        var filter = new StatementFilter(query.Filter);
        var (values, counted) = (new Parameters(), new Parameters());
        return reader.PageAsync(
            query.Page,
            values.In(
                $"""
                {Candidates(values, filter, query.EntityId, kinds)}
                WITH o, sum(edge.count) AS strength, collect(edge) AS edges
                ORDER BY strength DESC, coalesce(o.name, o.title), o.id SKIP {values.Of(query.Page.Offset)} LIMIT {values.Of(query.Page.Limit)}
                RETURN CASE WHEN o:Article THEN null ELSE {Rows.NodeMap("o")} END AS node,
                    CASE WHEN o:Article THEN {Rows.SummaryMap("o")} END AS article, edges
                """),
            row => Read(row, query.EntityId),
            counted.In($"{Candidates(counted, filter, query.EntityId, kinds)} RETURN count(DISTINCT o) AS total"));
    }

    /// <summary>Finds the neighbours o of an entity along edges of some kinds, with a map of each edge.</summary>
    private static string Candidates(Parameters values, StatementFilter filter, string centre, List<GraphEdgeKind> kinds) =>
        $$"""
        MATCH (c:Entity {id: {{values.Of(centre)}}})
        CALL (c) {
            {{string.Join("\nUNION ALL\n", kinds.SelectMany(k => Candidates(values, filter, k)))}}
        }
        """;

    private static IEnumerable<string> Candidates(Parameters values, StatementFilter filter, GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.Mentioned =>
        [
            $"WITH c AS s {MentionedEdges.Select(values, filter)} RETURN t AS o, {EdgeMap(kind, "true")}",
            $"WITH c AS t {MentionedEdges.Select(values, filter)} RETURN s AS o, {EdgeMap(kind, "false")}",
        ],
        GraphEdgeKind.AppearsWith => [$"{TogetherEdges.Select(values, filter)} WITH *, 1.0 AS confidence RETURN o, {EdgeMap(kind, "true")}"],
        GraphEdgeKind.Said =>
        [
            $"""
            WITH c AS s {MentionedEdges.SelectStatements(values, filter, hasSpeaker: true)}
            WITH a AS o, count(DISTINCT x) AS count, 1 AS articles, max(i.confidence) AS confidence, a.published AS first, a.published AS last
            RETURN o, {EdgeMap(kind, "true")}
            """,
        ],
        GraphEdgeKind.AppearsIn =>
        [
            $"""
            MATCH (c)-[p:APPEARS_IN]->(a:Article) {Where(filter.OnArticle(values, "a"))}
            WITH a AS o, p.mentions AS count, 1 AS articles, 1.0 AS confidence, a.published AS first, a.published AS last
            RETURN o, {EdgeMap(kind, "true")}
            """,
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of edge."),
    };

    private static string EdgeMap(GraphEdgeKind kind, string isOutward) =>
        $$"""{kind: '{{kind}}', outward: {{isOutward}}, count: count, articles: articles, confidence: confidence, first: first, last: last} AS edge""";

    private static Neighbour Read(Record row, string centre)
    {
        var node = row.IsNull("node") ? null : Rows.Node(row.Map("node"));
        var article = row.IsNull("article") ? null : Rows.Summary(row.Map("article"));
        var other = node?.Id ?? article!.Id;
        return new Neighbour(node, article, [.. row.Maps("edges").Select(e => Enum.Parse<GraphEdgeKind>(e.Text("kind")) switch
        {
            GraphEdgeKind.AppearsWith => TogetherEdges.Edge(e, centre, other),
            var kind => Rows.Edge(e, kind, e.Flag("outward") ? centre : other, e.Flag("outward") ? other : centre, e.Real("confidence")),
        })]);
    }

    /// <summary>An entity or an article beside the centre.</summary>
    private sealed record Neighbour(GraphNode? Node, ArticleSummary? Article, IReadOnlyList<GraphEdge> Edges)
    {
        public string Id => Node?.Id ?? Article!.Id;

        public string Name => Node?.Name ?? Article!.Title;
    }
}
