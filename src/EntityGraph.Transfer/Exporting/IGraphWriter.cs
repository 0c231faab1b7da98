using System.Globalization;

namespace EntityGraph.Transfer;

/// <summary>A format: writes the parts of a graph in this order, and nothing before it is told to begin.</summary>
internal interface IGraphWriter : IDisposable
{
    void Begin();

    void Node(GraphNode node);

    void EndNodes();

    /// <summary>An edge between two nodes that were written.</summary>
    void Edge(GraphEdge edge);

    /// <summary>Ends the file; all of it is in the stream then.</summary>
    void End();
}

/// <summary>A format that also holds articles, after the edges.</summary>
internal interface IArticleWriter : IGraphWriter
{
    /// <summary>An article and which of its entities it names.</summary>
    /// <param name="annotated">The article.</param>
    /// <param name="has">Whether an entity was written.</param>
    void Article(AnnotatedArticle annotated, Func<string, bool> has);
}

/// <summary>How values are written in every format.</summary>
internal static class Values
{
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Real(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether an edge of the kind says the same in both directions.</summary>
    public static bool IsUndirected(GraphEdgeKind kind) => kind == GraphEdgeKind.AppearsWith;
}
