using System.Runtime.CompilerServices;
using EntityGraph.Storage.Sqlite.Changes;
using EntityGraph.Storage.Sqlite.Connections;

using EntityGraph.Storage.Sqlite.Queries;
using EntityGraph.Storage.Sqlite.Schema;
using EntityGraph.Storage.Sqlite.Search;

namespace EntityGraph.Storage.Sqlite;

/// <summary>
/// The graph in one SQLite file. Readers never wait for the writer; one change is written at a time, here and in every other
/// process that has the file open. When it is closed the file is the whole graph and can be copied.
/// </summary>
public sealed class SqliteGraphStore : IGraphStore
{
    private const int MostEntities = 1000;
    private const int MostEdges = 3000;
    private readonly SqliteStoreOptions options;
    private readonly SessionPool sessions;

    /// <summary>Makes the store; the file is touched first by <see cref="OpenAsync"/>.</summary>
    public SqliteGraphStore(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path);
        this.options = options with { Path = Path.GetFullPath(options.Path) };
        sessions = new SessionPool(this.options);
    }

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellation = default)
    {
        if (Directory.Exists(options.Path)) throw Failures.Folder(options.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failures.Unreachable(options.Path, e);
        }

        // Looking first spares a file that is up to date the wait for its writer, and one that is not a graph any change.
        if (await sessions.ReadAsync(s => Migrations.Check(s, options.Path), cancellation).ConfigureAwait(false) == Migrations.Latest) return;
        await sessions.SwitchToWriteAheadLogAsync(cancellation).ConfigureAwait(false);
        await sessions.WriteAsync(
            s =>
            {
                Migrations.Run(s, options.Path);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<CommitResult> ApplyAsync(GraphChange change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is GraphChange.Put put) put.Annotated.Checked();
        if (change is GraphChange.Decide decide) decide.Ruling.Checked();
        return sessions.WriteAsync(s => new ChangeWriter(s, options.Clock).Apply(change), cancellation);
    }

    /// <inheritdoc/>
    public Task<string?> ArticleAtOriginAsync(string origin, CancellationToken cancellation = default) => sessions.ReadAsync(
        s => s.Text("SELECT a.id FROM origin o JOIN article a ON a.key = o.article WHERE o.origin = $1", origin), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphDifference>> ChangesAfterAsync(long number, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        return sessions.ReadAsync<IReadOnlyList<GraphDifference>>(
            s => s.Rows(
                "SELECT difference FROM change WHERE number > $1 ORDER BY number LIMIT $2",
                row => DifferenceForm.Read(row.GetFieldValue<byte[]>(0)), number, limit),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<GraphSnapshot> SnapshotAsync(SnapshotQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Budget, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Budget, MostEntities);
        return sessions.ReadAsync(s => SnapshotQueries.Snapshot(s, query), cancellation);
    }

    /// <inheritdoc/>
    public Task<Neighbourhood?> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return sessions.ReadAsync(s => NeighbourhoodQueries.Neighbourhood(s, query), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphEdge>> EdgesBetweenAsync(
        IReadOnlyCollection<string> entityIds, GraphEdgeKind kind, MentionFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entityIds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entityIds.Count, MostEntities, nameof(entityIds));
        return sessions.ReadAsync(s => NeighbourhoodQueries.EdgesBetween(s, entityIds, kind, filter, MostEdges), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SearchHit>> SearchAsync(
        string text, int limit, EntityType? type = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckLimit(limit);
        return sessions.ReadAsync(s => NameSearch.Find(s, text, limit, type), cancellation);
    }

    /// <inheritdoc/>
    public Task<Page<WhoMentioned>> WhoMentionedAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return sessions.ReadAsync(s => WhoMentionedQueries.WhoMentioned(s, filter, page), cancellation);
    }

    /// <inheritdoc/>
    public Task<Page<Evidence>> EvidenceAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return sessions.ReadAsync(s => EvidenceQueries.Evidence(s, filter, page), cancellation);
    }

    /// <inheritdoc/>
    public Task<Page<SharedSentence>> SharedSentencesAsync(
        string firstId, string secondId, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return sessions.ReadAsync(s => EvidenceQueries.SharedSentences(s, firstId, secondId, page), cancellation);
    }

    /// <inheritdoc/>
    public Task<PathAnswer> PathsAsync(PathQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Checked();
        return sessions.ReadAsync(s => PathQueries.Paths(s, query, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<Timeline> TimelineAsync(MentionFilter filter, TimelineUnit unit, CancellationToken cancellation = default) =>
        sessions.ReadAsync(s => TimelineQueries.Timeline(s, filter, unit), cancellation);

    /// <inheritdoc/>
    public Task<GraphNode?> EntityAsync(string id, CancellationToken cancellation = default) => sessions.ReadAsync(
        s => s.Row($"SELECT {Rows.NodeColumns("e")} FROM entity e WHERE e.id = $1", row => Rows.Node(row), id), cancellation);

    /// <inheritdoc/>
    public Task<AnnotatedArticle?> ArticleAsync(string id, CancellationToken cancellation = default) => sessions.ReadAsync(
        s => StoredArticles.KeyOf(s, id) is { } key ? StoredArticles.Annotated(s, key) : null, cancellation);

    /// <inheritdoc/>
    public Task<Page<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return sessions.ReadAsync(s => ArticleQueries.Articles(s, query), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OutletsAsync(CancellationToken cancellation = default) => sessions.ReadAsync<IReadOnlyList<string>>(
        s => [.. s.Rows("SELECT name FROM outlet", row => row.GetString(0)).Order(StringComparer.Ordinal)], cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredArticle> StoredArticlesAsync(long afterNumber = 0, CancellationToken cancellation = default) =>
        InBatchesAsync(afterNumber, WholeGraph.ArticlesAfter, article => article.Number, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<GraphNode> AllNodesAsync(CancellationToken cancellation = default) =>
        InBatchesAsync("", WholeGraph.NodesAfter, node => node.Id, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<GraphEdge> AllEdgesAsync(MentionFilter filter, CancellationToken cancellation = default) => InBatchesAsync(
        (Speaker: 0L, Mentioned: 0L), (s, last) => WholeGraph.EdgesAfter(s, filter, last.Speaker, last.Mentioned),
        row => (row.Speaker, row.Mentioned), cancellation).Select(row => row.Edge);

    /// <inheritdoc/>
    public Task<Page<Decision>> DecisionsAsync(DecisionQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return sessions.ReadAsync(s => DecisionQueries.Decisions(s, query), cancellation);
    }

    /// <inheritdoc/>
    public Task<DecisionPreview> PreviewAsync(Ruling ruling, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        ruling.Checked();
        return sessions.ReadAsync(s => DecisionQueries.Preview(s, ruling), cancellation);
    }

    /// <inheritdoc/>
    public Task<GraphStatistics> StatisticsAsync(CancellationToken cancellation = default) => sessions.ReadAsync(
        s => s.Row(
            "SELECT number, articles, entities, statements, edges, mentions FROM graph",
            row => new GraphStatistics(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)))!,
        cancellation);

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => sessions.DisposeAsync();

    /// <summary>Reads batch after batch, each beginning behind the last row of the one before, none holding the file meanwhile.</summary>
    private async IAsyncEnumerable<TRow> InBatchesAsync<TRow, TPlace>(
        TPlace place, Func<Session, TPlace, List<TRow>> read, Func<TRow, TPlace> placeOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await sessions.ReadAsync(s => read(s, place), cancellation).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            foreach (var row in batch) yield return row;
            place = placeOf(batch[^1]);
        }
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, PageRequest.MaxLimit);
    }
}
