using EntityGraph.Storage.Neo4j.Decisions;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>The statements that changes are written with. Each takes its rows as $rows and needs no Eager in its plan.</summary>
internal static class WriteCypher
{
    public static string CreateEntities(EntityType type) =>
        $$"""
        UNWIND $rows AS row
        CREATE (:Entity:{{type}} {id: row.id, type: '{{type}}', name: row.name, names: row.names, nameTypes: row.nameTypes,
            nameArticles: row.nameArticles, folded: row.folded, initials: row.initials, mentionedBy: row.mentionedBy, said: row.said,
            weight: row.weight, articles: row.articles, first: date(row.first), last: date(row.last)})
        """;

    public const string CountEntities =
        """
        UNWIND $rows AS row MATCH (e:Entity {id: row.id})
        SET e.mentionedBy = row.mentionedBy, e.said = row.said, e.weight = row.weight, e.articles = row.articles,
            e.first = date(row.first), e.last = date(row.last)
        """;

    public const string RenameEntities =
        """
        UNWIND $rows AS row MATCH (e:Entity {id: row.id})
        SET e.name = row.name, e.names = row.names, e.nameTypes = row.nameTypes, e.nameArticles = row.nameArticles,
            e.folded = row.folded, e.initials = row.initials
        """;

    public static string RetypeEntities(EntityType type) =>
        $$"""
        UNWIND $rows AS row MATCH (e:Entity {id: row.id})
        SET e.type = '{{type}}', e:{{type}} REMOVE {{string.Join(", ", Enum.GetValues<EntityType>().Where(t => t != type).Select(t => $"e:{t}"))}}
        """;

    public const string CreateStatements =
        "UNWIND $rows AS row CREATE (:Statement {id: row.id, speaker: row.speaker, words: row.words, attributions: row.attributions})";

    public const string CountStatements = "UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s.attributions = row.attributions";

    public const string CreateOutlets = "UNWIND $rows AS row CREATE (:Outlet {key: row.key, name: row.name, articles: row.articles})";

    public const string CountOutlets = "UNWIND $rows AS row MATCH (o:Outlet {key: row.key}) SET o.articles = row.articles";

    public const string CreateWords = "UNWIND $rows AS row CREATE (:Word {word: row.word, names: row.names, rests: row.rests})";

    public const string CountWords = "UNWIND $rows AS row MATCH (w:Word {word: row.word}) SET w.names = row.names";

    public const string CreateArticles =
        """
        UNWIND $rows AS row
        CREATE (:Article {id: row.id, title: row.title, headline: row.headline, outlet: row.outlet, url: row.url,
            published: date(row.published), day: row.day, language: row.language, collection: row.collection, pasted: false,
            entities: row.entities, attributions: row.attributions, text: row.text, sentences: row.sentences, roles: row.roles,
            roleHolders: row.roleHolders, roleOrganisations: row.roleOrganisations, roleSpans: row.roleSpans,
            roleFormer: row.roleFormer, added: row.added})
        """;

    public const string CreateAppearances =
        """
        UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (a:Article {id: row.article})
        CREATE (e)-[:APPEARS_IN {position: row.position, name: row.name, type: row.type, mentions: row.mentions, said: row.said,
            spans: row.spans, kinds: row.kinds, confidences: row.confidences, sentences: row.sentences}]->(a)
        """;

    public const string CreateSaid =
        "UNWIND $rows AS row MATCH (e:Entity {id: row.speaker}) MATCH (s:Statement {id: row.id}) CREATE (e)-[:SAID]->(s)";

    public const string CreateAbouts =
        """
        UNWIND $rows AS row MATCH (s:Statement {id: row.statement}) MATCH (e:Entity {id: row.entity})
        CREATE (s)-[:ABOUT {edge: row.edge, attributions: row.attributions}]->(e)
        """;

    public const string CountAbouts =
        """
        UNWIND $rows AS row MATCH (:Statement {id: row.statement})-[r:ABOUT]->(e:Entity) WHERE e.id = row.entity
        SET r.attributions = row.attributions
        """;

    public const string CreateAttributions =
        """
        UNWIND $rows AS row MATCH (s:Statement {id: row.statement}) MATCH (a:Article {id: row.article})
        CREATE (s)-[:IN {id: row.id, position: row.position, kind: row.kind, confidence: row.confidence, source: row.source,
            cue: row.cue, content: row.content, mentioned: row.mentioned, wording: row.wording}]->(a)
        """;

