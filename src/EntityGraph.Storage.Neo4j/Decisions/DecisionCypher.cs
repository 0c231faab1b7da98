namespace EntityGraph.Storage.Neo4j.Decisions;

/// <summary>The statements that decisions, and what they make of articles, are written with.</summary>
internal static class DecisionCypher
{
    public const string CreateDecisions =
        """
        UNWIND $rows AS row
        CREATE (:Decision {number: row.number, form: row.form, undone: row.undone, intoId: row.intoId, intoName: row.intoName})
        """;

    public const string CreateSubjects = "UNWIND $rows AS row MERGE (:Subject {id: row.id})";

    public const string CreateNames =
        "UNWIND $rows AS row MATCH (d:Decision {number: row.number}) MATCH (s:Subject {id: row.id}) CREATE (d)-[:NAMES]->(s)";

    public const string UndoDecisions = "UNWIND $rows AS row MATCH (d:Decision {number: row.number}) SET d.form = row.form, d.undone = true";

    /// <summary>Whether and how decisions have changed articles.</summary>
    public const string KeepPuts = "UNWIND $rows AS row MATCH (a:Article {id: row.article}) SET a.put = row.put";

    public const string CreateChanged =
        "UNWIND $rows AS row MATCH (d:Decision {number: row.decision}) MATCH (a:Article {id: row.article}) CREATE (d)-[:CHANGED]->(a)";

    public const string UpdateArticles =
        """
        UNWIND $rows AS row MATCH (a:Article {id: row.id})
        SET a.entities = row.entities, a.attributions = row.attributions, a.roles = row.roles, a.roleHolders = row.roleHolders,
            a.roleOrganisations = row.roleOrganisations, a.roleSpans = row.roleSpans, a.roleFormer = row.roleFormer
        """;

    /// <summary>The articles that a decision may change, by what it names.</summary>
    public const string ArticlesNaming =
        "UNWIND $rows AS id MATCH (:Entity {id: id})-[:APPEARS_IN]->(a:Article) WITH DISTINCT a RETURN a.id AS id ORDER BY a.added";

    public const string ArticlesOfIds = "UNWIND $rows AS id MATCH (a:Article {id: id}) RETURN a.id AS id ORDER BY a.added";

    public const string ArticlesChanged = "UNWIND $rows AS number MATCH (:Decision {number: number})-[:CHANGED]->(a:Article) RETURN a.id AS id ORDER BY a.added";
}
