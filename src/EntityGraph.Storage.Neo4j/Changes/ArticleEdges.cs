namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>The edges with totals that an article takes part in, still without totals.</summary>
internal static class ArticleEdges
{
    public static GraphEdge Mentioned(ArticleFacts facts, (int Speaker, int Mentioned) ends) =>
        Of(GraphEdgeKind.Mentioned, facts, ends.Speaker, ends.Mentioned) with { Confidence = 0 };

    public static GraphEdge Together(ArticleFacts facts, (int First, int Second) ends) =>
        Of(GraphEdgeKind.AppearsWith, facts, ends.First, ends.Second);

    private static GraphEdge Of(GraphEdgeKind kind, ArticleFacts facts, int source, int target)
    {
        string from = facts.Annotated.Entities[source].Id, to = facts.Annotated.Entities[target].Id;
        return new GraphEdge { Id = ContentId.OfEdge(kind, from, to), Kind = kind, Source = from, Target = to };
    }
}