    public const string CreatePublished =
        "UNWIND $rows AS row MATCH (a:Article {id: row.article}) MATCH (o:Outlet {key: row.outlet}) CREATE (a)-[:PUBLISHED_BY]->(o)";

    public const string CreateMentioned =
        """
        UNWIND $rows AS row MATCH (s:Entity {id: row.source}) MATCH (t:Entity {id: row.target})
        CREATE (s)-[:MENTIONED {id: row.id, count: row.count, articles: row.articles, confidence: row.confidence,
            first: date(row.first), last: date(row.last)}]->(t)
        """;

    public const string CountMentioned =
        """
        UNWIND $rows AS row MATCH ()-[r:MENTIONED {id: row.id}]->()
        SET r.count = row.count, r.articles = row.articles, r.confidence = row.confidence, r.first = date(row.first), r.last = date(row.last)
        """;

    public const string CreateTogether =
        """
        UNWIND $rows AS row MATCH (s:Entity {id: row.source}) MATCH (t:Entity {id: row.target})
        CREATE (s)-[:APPEARS_WITH {id: row.id, count: row.count, articles: row.articles, first: date(row.first), last: date(row.last)}]->(t)
        """;

    public const string CountTogether =
        """
        UNWIND $rows AS row MATCH ()-[r:APPEARS_WITH {id: row.id}]->()
        SET r.count = row.count, r.articles = row.articles, r.first = date(row.first), r.last = date(row.last)
        """;

    public const string CreateOrigins =
        "UNWIND $rows AS row MATCH (a:Article {id: row.article}) CREATE (:Origin {key: row.key, origin: row.origin})-[:HOLDS]->(a)";

    public const string TieArticles = "UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a.pasted = true";

    // What goes is looked for as a whole: row by row the server would have to read all rows ahead.
    public const string DeleteMentioned = "MATCH ()-[r:MENTIONED]->() WHERE r.id IN $rows DELETE r";

    public const string DeleteTogether = "MATCH ()-[r:APPEARS_WITH]->() WHERE r.id IN $rows DELETE r";

    /// <summary>Takes away relationships by the ids that the database gives them, which are good within one transaction.</summary>
    public const string DeleteRelationships = "MATCH ()-[r]->() WHERE elementId(r) IN $rows DELETE r";

    public const string DeleteStatements = "MATCH (n:Statement) WHERE n.id IN $rows DETACH DELETE n";

    public const string DeleteOrigins = "MATCH (n:Origin) WHERE n.key IN $rows DETACH DELETE n";

    public const string DeleteArticles = "MATCH (n:Article) WHERE n.id IN $rows DETACH DELETE n";

    public const string DeleteOutlets = "MATCH (n:Outlet) WHERE n.key IN $rows DETACH DELETE n";

    public const string DeleteEntities = "MATCH (n:Entity) WHERE n.id IN $rows DETACH DELETE n";

    public const string DeleteWords = "MATCH (n:Word) WHERE n.word IN $rows DETACH DELETE n";

    public const string CreateChanges =
        """
        UNWIND $rows AS row
        CREATE (:Change {number: row.number, at: datetime(row.at), batch: row.batch, place: row.place, difference: row.difference})
        """;

    public const string CountGraph =
        """
        UNWIND $rows AS row MATCH (g:EntityGraph {key: 'graph'})
        SET g.number = row.number, g.articles = row.articles, g.entities = row.entities, g.statements = row.statements,
            g.edges = row.edges, g.mentions = row.mentions
        """;

    /// <summary>The ids that the database gives the relationships of statements to whom they mention.</summary>
    public const string FindAbouts =
        """
        UNWIND $rows AS row MATCH (:Statement {id: split(row, ' ')[0]})-[r:ABOUT]->(e:Entity) WHERE e.id = split(row, ' ')[1]
        RETURN elementId(r) AS id
        """;

    /// <summary>The same of an article's relationships but those to its outlet and origins.</summary>
    public const string FindAnnotations =
        "UNWIND $rows AS row MATCH (:Article {id: row})<-[r:APPEARS_IN|IN|CHANGED]-() RETURN elementId(r) AS id";

    /// <summary>Every statement, for those who look at their plans.</summary>
    public static IEnumerable<string> All =>
    [
        .. Enum.GetValues<EntityType>().SelectMany(t => new[] { CreateEntities(t), RetypeEntities(t) }),
        .. new[] { typeof(WriteCypher), typeof(DecisionCypher) }.SelectMany(t => t.GetFields()).Select(f => (string)f.GetRawConstantValue()!),
    ];
}
