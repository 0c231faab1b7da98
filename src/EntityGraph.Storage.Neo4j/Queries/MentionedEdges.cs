using EntityGraph.Storage.Neo4j.Transport;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Edges and statements that pass a filter, as parts of larger queries.</summary>
internal static class MentionedEdges
{
    /// <summary>The map of an edge, of what <see cref="Select"/> leaves.</summary>
    public const string EdgeMap =
        "{source: s.id, target: t.id, count: count, articles: articles, confidence: confidence, first: first, last: last}";

    private static readonly string[] Mentions = ["t.id IN i.mentioned"];

    /// <summary>
    /// Finds the Mentioned edges that pass the filter and the conditions given on their ends, and leaves s, t, id, count, articles,
    /// confidence, first and last. Totals are read where they answer the filter, else statements are counted. What comes before
    /// may have s or t already.
    /// </summary>
    public static string Select(Parameters values, StatementFilter filter, params IEnumerable<string> ends)
    {
        if (!filter.LooksIntoStatements)
        {
            return $"""
                MATCH (s:Entity)-[e:MENTIONED]->(t:Entity) {Where([.. ends, .. filter.OnSpeaker(values, "s"), .. filter.OnMentioned(values, "t")])}
                WITH s, t, e.id AS id, e.count AS count, e.articles AS articles, e.confidence AS confidence, e.first AS first, e.last AS last
                """;
        }

        return $"""
            MATCH (s:Entity)-[:SAID]->(x:Statement)-[o:ABOUT]->(t:Entity) MATCH (x)-[i:IN]->(a:Article)
            {Where([.. Mentions, .. ends, .. filter.OnSpeaker(values, "s"), .. filter.OnMentioned(values, "t"), .. filter.OnAttribution(values, "i", "a")])}
            WITH s, t, o.edge AS id, count(DISTINCT x) AS count, count(DISTINCT a) AS articles, max(i.confidence) AS confidence,
                min(a.published) AS first, max(a.published) AS last
            """;
    }

    /// <summary>
    /// Finds the attributions that pass the filter and leaves x, i and a: the statement, its place and the article; once or, where
    /// several entities mentioned pass, more often. What comes before may have s, the speaker.
    /// </summary>
    public static string SelectStatements(Parameters values, StatementFilter filter, bool hasSpeaker = false)
    {
        var bySpeaker = hasSpeaker || filter.LooksIntoSpeaker;
        return $"""
            MATCH {(bySpeaker ? "(s:Entity)-[:SAID]->" : "")}(x:Statement)-[i:IN]->(a:Article)
            {(filter.LooksIntoMentioned ? "MATCH (x)-[:ABOUT]->(t:Entity)" : "")}
            {Where([
                .. filter.LooksIntoMentioned ? Mentions : [],
                .. bySpeaker ? filter.OnSpeaker(values, "s") : [],
                .. filter.OnMentioned(values, "t"), .. filter.OnAttribution(values, "i", "a"),
            ])}
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
            UNWIND {{list}} AS one MATCH (s:Entity {id: one}) WITH DISTINCT s
            {{Select(values, filter, $"t.id IN {list}")}}
            RETURN {{EdgeMap}} AS edge ORDER BY count DESC, id LIMIT {{values.Of(most)}}
            """)).ConfigureAwait(false);
        return [.. rows.Select(Edge)];
    }

    public static GraphEdge Edge(Record row) => Rows.MentionedEdge(row.Map("edge"));
}
