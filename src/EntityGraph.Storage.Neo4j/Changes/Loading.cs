using System.Collections.Immutable;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Brings into the workspace what changes are about to touch, all in one statement; what is there already is not asked for again.</summary>
internal static class Loading
{
    public static async Task LoadAsync(
        ITransaction transaction, Workspace work, IReadOnlyCollection<ArticleFacts> facts, IEnumerable<string> articles, IEnumerable<string> origins)
    {
        var entities = facts.SelectMany(f => f.Annotated.Entities);
        var abouts = facts.SelectMany(f => f.Annotated.Attributions.SelectMany((a, i) => a.MentionedIds.Select(m => AboutState.Key(f.Statements[i], m)))).ToList();
        var articleIds = work.Articles.Missing(articles);
        var originKeys = work.Origins.Missing(origins.Select(Key.Of));
        var entityIds = work.Entities.Missing(entities.Select(e => e.Id));
        var statementIds = work.Statements.Missing(facts.SelectMany(f => f.Statements));
        var mentioned = work.Mentioned.Missing(facts.SelectMany(f => f.Mentioned.Keys.Select(e => ArticleEdges.Mentioned(f, e).Id)));
        var together = work.Together.Missing(facts.SelectMany(f => f.Together.Keys.Select(e => ArticleEdges.Together(f, e).Id)));
        var outlets = work.Outlets.Missing(facts.Select(f => f.Annotated.Article.Outlet).OfType<string>().Select(Key.Of));
        var words = work.Words.Missing(entities.SelectMany(e => NameWords.Of(e.Name)));
        var found = (await transaction.RunAsync(new Statement(
            Cypher, ("articles", articleIds), ("origins", originKeys), ("entities", entityIds), ("statements", statementIds),
            ("mentioned", mentioned), ("together", together), ("outlets", outlets), ("words", words))).ConfigureAwait(false))[0];

        foreach (var row in found.Maps("preferred")) work.PreferredNames[row.Text("id")] = row.Text("name");
        Load(work.Entities, entityIds, found.Maps("entities"), r => r.Text("id"), Entity);
        Load(work.Statements, statementIds, found.Maps("statements"), r => r.Text("id"), r => new StatementState(r.Text("id"), r.TextOrNull("speaker"), r.Text("words"), r.Count("attributions")));
        Load(work.Abouts, work.Abouts.Missing(abouts), found.Maps("abouts"), r => AboutState.Key(r.Text("statement"), r.Text("entity")), r => new AboutState(r.Text("statement"), r.Text("entity"), r.TextOrNull("edge"), r.Count("attributions")));
        Load(work.Mentioned, mentioned, found.Maps("mentioned"), r => r.Text("id"), Rows.MentionedEdge);
        Load(work.Together, together, found.Maps("together"), r => r.Text("id"), r => Rows.Edge(r, GraphEdgeKind.AppearsWith));
        Load(work.Outlets, outlets, found.Maps("outlets"), r => r.Text("key"), r => new OutletState(r.Text("name"), r.Count("articles")));
        Load(work.Words, words, found.Maps("words"), r => r.Text("word"), r => new WordState(r.Text("word"), r.Count("names")));
        Load(work.Articles, articleIds, found.Maps("articles"), r => r.Text("id"), Article);
        Load(work.Origins, originKeys, found.Maps("origins"), r => r.Text("key"), r => new OriginState(r.Text("origin"), r.Text("id")));
        // An origin brings the article that it holds now: it may be replaced.
        foreach (var held in found.Maps("origins").Where(r => work.Articles.Missing([r.Text("id")]).Count > 0)) work.Articles.Load(held.Text("id"), Article(held));
    }

    private static void Load<T>(Tracked<T> tracked, List<string> asked, IEnumerable<Record> rows, Func<Record, string> key, Func<Record, T> state)
        where T : class
    {
        foreach (var missing in asked) tracked.Load(missing, null);
        foreach (var row in rows)
        {
            // Of a statement all that it mentions comes along, whether asked for or not.
            tracked.Load(key(row), state(row));
        }
    }

    private static ArticleState Article(Record row) =>
        new(row.Text("id"), row.Texts("held").ToImmutableSortedSet(StringComparer.Ordinal), row.Flag("pasted"));

    private static EntityState Entity(Record row) => new(
        Rows.Node(row), EntityState.GivenNames(row.Texts("names"), row.Texts("nameTypes"), row.Counts("nameArticles")));

    private const string Cypher =
        """
        CALL () { UNWIND $articles AS id MATCH (a:Article {id: id})
            RETURN collect({id: a.id, pasted: a.pasted, held: COLLECT { MATCH (o:Origin)-[:HOLDS]->(a) RETURN o.origin }}) AS articles }
        CALL () { UNWIND $origins AS key MATCH (p:Origin {key: key})-[:HOLDS]->(a:Article)
            RETURN collect({key: p.key, origin: p.origin, id: a.id, pasted: a.pasted,
                held: COLLECT { MATCH (o:Origin)-[:HOLDS]->(a) RETURN o.origin }}) AS origins }
        CALL () { UNWIND $entities AS id MATCH (e:Entity {id: id})
            RETURN collect(e {.id, .type, .name, .mentionedBy, .said, .articles, .first, .last, .names, .nameTypes, .nameArticles}) AS entities }
        CALL () { UNWIND $statements AS id MATCH (s:Statement {id: id})
            RETURN collect({id: s.id, words: s.words, attributions: s.attributions, speaker: s.speaker}) AS statements }
        CALL () { UNWIND $statements AS id MATCH (s:Statement {id: id})-[r:ABOUT]->(e:Entity)
            RETURN collect({statement: id, entity: e.id, edge: r.edge, attributions: r.attributions}) AS abouts }
        CALL () { UNWIND $mentioned AS id MATCH (s:Entity)-[r:MENTIONED {id: id}]->(t:Entity)
            RETURN collect(r {.id, .count, .articles, .confidence, .first, .last, source: s.id, target: t.id}) AS mentioned }
        CALL () { UNWIND $together AS id MATCH (s:Entity)-[r:APPEARS_WITH {id: id}]->(t:Entity)
            RETURN collect(r {.id, .count, .articles, .first, .last, source: s.id, target: t.id}) AS together }
        CALL () { UNWIND $outlets AS key MATCH (o:Outlet {key: key}) RETURN collect(o {.key, .name, .articles}) AS outlets }
        CALL () { UNWIND $words AS word MATCH (w:Word {word: word}) RETURN collect(w {.word, .names}) AS words }
        CALL () { UNWIND $entities AS id MATCH (d:Decision {intoId: id}) WHERE NOT d.undone
            WITH id, max([d.number, d.intoName]) AS last RETURN collect({id: id, name: last[1]}) AS preferred }
        RETURN preferred, articles, origins, entities, statements, abouts, mentioned, together, outlets, words
        """;
}
