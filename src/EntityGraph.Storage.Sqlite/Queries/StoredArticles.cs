using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Encoding;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Reads articles with all their annotations.</summary>
internal static class StoredArticles
{
    public static long? KeyOf(Session session, string id) => session.Number("SELECT key FROM article WHERE id = $1", id);

    public static ArticleSummary Summary(Session session, long key) => session.Row(
        $"SELECT {Rows.SummaryColumns} FROM article a LEFT JOIN outlet o ON o.key = a.outlet WHERE a.key = $1", row => Rows.Summary(row), key)!;

    public static IReadOnlyList<AnnotatedEntity> Entities(Session session, long key) => session.Rows(
        "SELECT e.id, p.type, p.name, p.spans FROM appearance p JOIN entity e ON e.key = p.entity WHERE p.article = $1 ORDER BY p.position",
        row => new AnnotatedEntity(
            row.GetString(0), (EntityType)row.GetInt32(1), row.GetString(2), AnnotationForm.Mentions(row.GetFieldValue<byte[]>(3))),
        key);

    /// <summary>An article as it was put, before decisions.</summary>
    public static AnnotatedArticle Put(Session session, long key, AnnotatedArticle shown) =>
        session.Row("SELECT form FROM put_form WHERE article = $1", row => row.GetFieldValue<byte[]>(0), key) is { } form
            ? DecisionForm.ReadPut(form, shown)
            : shown;

    /// <summary>An article as the graph shows it.</summary>
    public static AnnotatedArticle Annotated(Session session, long key)
    {
        var entities = Entities(session, key);
        var attributions = session.Rows(
            """
            SELECT t.id, e.id, t.kind, t.confidence, t.spans FROM attribution t LEFT JOIN entity e ON e.key = t.speaker
            WHERE t.article = $1 ORDER BY t.position
            """,
            row => AnnotationForm.Attribution(
                row.GetFieldValue<byte[]>(4),
                new Attribution
                {
                    Id = row.GetString(0),
                    SpeakerId = Rows.Text(row, 1),
                    Kind = (AttributionKind)row.GetInt32(2),
                    Confidence = row.GetDouble(3),
                    Content = [],
                },
                entities),
            key);
        return session.Row(
            """
            SELECT a.id, t.text, a.headline, o.name, a.url, a.day, a.language, a.collection,
                   (SELECT min(origin) FROM origin WHERE article = a.key), t.sentences, t.roles
            FROM article a JOIN article_text t ON t.article = a.key LEFT JOIN outlet o ON o.key = a.outlet WHERE a.key = $1
            """,
            row => new AnnotatedArticle
            {
                Article = new Article
                {
                    Id = row.GetString(0),
                    Text = row.GetString(1),
                    Title = Rows.Text(row, 2),
                    Outlet = Rows.Text(row, 3),
                    Url = Rows.Text(row, 4) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null,
                    Published = Rows.Day(row, 5),
                    Language = Rows.Text(row, 6),
                    Collection = Rows.Text(row, 7),
                    Origin = Rows.Text(row, 8),
                },
                Sentences = AnnotationForm.Sentences(row.GetFieldValue<byte[]>(9)),
                Entities = entities,
                Attributions = attributions,
                Roles = AnnotationForm.Roles(row.GetFieldValue<byte[]>(10), entities),
            },
            key)!;
    }
}
