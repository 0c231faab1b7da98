using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Web.Tests.Api;

/// <summary>A SQLite store whose disk is full for as long as one likes.</summary>
internal sealed class StoreOutOfRoom(string path) : IGraphStore
{
    private readonly SqliteGraphStore _store = new(new SqliteStoreOptions { Path = path });

    public volatile bool IsFull;

    public Task OpenAsync(CancellationToken cancellation = default) => _store.OpenAsync(cancellation);

    public Task<CommitResult> ApplyAsync(GraphChange change, CancellationToken cancellation = default) => IsFull
        ? throw new GraphStoreException($"There is no room left to write the graph in '{path}'.")
        : _store.ApplyAsync(change, cancellation);

    public Task<string?> ArticleAtOriginAsync(string origin, CancellationToken cancellation = default) => _store.ArticleAtOriginAsync(origin, cancellation);

    public Task<IReadOnlyList<GraphDifference>> ChangesAfterAsync(long number, int limit, CancellationToken cancellation = default) =>
        _store.ChangesAfterAsync(number, limit, cancellation);

    public Task<GraphSnapshot> SnapshotAsync(SnapshotQuery query, CancellationToken cancellation = default) => _store.SnapshotAsync(query, cancellation);

    public Task<Neighbourhood?> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellation = default) =>
        _store.NeighbourhoodAsync(query, cancellation);

    public Task<IReadOnlyList<GraphEdge>> EdgesBetweenAsync(
        IReadOnlyCollection<string> entityIds, GraphEdgeKind kind, MentionFilter filter, CancellationToken cancellation = default) =>
        _store.EdgesBetweenAsync(entityIds, kind, filter, cancellation);

    public Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, EntityType? type = null, CancellationToken cancellation = default) =>
        _store.SearchAsync(text, limit, type, cancellation);

    public Task<Page<WhoMentioned>> WhoMentionedAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default) =>
        _store.WhoMentionedAsync(filter, page, cancellation);

    public Task<Page<Evidence>> EvidenceAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default) =>
        _store.EvidenceAsync(filter, page, cancellation);

    public Task<Page<SharedSentence>> SharedSentencesAsync(string firstId, string secondId, PageRequest page, CancellationToken cancellation = default) =>
        _store.SharedSentencesAsync(firstId, secondId, page, cancellation);

    public Task<PathAnswer> PathsAsync(PathQuery query, CancellationToken cancellation = default) => _store.PathsAsync(query, cancellation);

    public Task<Timeline> TimelineAsync(MentionFilter filter, TimelineUnit unit, CancellationToken cancellation = default) =>
        _store.TimelineAsync(filter, unit, cancellation);

    public IAsyncEnumerable<StoredArticle> StoredArticlesAsync(long afterNumber = 0, CancellationToken cancellation = default) =>
        _store.StoredArticlesAsync(afterNumber, cancellation);

    public IAsyncEnumerable<GraphNode> AllNodesAsync(CancellationToken cancellation = default) => _store.AllNodesAsync(cancellation);

    public IAsyncEnumerable<GraphEdge> AllEdgesAsync(MentionFilter filter, CancellationToken cancellation = default) =>
        _store.AllEdgesAsync(filter, cancellation);

    public Task<GraphNode?> EntityAsync(string id, CancellationToken cancellation = default) => _store.EntityAsync(id, cancellation);

    public Task<AnnotatedArticle?> ArticleAsync(string id, CancellationToken cancellation = default) => _store.ArticleAsync(id, cancellation);

    public Task<Page<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancellation = default) => _store.ArticlesAsync(query, cancellation);

    public Task<IReadOnlyList<string>> OutletsAsync(CancellationToken cancellation = default) => _store.OutletsAsync(cancellation);

    public Task<Page<Decision>> DecisionsAsync(DecisionQuery query, CancellationToken cancellation = default) => _store.DecisionsAsync(query, cancellation);

    public Task<DecisionPreview> PreviewAsync(Ruling ruling, CancellationToken cancellation = default) => _store.PreviewAsync(ruling, cancellation);

    public Task<GraphStatistics> StatisticsAsync(CancellationToken cancellation = default) => _store.StatisticsAsync(cancellation);

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
