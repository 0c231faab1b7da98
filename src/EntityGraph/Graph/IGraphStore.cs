namespace EntityGraph;

/// <summary>
/// Keeps the graph. Every implementation passes one conformance suite, is safe to call from several threads, and throws
/// <see cref="GraphStoreException"/> for all that goes wrong on its side.
/// </summary>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Makes or checks the schema. Called once before anything else; calling it again does no harm.</summary>
    Task OpenAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Commits a change as a whole or not at all, and numbers it: one more than the last, without gaps, also under
    /// concurrent writers. The same change twice is <see cref="ChangeOutcome.Unchanged"/> the second time.
    /// </summary>
    Task<CommitResult> ApplyAsync(GraphChange change, CancellationToken cancellation = default);

    /// <summary>The id of the article that an origin holds now, or null.</summary>
    Task<string?> ArticleAtOriginAsync(string origin, CancellationToken cancellation = default);

    /// <summary>The differences after a number, oldest first, at most <paramref name="limit"/> (1 to 1,000).</summary>
    Task<IReadOnlyList<GraphDifference>> ChangesAfterAsync(long number, int limit, CancellationToken cancellation = default);

    /// <summary>A part of the graph to begin with. An unknown focus gives no nodes.</summary>
    Task<GraphSnapshot> SnapshotAsync(SnapshotQuery query, CancellationToken cancellation = default);

    /// <summary>An entity's neighbours, ranked and paged, or null where there is no such entity.</summary>
    Task<Neighbourhood?> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellation = default);

    /// <summary>Edges of a kind between the given entities (at most 1,000), strongest first, at most 3,000.</summary>
    Task<IReadOnlyList<GraphEdge>> EdgesBetweenAsync(
        IReadOnlyCollection<string> entityIds, GraphEdgeKind kind, MentionFilter filter, CancellationToken cancellation = default);

    /// <summary>Entities by name as it is being typed, forgiving of case, accents and spelling; best first.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(
        string text, int limit, EntityType? type = null, CancellationToken cancellation = default);

    /// <summary>Who mentioned whom, over the statements that pass the filter; most statements first.</summary>
    Task<Page<WhoMentioned>> WhoMentionedAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default);

    /// <summary>
    /// The statements that pass the filter with their passages, earliest first, one for each statement. A filter with an
    /// article gives that article's own, in the order of its text.
    /// </summary>
    Task<Page<Evidence>> EvidenceAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default);

    /// <summary>The sentences in which both entities stand, earliest first: the evidence of an AppearsWith edge.</summary>
    Task<Page<SharedSentence>> SharedSentencesAsync(
        string firstId, string secondId, PageRequest page, CancellationToken cancellation = default);

    /// <summary>The best paths between two entities. The search is bounded: see <see cref="PathAnswer.Complete"/>.</summary>
    Task<PathAnswer> PathsAsync(PathQuery query, CancellationToken cancellation = default);

    /// <summary>How many statements pass the filter in each day, week or month, and in how many articles.</summary>
    Task<Timeline> TimelineAsync(MentionFilter filter, TimelineUnit unit, CancellationToken cancellation = default);

    /// <summary>An entity with its totals, or null.</summary>
    Task<GraphNode?> EntityAsync(string id, CancellationToken cancellation = default);

    /// <summary>An article with all its annotations, their ids those of the graph, or null.</summary>
    Task<AnnotatedArticle?> ArticleAsync(string id, CancellationToken cancellation = default);

    /// <summary>Articles, newest first (undated last), of a collection or naming an entity where these are given.</summary>
    Task<Page<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancellation = default);

    /// <summary>The outlets of the graph's articles, in ordinal order.</summary>
    Task<IReadOnlyList<string>> OutletsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Every article whose <see cref="StoredArticle.Number"/> is greater, as it was put, without the decisions that are laid over it,
    /// in the order of these numbers, a few in memory at a time. What is
    /// committed while they are read may be among them or not, as with <see cref="AllNodesAsync"/> and <see cref="AllEdgesAsync"/>.
    /// </summary>
    IAsyncEnumerable<StoredArticle> StoredArticlesAsync(long afterNumber = 0, CancellationToken cancellation = default);

    /// <summary>Every entity once, in the ordinal order of their ids, a few in memory at a time.</summary>
    IAsyncEnumerable<GraphNode> AllNodesAsync(CancellationToken cancellation = default);

    /// <summary>Every Mentioned edge over the statements that pass the filter once, in any order, a few in memory at a time.</summary>
    IAsyncEnumerable<GraphEdge> AllEdgesAsync(MentionFilter filter, CancellationToken cancellation = default);

    /// <summary>The decisions, the last first, undone ones among them.</summary>
    Task<Page<Decision>> DecisionsAsync(DecisionQuery query, CancellationToken cancellation = default);

    /// <summary>What a ruling would change, and whether it would be refused.</summary>
    Task<DecisionPreview> PreviewAsync(Ruling ruling, CancellationToken cancellation = default);

    /// <summary>How large the graph is.</summary>
    Task<GraphStatistics> StatisticsAsync(CancellationToken cancellation = default);
}
