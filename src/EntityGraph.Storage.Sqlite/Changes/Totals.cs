using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>
/// The totals of entities and edges that an article takes part in. Adding needs only what the article brings; taking away asks
/// the rows that are left for the first and last days and the best confidence, through an index.
/// </summary>
internal sealed class Totals
{
    private readonly Session session;
    private readonly ArticleFacts facts;
    private readonly ArticleKeys keys;
    private readonly Dictionary<(int Speaker, int Mentioned), int> mentioned = [];
    private readonly int[] mentionedBy;
    private readonly int[] said;

    private Totals(Session session, ArticleFacts facts, ArticleKeys keys)
    {
        (this.session, this.facts, this.keys) = (session, facts, keys);
        mentionedBy = new int[keys.Entities.Length];
        said = new int[keys.Entities.Length];
    }

    /// <summary>
    /// Counts what rests on this article alone. To be called while the article's own rows are not there: before they are
    /// inserted or after they are deleted.
    /// </summary>
    public static Totals Count(Session session, ArticleFacts facts, ArticleKeys keys)
    {
        var totals = new Totals(session, facts, keys);
        foreach (var (ends, edge) in facts.Mentioned)
            totals.mentioned[ends] = edge.Statements.Count(s => !totals.SaidElsewhere(ends.Speaker, ends.Mentioned, s));
        foreach (var (entity, statements) in facts.MentionedBy)
            totals.mentionedBy[entity] = statements.Count(s => !totals.SaidElsewhere(s.Value, entity, s.Key));
        foreach (var (entity, statements) in facts.Said)
            totals.said[entity] = statements.Count(keys.OnlyHere.Contains);
        return totals;
    }

    /// <summary>Adds the article; its rows are there. Answers how many edges are new.</summary>
    public int Add()
    {
        var day = Rows.Kept(facts.Annotated.Article.Published);
        for (var i = 0; i < keys.Entities.Length; i++)
        {
            session.Execute(
                """
                UPDATE entity SET mentioned_by = mentioned_by + $2, said = said + $3, articles = articles + 1,
                    first = coalesce(min(first, $4), first, $4), last = coalesce(max(last, $4), last, $4) WHERE key = $1
                """,
                keys.Entities[i], mentionedBy[i], said[i], day);
        }

        var edges = 0;
        foreach (var (ends, edge) in facts.Mentioned)
        {
            long speaker = keys.Entities[ends.Speaker], whom = keys.Entities[ends.Mentioned];
            var known = session.Execute(
                """
                UPDATE edge SET count = count + $3, articles = articles + 1, confidence = max(confidence, $4),
                    first = coalesce(min(first, $5), first, $5), last = coalesce(max(last, $5), last, $5)
                WHERE speaker = $1 AND mentioned = $2
                """,
                speaker, whom, mentioned[ends], edge.Confidence, day);
            if (known > 0) continue;
            session.Execute(
                """
                INSERT INTO edge (speaker, mentioned, id, count, articles, confidence, first, last, speaker_type, mentioned_type)
                SELECT $1, $2, $3, $4, 1, $5, $6, $6, s.type, m.type FROM entity s JOIN entity m ON m.key = $2 WHERE s.key = $1
                """,
                speaker, whom, ContentId.OfEdge(GraphEdgeKind.Mentioned, Id(ends.Speaker), Id(ends.Mentioned)), mentioned[ends],
                edge.Confidence, day);
            edges++;
        }

        session.Execute(
            """
            INSERT INTO together (source, target, id, count, articles, first, last)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 1, $1, $1 FROM json_each($2) WHERE true
            ON CONFLICT (source, target) DO UPDATE SET count = count + excluded.count, articles = articles + 1,
                first = coalesce(min(first, excluded.first), first, excluded.first),
                last = coalesce(max(last, excluded.last), last, excluded.last)
            """,
            day, JsonSerializer.Serialize(facts.Together.Select(t => new object[]
            {
                keys.Entities[t.Key.First],
                keys.Entities[t.Key.Second],
                ContentId.OfEdge(GraphEdgeKind.AppearsWith, Id(t.Key.First), Id(t.Key.Second)),
                t.Value,
            })));
        return edges;
    }

    /// <summary>Takes the article off; its rows are gone. Answers how many entities and edges are no more.</summary>
    public (int Entities, int Edges) Subtract()
    {
        var edges = 0;
        foreach (var ends in facts.Mentioned.Keys)
        {
            long source = keys.Entities[ends.Speaker], target = keys.Entities[ends.Mentioned];
            session.Execute(
                """
                UPDATE edge SET count = count - $3, articles = articles - 1, (confidence, first, last) =
                    (SELECT coalesce(max(confidence), 0), min(day), max(day) FROM saying WHERE speaker = $1 AND mentioned = $2)
                WHERE speaker = $1 AND mentioned = $2
                """,
                source, target, mentioned[ends]);
            edges += session.Execute("DELETE FROM edge WHERE speaker = $1 AND mentioned = $2 AND articles = 0", source, target);
        }

        foreach (var (ends, sentences) in facts.Together) SubtractTogether(keys.Entities[ends.First], keys.Entities[ends.Second], sentences);

        var entities = 0;
        for (var i = 0; i < keys.Entities.Length; i++)
        {
            session.Execute(
                """
                UPDATE entity SET mentioned_by = mentioned_by - $2, said = said - $3, articles = articles - 1,
                    first = (SELECT min(day) FROM appearance WHERE entity = $1),
                    last = (SELECT max(day) FROM appearance WHERE entity = $1) WHERE key = $1
                """,
                keys.Entities[i], mentionedBy[i], said[i]);
            entities += session.Execute("DELETE FROM entity WHERE key = $1 AND articles = 0", keys.Entities[i]);
        }

        return (entities, edges);
    }

    private void SubtractTogether(long source, long target, int sentences)
    {
        // Days are asked for only where the edge stays: most edges of a rare pair go.
        if (session.Execute("DELETE FROM together WHERE source = $1 AND target = $2 AND articles = 1", source, target) > 0) return;
        session.Execute(
            """
            UPDATE together SET count = count - $3, articles = articles - 1, (first, last) =
                (SELECT min(a.day), max(a.day) FROM standing s
                 JOIN standing t ON t.entity = $2 AND t.article = s.article AND t.sentence = s.sentence
                 JOIN article a ON a.key = s.article WHERE s.entity = $1)
            WHERE source = $1 AND target = $2
            """,
            source, target, sentences);
    }

    private string Id(int entity) => facts.Annotated.Entities[entity].Id;

    private bool SaidElsewhere(int? speaker, int entity, string statement) =>
        !keys.OnlyHere.Contains(statement) && session.Number(
            "SELECT 1 FROM saying WHERE speaker = $1 AND mentioned = $2 AND statement = $3 LIMIT 1",
            speaker is null ? 0L : keys.Entities[speaker.Value], keys.Entities[entity], keys.Statements[statement]) is not null;
}
