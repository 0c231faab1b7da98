using EntityGraph.Storage.Neo4j.Changes;
using EntityGraph.Storage.Neo4j.Transport;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Everything, in batches that begin behind the last of the one before.</summary>
internal static class WholeGraph
{
    private const int Articles = 16;
    private const int NodesOrEdges = 2000;

    /// <summary>Articles behind a number, in the order of these; those that were taken away meanwhile come with null.</summary>
    public static async Task<List<(long Number, StoredArticle? Article)>> ArticlesAfterAsync(Reader reader, long number)
    {
        var rows = await reader.RowsAsync(new Statement(
            """
            MATCH (a:Article) WHERE a.added > $after WITH a ORDER BY a.added LIMIT $limit
            RETURN a.id AS id, a.added AS number, a.pasted AS pasted, COLLECT { MATCH (o:Origin)-[:HOLDS]->(a) RETURN o.origin } AS origins
            """,
            ("after", number), ("limit", Articles))).ConfigureAwait(false);
        if (rows.Count == 0) return [];
        var articles = (await reader.RowsAsync(ArticleForm.Reading(rows.Select(r => r.Text("id")))).ConfigureAwait(false))
            .Select(ArticleForm.ReadStored).ToDictionary(a => a.Put.Article.Id, a => a.Put, StringComparer.Ordinal);
        return [.. rows.OrderBy(r => r.Number("number")).Select(r => (r.Number("number"), !articles.TryGetValue(r.Text("id"), out var annotated) ? null : new StoredArticle
        {
            Number = r.Number("number"),
            Annotated = annotated,
            Origins = [.. r.Texts("origins").Order(StringComparer.Ordinal)],
            HoldsItself = r.Flag("pasted"),
        }))];
    }

    public static async Task<List<GraphNode>> NodesAfterAsync(Reader reader, string id)
    {
        var rows = await reader.RowsAsync(new Statement(
            $"MATCH (e:Entity) WHERE e.id > $after WITH e ORDER BY e.id LIMIT $limit RETURN {Rows.NodeMap("e")} AS node",
            ("after", id), ("limit", NodesOrEdges))).ConfigureAwait(false);
        return [.. rows.Select(r => Rows.Node(r.Map("node")))];
    }

    /// <summary>Edges behind an id, in the order of their ids; those without a statement that passes the filter come with null.</summary>
    public static async Task<List<(string Id, GraphEdge? Edge)>> EdgesAfterAsync(Reader reader, MentionFilter mentions, string id)
    {
        var filter = new StatementFilter(mentions);
        var values = new Parameters();
        var edges = filter.LooksIntoStatements
            ? $$"""
                WITH s, t, e CALL (e, t) {
                    MATCH (x:Statement)-[:ABOUT {edge: e.id}]->(t) MATCH (x)-[i:IN]->(a:Article)
                    {{Where(["t.id IN i.mentioned", .. filter.OnAttribution(values, "i", "a")])}}
                    RETURN count(DISTINCT x) AS count, count(DISTINCT a) AS articles, max(i.confidence) AS confidence,
                        min(a.published) AS first, max(a.published) AS last
                }
                """
            : "WITH s, t, e, e.count AS count, e.articles AS articles, e.confidence AS confidence, e.first AS first, e.last AS last";
        var rows = await reader.RowsAsync(values.In(
            $"""
            MATCH (s:Entity)-[e:MENTIONED]->(t:Entity)
            {Where([$"e.id > {values.Of(id)}", .. filter.OnSpeaker(values, "s"), .. filter.OnMentioned(values, "t")])}
            WITH s, t, e ORDER BY e.id LIMIT {values.Of(NodesOrEdges)}
            {edges}
            RETURN e.id AS id, count, {MentionedEdges.EdgeMap} AS edge ORDER BY id
            """)).ConfigureAwait(false);
        return [.. rows.Select(r => (r.Text("id"), r.Count("count") == 0 ? null : MentionedEdges.Edge(r)))];
    }
}
