using System.Text.Json;
using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>The rows of decisions, and of what they have made of articles.</summary>
internal static class DecisionRows
{
    public static long Next(Session session) => session.Number("SELECT coalesce(max(number), 0) + 1 FROM decision")!.Value;

    public static void Insert(Session session, Decision decision)
    {
        var into = decision.Ruling is Ruling.Merge merge ? decision.Entities.First(e => e.Id == merge.IntoId) : null;
        session.Execute(
            "INSERT INTO decision (number, form, undone, into_id, into_name) VALUES ($1, $2, $3, $4, $5)",
            decision.Number, DecisionForm.Of(decision), decision.UndoneAt is null ? 0 : 1, into?.Id, into?.Name);
        session.Execute(
            "INSERT INTO decision_about (id, decision) SELECT value, $1 FROM json_each($2)",
            decision.Number, JsonSerializer.Serialize(decision.Ruling.NamedEntities.Concat(decision.Ruling.NamedArticles).Distinct()));
    }

    public static void Undo(Session session, Decision undone) => session.Execute(
        "UPDATE decision SET form = $2, undone = 1 WHERE number = $1", undone.Number, DecisionForm.Of(undone));

    /// <summary>The articles, by their keys, that a new decision may change.</summary>
    public static List<long> Concerned(Session session, Ruling ruling) => ruling.NamedArticles.Count > 0
        ? session.Rows(
            "SELECT a.key FROM json_each($1) x JOIN article a ON a.id = x.value ORDER BY a.key",
            row => row.GetInt64(0), JsonSerializer.Serialize(ruling.NamedArticles))
        : session.Rows(
            """
            SELECT DISTINCT p.article FROM json_each($1) x JOIN entity e ON e.id = x.value JOIN appearance p ON p.entity = e.key
            ORDER BY p.article
            """,
            row => row.GetInt64(0), JsonSerializer.Serialize(Moving.Everywhere(ruling)));

    /// <summary>The articles, by their keys, that a decision has a part in.</summary>
    public static List<long> Changed(Session session, long decision) =>
        session.Rows("SELECT article FROM decided WHERE decision = $1", row => row.GetInt64(0), decision);

    /// <summary>The decisions that have a part in an article.</summary>
    public static List<long> Of(Session session, long article) =>
        session.Rows("SELECT decision FROM decided WHERE article = $1 ORDER BY decision", row => row.GetInt64(0), article);

    /// <summary>Keeps what decisions have made of an article, and the article as it was put.</summary>
    public static void Keep(Session session, long article, AnnotatedArticle put, DecidedArticle decided)
    {
        Forget(session, article);
        if (decided.Decisions.Count == 0) return;
        session.Execute("INSERT INTO put_form (article, form) VALUES ($1, $2)", article, DecisionForm.OfPut(put));
        session.Execute(
            "INSERT INTO decided (decision, article) SELECT value, $1 FROM json_each($2)", article, JsonSerializer.Serialize(decided.Decisions));
    }

    public static void Forget(Session session, long article)
    {
        session.Execute("DELETE FROM put_form WHERE article = $1", article);
        session.Execute("DELETE FROM decided WHERE (decision, article) IN (SELECT decision, article FROM decided WHERE article = $1)", article);
    }
}
