using EntityGraph.Storage.Neo4j.Transport;
using static EntityGraph.Storage.Neo4j.Queries.StatementFilter;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Statements with the passages that prove them, and sentences in which two entities stand.</summary>
internal static class EvidenceQueries
{
    public static async Task<Page<Evidence>> EvidenceAsync(Reader reader, MentionFilter mentions, PageRequest page)
    {
        var filter = new StatementFilter(mentions);
        var (values, counted) = (new Parameters(), new Parameters());
        var found = await reader.PageAsync(
            page,
            values.In(
                $"""
                {(filter.IsNarrow || filter.LooksIntoMentioned ? Gathered(values, filter) : InTime(values, filter))}
                SKIP {values.Of(page.Offset)} LIMIT {values.Of(page.Limit)}
                """),
            row => new Found(row.Text("statement"), row.Text("article"), row.Count("position")),
            filter.IsEmpty
                ? counted.In("MATCH (g:EntityGraph {key: 'graph'}) RETURN g.statements AS total")
                : counted.In($"{MentionedEdges.SelectStatements(counted, filter)} RETURN count(DISTINCT x) AS total")).ConfigureAwait(false);
        return new Page<Evidence>(await ProveAsync(reader, found.Items).ConfigureAwait(false), found.Total);
    }

    public static async Task<Page<SharedSentence>> SharedSentencesAsync(Reader reader, string firstId, string secondId, PageRequest page)
    {
        if (firstId == secondId) return new Page<SharedSentence>([], 0);
        var (ends, places) = (Map.Of(("one", firstId), ("other", secondId)), Map.Of(("offset", page.Offset), ("limit", page.Limit)));
        var found = await reader.PageAsync(
            page,
            new Statement(
                """
                MATCH (:Entity {id: $one})-[m:APPEARS_IN]->(a:Article)<-[n:APPEARS_IN]-(:Entity {id: $other})
                WITH a, m.sentences AS mine, n.sentences AS theirs
                UNWIND [z IN mine WHERE z IN theirs] AS sentence
                RETURN a.id AS article, sentence ORDER BY a.day, a.id, sentence SKIP $offset LIMIT $limit
                """,
                ends.Concat(places).ToDictionary()),
            row => (Article: row.Text("article"), Sentence: row.Count("sentence")),
            new Statement(
                "OPTIONAL MATCH (:Entity {id: $one})-[w:APPEARS_WITH]-(:Entity {id: $other}) RETURN coalesce(w.count, 0) AS total", ends)).ConfigureAwait(false);
        var articles = await ArticleQueries.AnnotatedAsync(reader, found.Items.Select(f => f.Article)).ConfigureAwait(false);
        return new Page<SharedSentence>(
            [.. found.Items.Where(f => articles.ContainsKey(f.Article)).Select(f => Proof.OfSentence(articles[f.Article], f.Sentence, firstId, secondId))],
            found.Total);
    }

    /// <summary>Finds the first appearance of each statement: all that pass are gathered, then put in order.</summary>
    private static string Gathered(Parameters values, StatementFilter filter) =>
        $$"""
        {{MentionedEdges.SelectStatements(values, filter)}}
        WITH x, min([a.day, a.id, i.position]) AS first
        RETURN x.id AS statement, first[1] AS article, first[2] AS position ORDER BY first
        """;

    /// <summary>Finds the same where much passes: articles are walked in the order of time, and only as far as the page needs.</summary>
    private static string InTime(Parameters values, StatementFilter filter)
    {
        var isSpeakers = filter.LooksIntoSpeaker ? [$"EXISTS {{ MATCH (s:Entity)-[:SAID]->(x) {Where(filter.OnSpeaker(values, "s"))} }}"] : Array.Empty<string>();
        return $$"""
            MATCH (a:Article) {{Where(["a.day >= 0", .. filter.OnArticle(values, "a")])}}
            MATCH (a)<-[i:IN]-(x:Statement)
            {{Where([
                .. filter.OnAttribution(values, "i", "a"), .. isSpeakers,
                $"NOT EXISTS {{ MATCH (x)-[j:IN]->(b:Article) {Where([.. filter.OnAttribution(values, "j", "b"), Earlier])} }}",
            ])}}
            RETURN x.id AS statement, a.id AS article, i.position AS position
            ORDER BY a.day, a.id, i.position
            """;
    }

    private const string Earlier = "(b.day < a.day OR b.day = a.day AND (b.id < a.id OR b.id = a.id AND j.position < i.position))";

    /// <summary>The passages of statements at the places given; what was taken away meanwhile is left out.</summary>
    private static async Task<IReadOnlyList<Evidence>> ProveAsync(Reader reader, IReadOnlyList<Found> found)
    {
        if (found.Count == 0) return [];
        var articles = await ArticleQueries.AnnotatedAsync(reader, found.Select(f => f.ArticleId)).ConfigureAwait(false);
        var there = found.Where(f => articles.ContainsKey(f.ArticleId)).ToList();
        var nodes = (await SnapshotQueries.NodesAsync(reader, [.. there.SelectMany(EntitiesOf).Distinct()]).ConfigureAwait(false)).ToDictionary(n => n.Id);
        var alsoIn = (await reader.RowsAsync(new Statement(
            $$"""
            UNWIND $rows AS row MATCH (x:Statement {id: row.statement})
            RETURN x.id AS statement, COLLECT {
                MATCH (x)-[:IN]->(a:Article) WHERE a.id <> row.article
                WITH DISTINCT a ORDER BY a.day, a.id LIMIT 100 RETURN {{Rows.SummaryMap("a")}} } AS articles
            """,
            ("rows", found.Select(f => Map.Of(("statement", f.StatementId), ("article", f.ArticleId)))))).ConfigureAwait(false))
            .ToDictionary(r => r.Text("statement"), r => r.Maps("articles").Select(Rows.Summary)
                .OrderBy(a => a.Published ?? DateOnly.MaxValue).ThenBy(a => a.Published is null).ThenBy(a => a.Id, StringComparer.Ordinal).ToList());
        return [.. there.Where(f => EntitiesOf(f).All(nodes.ContainsKey)).Select(f => Proof.OfStatement(
            articles[f.ArticleId], f.Position, f.StatementId, id => nodes[id], alsoIn.GetValueOrDefault(f.StatementId, [])))];

        IEnumerable<string> EntitiesOf(Found place)
        {
            var attribution = articles[place.ArticleId].Attributions[place.Position];
            return attribution.MentionedIds.Append(attribution.SpeakerId).OfType<string>();
        }
    }

    /// <summary>Where a statement stands first.</summary>
    private sealed record Found(string StatementId, string ArticleId, int Position);
}
