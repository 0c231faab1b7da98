using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Neo4j.Changes;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Decisions;

/// <summary>Runs a statement: in a transaction that is open, or on its own.</summary>
internal delegate Task<IReadOnlyList<Record>> Ask(Statement statement);

/// <summary>Reads decisions, and what they are about.</summary>
internal static class DecisionQueries
{
    public static Task<Page<Decision>> DecisionsAsync(Reader reader, DecisionQuery query)
    {
        var (values, counted) = (new Parameters(), new Parameters());
        return reader.PageAsync(
            query.Page,
            values.In($"{Chosen(values, query)} RETURN d.form AS form ORDER BY d.number DESC SKIP {values.Of(query.Page.Offset)} LIMIT {values.Of(query.Page.Limit)}"),
            row => DecisionForm.Read(row.Text("form")),
            counted.In($"{Chosen(counted, query)} RETURN count(d) AS total"));
    }

    public static async Task<Decision?> DecisionAsync(Ask ask, long number) =>
        await ask(new Statement("MATCH (d:Decision {number: $number}) RETURN d.form AS form", ("number", number))).ConfigureAwait(false) is [var row]
            ? DecisionForm.Read(row.Text("form"))
            : null;

    /// <summary>Fills in the decisions that hold for what is asked, and for what these lead to.</summary>
    public static async Task<KnownDecisions> FilledAsync(Ask ask, KnownDecisions known)
    {
        while (known.Unasked.Count > 0)
        {
            var rows = await ask(new Statement(
                """
                UNWIND $ids AS id MATCH (:Subject {id: id})<-[:NAMES]-(d:Decision) WHERE NOT d.undone
                WITH DISTINCT d RETURN d.form AS form
                """,
                ("ids", known.Unasked.ToList()))).ConfigureAwait(false);
            known.Add(rows.Select(r => DecisionForm.Read(r.Text("form"))).ToList());
        }

        return known;
    }

    /// <summary>What judges a ruling, with all that it needs to know.</summary>
    public static async Task<DecisionRules> RulesAsync(Ask ask, Ruling ruling)
    {
        var known = await FilledAsync(ask, KnownDecisions.For(ruling)).ConfigureAwait(false);
        var rows = await ask(new Statement(
            $$"""UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN {{Rows.NodeMap("e")}} AS node""",
            ("ids", DecisionRules.Entities(ruling, known)))).ConfigureAwait(false);
        var nodes = rows.Select(r => Rows.Node(r.Map("node"))).ToDictionary(n => n.Id, StringComparer.Ordinal);
        return new DecisionRules(known, nodes, await ArticlesAsync(ask, ruling).ConfigureAwait(false));
    }

    public static async Task<DecisionPreview> PreviewAsync(Ask ask, Ruling ruling)
    {
        var rules = await RulesAsync(ask, ruling).ConfigureAwait(false);
        try
        {
            if (rules.Settled(ruling) is not { } settled) return new DecisionPreview { IsAlreadySo = true, Entities = rules.Shown };
            if (settled.NamedArticles.Count > 0)
                return Moving.Of(rules.Shown, settled, [.. (await ArticlesAsync(ask, settled).ConfigureAwait(false)).Values]);
            var rows = await ask(new Statement(
                """
                UNWIND $ids AS id MATCH (e:Entity {id: id})
                RETURN e.names AS names, e.nameTypes AS types, e.nameArticles AS articles,
                    COLLECT { MATCH (e)-[r:APPEARS_IN]->(a:Article) RETURN a.id } AS ids,
                    COLLECT { MATCH (e)-[r:APPEARS_IN]->(:Article) RETURN sum(r.mentions) } AS mentions
                """,
                ("ids", Moving.Everywhere(settled)))).ConfigureAwait(false);
            return Moving.Of(
                rules.Shown, settled, rows.SelectMany(r => r.Texts("ids")).Distinct().Count(), rows.Sum(r => r.Counts("mentions").Sum()),
                rows.SelectMany(r => EntityState.GivenNames(r.Texts("names"), r.Texts("types"), r.Counts("articles"))));
        }
        catch (DecisionException e)
        {
            return new DecisionPreview { Refusal = e.Message, Entities = rules.Shown };
        }
    }

    /// <summary>The articles that a ruling names, as the graph shows them, by their ids.</summary>
    private static async Task<Dictionary<string, AnnotatedArticle>> ArticlesAsync(Ask ask, Ruling ruling) =>
        ruling.NamedArticles.Count == 0
            ? []
            : (await ask(ArticleForm.Reading(ruling.NamedArticles)).ConfigureAwait(false))
                .Select(ArticleForm.Read).ToDictionary(a => a.Article.Id, StringComparer.Ordinal);

    private static string Chosen(Parameters values, DecisionQuery query)
    {
        var about = query.About is { } id ? $$"""(:Subject {id: {{values.Of(id)}}})<-[:NAMES]-""" : "";
        string[] conditions = query.IsUndone is { } undone ? [$"d.undone = {values.Of(undone)}"] : [];
        return $"MATCH {about}(d:Decision) {StatementFilter.Where(conditions)}";
    }
}
