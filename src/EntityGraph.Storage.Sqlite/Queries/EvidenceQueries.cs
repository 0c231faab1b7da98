using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Statements with the passages that prove them, and sentences in which two entities stand.</summary>
internal sealed class EvidenceQueries
{
    private readonly Session session;
    private readonly Dictionary<long, AnnotatedArticle> articles = [];
    private readonly Dictionary<string, GraphNode> nodes = new(StringComparer.Ordinal);

    private EvidenceQueries(Session session) => this.session = session;

    public static Page<Evidence> Evidence(Session session, MentionFilter mentions, PageRequest page)
    {
        var filter = StatementFilter.Of(session, mentions);
        var counted = new Sql();
        var total = session.Number(
            filter.IsEmpty
                ? "SELECT statements FROM graph"
                : $"SELECT count(DISTINCT statement) FROM ({MentionedEdges.SelectStatements(counted, filter)})",
            counted.Values)!.Value;
        var sql = new Sql();
        var found = session.Rows(
            filter.IsNarrow || filter.LooksIntoMentioned ? Gathered(sql, filter, page) : InTime(sql, filter, page),
            row => (Article: row.GetInt64(0), Position: row.GetInt32(1), Statement: row.GetInt64(2), StatementId: row.GetString(3)),
            sql.Values);
        var queries = new EvidenceQueries(session);
        return new Page<Evidence>([.. found.Select(f => queries.Evidence(f.Article, f.Position, f.Statement, f.StatementId))], (int)total);
    }

    public static Page<SharedSentence> SharedSentences(Session session, string firstId, string secondId, PageRequest page)
    {
        var ends = session.Rows(
            "SELECT key, id FROM entity WHERE id IN ($1, $2) ORDER BY articles", row => (Key: row.GetInt64(0), Id: row.GetString(1)), firstId, secondId);
        if (ends.Count < 2) return new Page<SharedSentence>([], 0);

        // The rarer of the two leads, since each of its sentences is looked up for the other.
        var total = session.Number(
            "SELECT count FROM together WHERE (source = $1 AND target = $2) OR (source = $2 AND target = $1)", ends[0].Key, ends[1].Key) ?? 0;
        var found = session.Rows(
            """
            SELECT s.article, s.sentence FROM standing s
            CROSS JOIN standing t ON t.entity = $2 AND t.article = s.article AND t.sentence = s.sentence
            CROSS JOIN article a ON a.key = s.article WHERE s.entity = $1
            ORDER BY a.day IS NULL, a.day, a.id, s.sentence LIMIT $3 OFFSET $4
            """,
            row => (Article: row.GetInt64(0), Sentence: row.GetInt32(1)), ends[0].Key, ends[1].Key, page.Limit, page.Offset);
        var queries = new EvidenceQueries(session);
        return new Page<SharedSentence>([.. found.Select(f => Proof.OfSentence(queries.Article(f.Article), f.Sentence, firstId, secondId))], (int)total);
    }

    /// <summary>Selects the first appearance of each statement: all that pass are gathered, then put in order.</summary>
    private static string Gathered(Sql sql, StatementFilter filter, PageRequest page) =>
        $"""
        WITH passing AS (
            SELECT x.article, x.position, x.statement, x.day, a.id,
                row_number() OVER (PARTITION BY x.statement ORDER BY x.day IS NULL, x.day, a.id, x.position) AS turn
            FROM ({MentionedEdges.SelectStatements(sql, filter)}) x JOIN article a ON a.key = x.article)
        SELECT p.article, p.position, p.statement, s.id FROM passing p JOIN statement s ON s.key = p.statement
        WHERE p.turn = 1 ORDER BY p.day IS NULL, p.day, p.id, p.position LIMIT {sql.Value(page.Limit)} OFFSET {sql.Value(page.Offset)}
        """;

    /// <summary>Selects the same where much passes: articles are walked in the order of time, and only as far as the page needs.</summary>
    private static string InTime(Sql sql, StatementFilter filter, PageRequest page)
    {
        string[] earlier =
        [
            "f.statement = e.statement",
            "(b.day IS NULL, coalesce(b.day, ''), b.id, f.position) < (a.day IS NULL, coalesce(a.day, ''), a.id, e.position)",
            .. filter.OnSpeaker(sql, "f"),
            .. filter.OnStatement(sql, "f"),
        ];
        string[] conditions =
        [
            .. filter.OnArticle(sql, "a", "a.key"),
            .. filter.OnSpeaker(sql, "e"),
            .. filter.OnStatement(sql, "e"),
            $"NOT EXISTS (SELECT 1 FROM attribution f JOIN article b ON b.key = f.article {MentionedEdges.Where(earlier)})",
        ];
        return $"""
            SELECT e.article, e.position, e.statement, s.id
            FROM article a CROSS JOIN attribution e ON e.article = a.key CROSS JOIN statement s ON s.key = e.statement
            {MentionedEdges.Where(conditions)}
            ORDER BY a.day IS NULL, a.day, a.id, e.position LIMIT {sql.Value(page.Limit)} OFFSET {sql.Value(page.Offset)}
            """;
    }

    private Evidence Evidence(long key, int position, long statement, string statementId) =>
        Proof.OfStatement(Article(key), position, statementId, Node, session.Rows(
            $"""
            SELECT {Rows.SummaryColumns} FROM article a LEFT JOIN outlet o ON o.key = a.outlet
            WHERE a.key IN (SELECT article FROM attribution WHERE statement = $1 AND article <> $2)
            ORDER BY a.day IS NULL, a.day, a.id LIMIT 100
            """,
            row => Rows.Summary(row), statement, key));

    private AnnotatedArticle Article(long key)
    {
        if (!articles.TryGetValue(key, out var annotated)) articles.Add(key, annotated = StoredArticles.Annotated(session, key));
        return annotated;
    }

    private GraphNode Node(string id)
    {
        if (!nodes.TryGetValue(id, out var node))
            nodes.Add(id, node = session.Row($"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id = $1", row => Rows.Node(row), id)!);
        return node;
    }
}
