namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// The part of the graph that the changes of a transaction touch, as it is to become. No other writer touches it meanwhile: each
/// holds the graph's own node from its first statement to its commit.
/// </summary>
internal sealed class Workspace(GraphState graph, string batch)
{
    /// <summary>What the changes written together are known by, should their commit have to be looked for.</summary>
    public string Batch { get; } = batch;

    public GraphState Graph { get; set; } = graph;

    public Tracked<EntityState> Entities { get; } = new();

    public Tracked<StatementState> Statements { get; } = new();

    public Tracked<AboutState> Abouts { get; } = new();

    /// <summary>Mentioned edges by their ids.</summary>
    public Tracked<GraphEdge> Mentioned { get; } = new();

    /// <summary>AppearsWith edges by their ids.</summary>
    public Tracked<GraphEdge> Together { get; } = new();

    public Tracked<ArticleState> Articles { get; } = new();

    public Tracked<OriginState> Origins { get; } = new();

    public Tracked<OutletState> Outlets { get; } = new();

    public Tracked<WordState> Words { get; } = new();

    /// <summary>What entities were shown by when others were merged into them, by their ids.</summary>
    public Dictionary<string, string> PreferredNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Articles whose nodes are still to be written, each with the number of its change.</summary>
    public List<(ArticleFacts Facts, long Number)> NewArticles { get; } = [];

    /// <summary>Articles whose annotations are still to be written.</summary>
    public List<ArticleFacts> NewAnnotations { get; } = [];

    /// <summary>Articles that decisions have just changed or no longer change: how they were put, or null, and which decisions.</summary>
    public List<(string Article, AnnotatedArticle? Put, IReadOnlyList<long> Decisions)> Decided { get; } = [];

    /// <summary>Differences that are still to be written, each with the place of its change among those written together.</summary>
    public List<(int Place, GraphDifference Difference)> Differences { get; } = [];

    /// <summary>Takes note that all has been written.</summary>
    public void Settle()
    {
        Entities.Settle();
        Statements.Settle();
        Abouts.Settle();
        Mentioned.Settle();
        Together.Settle();
        Articles.Settle();
        Origins.Settle();
        Outlets.Settle();
        Words.Settle();
        NewArticles.Clear();
        NewAnnotations.Clear();
        Decided.Clear();
        Differences.Clear();
    }
}
