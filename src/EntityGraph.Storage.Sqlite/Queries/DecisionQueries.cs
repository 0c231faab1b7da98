using System.Text.Json;
using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>Reads decisions, and what they are about.</summary>
internal static class DecisionQueries
{
    public static Page<Decision> Decisions(Session session, DecisionQuery query)
    {
        var sql = new Sql();
        var conditions = new List<string>();
        if (query.About is not null) conditions.Add($"number IN (SELECT decision FROM decision_about WHERE id = {sql.Value(query.About)})");
        if (query.IsUndone is not null) conditions.Add($"undone = {sql.Value(query.IsUndone.Value ? 1 : 0)}");
        var where = MentionedEdges.Where(conditions);
        var total = session.Number($"SELECT count(*) FROM decision {where}", sql.Values)!.Value;
        var items = session.Rows(
            $"SELECT form FROM decision {where} ORDER BY number DESC LIMIT {sql.Value(query.Page.Limit)} OFFSET {sql.Value(query.Page.Offset)}",
            row => DecisionForm.Read(row.GetString(0)), sql.Values);
        return new Page<Decision>(items, (int)total);
    }

    public static Decision? Decision(Session session, long number) =>
        session.Text("SELECT form FROM decision WHERE number = $1", number) is { } form ? DecisionForm.Read(form) : null;

    /// <summary>Fills in the decisions that hold for what is asked, and for what these lead to.</summary>
    public static KnownDecisions Filled(Session session, KnownDecisions known)
    {
        while (known.Unasked.Count > 0)
        {
            known.Add(session.Rows(
                """
                SELECT d.form FROM decision d WHERE d.undone = 0 AND d.number IN
                    (SELECT a.decision FROM json_each($1) x JOIN decision_about a ON a.id = x.value)
                """,
                row => DecisionForm.Read(row.GetString(0)), JsonSerializer.Serialize(known.Unasked)));
        }

        return known;
    }

    /// <summary>What judges a ruling, with all that it needs to know.</summary>
    public static DecisionRules Rules(Session session, Ruling ruling)
    {
        var known = Filled(session, KnownDecisions.For(ruling));
        var nodes = DecisionRules.Entities(ruling, known)
            .Select(id => session.Row($"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id = $1", row => Rows.Node(row), id))
            .OfType<GraphNode>().ToDictionary(n => n.Id);
        return new DecisionRules(known, nodes, Articles(session, ruling));
    }

    /// <summary>The articles that a ruling names, as the graph shows them, by their ids.</summary>
    public static Dictionary<string, AnnotatedArticle> Articles(Session session, Ruling ruling) => ruling.NamedArticles.Distinct()
        .Select(id => StoredArticles.KeyOf(session, id)).OfType<long>()
        .Select(key => StoredArticles.Annotated(session, key)).ToDictionary(a => a.Article.Id);

    public static DecisionPreview Preview(Session session, Ruling ruling)
    {
        var rules = Rules(session, ruling);
        try
        {
            if (rules.Settled(ruling) is not { } settled) return new DecisionPreview { IsAlreadySo = true, Entities = rules.Shown };
            var everywhere = JsonSerializer.Serialize(Moving.Everywhere(settled));
            if (settled.NamedArticles.Count > 0) return Moving.Of(rules.Shown, settled, [.. Articles(session, settled).Values]);
            const string moving = "entity IN (SELECT e.key FROM json_each($1) x JOIN entity e ON e.id = x.value)";
            var (articles, mentions) = session.Row(
                $"SELECT count(DISTINCT article), coalesce(sum(mentions), 0) FROM appearance WHERE {moving}",
                row => (row.GetInt32(0), row.GetInt32(1)), everywhere);
            var names = session.Rows(
                $"SELECT name, type, articles FROM entity_name WHERE {moving}",
                row => new GivenName(row.GetString(0), (EntityType)row.GetInt32(1), row.GetInt64(2)), everywhere);
            return Moving.Of(rules.Shown, settled, articles, mentions, names);
        }
        catch (DecisionException e)
        {
            return new DecisionPreview { Refusal = e.Message, Entities = rules.Shown };
        }
    }
}
