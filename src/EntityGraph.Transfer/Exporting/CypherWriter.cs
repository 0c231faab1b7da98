using System.Text;

namespace EntityGraph.Transfer;

/// <summary>
/// A script for cypher-shell and Neo4j Browser with the labels, relationships and properties that the Neo4j store has for the same
/// things. Everything is found by its id first, so running it again, or the script of a later export, leaves each thing there once.
/// Every statement ends in a semicolon at the end of a line, and no other line does.
/// </summary>
internal sealed class CypherWriter(Stream output) : IGraphWriter
{
    private const int RowsInStatement = 200;
    private readonly StreamWriter text = new(output, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" };
    private readonly Dictionary<EntityType, List<string>> nodes = Enum.GetValues<EntityType>().ToDictionary(t => t, _ => new List<string>());
    private readonly Dictionary<GraphEdgeKind, List<string>> edges = new() { [GraphEdgeKind.Mentioned] = [], [GraphEdgeKind.AppearsWith] = [] };

    public void Begin()
    {
        text.WriteLine("// Who mentioned whom in news articles, exported by EntityGraph. Run it with: cypher-shell --file FILE");
        text.WriteLine("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;");
    }

    public void Node(GraphNode node)
    {
        var rows = nodes[node.Type];
        rows.Add(
            $"{{id: {CypherText.Of(node.Id)}, name: {CypherText.Of(node.Name)}, mentionedBy: {Values.Count(node.MentionedBy)}, " +
            $"said: {Values.Count(node.Said)}, articles: {Values.Count(node.Articles)}, first: {CypherText.Of(node.First)}, last: {CypherText.Of(node.Last)}}}");
        if (rows.Count == RowsInStatement) WriteNodes(node.Type);
    }

    public void EndNodes()
    {
        foreach (var type in nodes.Keys) WriteNodes(type);
    }

    public void Edge(GraphEdge edge)
    {
        var rows = edges[edge.Kind];
        rows.Add(
            $"{{id: {CypherText.Of(edge.Id)}, source: {CypherText.Of(edge.Source)}, target: {CypherText.Of(edge.Target)}, count: {Values.Count(edge.Count)}, " +
            $"articles: {Values.Count(edge.Articles)}, confidence: {CypherText.Of(edge.Confidence)}, first: {CypherText.Of(edge.First)}, last: {CypherText.Of(edge.Last)}}}");
        if (rows.Count == RowsInStatement) WriteEdges(edge.Kind);
    }

    public void End()
    {
        foreach (var kind in edges.Keys) WriteEdges(kind);
        text.Flush();
    }

    public void Dispose() => text.Dispose();

    private void WriteNodes(EntityType type)
    {
        var others = string.Concat(Enum.GetValues<EntityType>().Where(t => t != type).Select(t => $":{t}"));
        Write(
            nodes[type],
            $"""
            MERGE (e:Entity {"{id: row.id}"})
            REMOVE e{others}
            SET e:{type}, e.type = '{type}', e.name = row.name, e.mentionedBy = row.mentionedBy, e.said = row.said, e.articles = row.articles,
                e.first = row.first, e.last = row.last;
            """);
    }

    private void WriteEdges(GraphEdgeKind kind)
    {
        var (relationship, confidence) = kind == GraphEdgeKind.Mentioned ? ("MENTIONED", "r.confidence = row.confidence, ") : ("APPEARS_WITH", "");
        Write(
            edges[kind],
            $"""
            MATCH (s:Entity {"{id: row.source}"}) MATCH (t:Entity {"{id: row.target}"})
            MERGE (s)-[r:{relationship} {"{id: row.id}"}]->(t)
            SET r.count = row.count, r.articles = row.articles, {confidence}r.first = row.first, r.last = row.last;
            """);
    }

    private void Write(List<string> rows, string statement)
    {
        if (rows.Count == 0) return;
        text.WriteLine("UNWIND [");
        text.Write(string.Join(",\n", rows));
        text.WriteLine("\n] AS row");
        text.WriteLine(statement.ReplaceLineEndings("\n"));
        rows.Clear();
    }
}
