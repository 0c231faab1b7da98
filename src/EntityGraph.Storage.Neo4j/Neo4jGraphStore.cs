using System.Runtime.CompilerServices;
using EntityGraph.Storage.Neo4j.Changes;
using EntityGraph.Storage.Neo4j.Decisions;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Schema;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j;

/// <summary>
/// The graph in a Neo4j database, which several processes may read and write at once. Failures that may pass are tried again:
/// changes and the opening for as long as <see cref="Neo4jStoreOptions.Patience"/> says, questions for a tenth of it.
/// </summary>
public sealed class Neo4jGraphStore : IGraphStore
{
    private const int MostEntities = 1000;
    private const int MostEdges = 3000;
    private readonly Neo4jStoreOptions options;
    private readonly ITransport transport;
    private readonly Retries retries;
    private readonly Writer writer;
    private bool disposed;

    /// <summary>Makes the store; the server is asked first by <see cref="OpenAsync"/>.</summary>
    /// <exception cref="GraphStoreException">The address is of a kind that this build cannot reach.</exception>
    public Neo4jGraphStore(Neo4jStoreOptions options)
        : this(options, Transports.To(options))
    {
    }

    /// <summary>Makes the store on a way to a server that is there already.</summary>
    internal Neo4jGraphStore(Neo4jStoreOptions options, ITransport transport)
    {
        (this.options, this.transport) = (options, transport);
        retries = new Retries(options);
        writer = new Writer(transport, retries, options.Clock);
    }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation = default) => retries.WriteAsync(
        async () =>
        {
            await new Migrations(transport, options).RunAsync(cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<CommitResult> ApplyAsync(GraphChange change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is GraphChange.Put put) put.Annotated.Checked();
        if (change is GraphChange.Decide decide) decide.Ruling.Checked();
        return writer.WriteAsync(change, cancellation);
    }

    /// <inheritdoc/>
    public async Task<string?> ArticleAtOriginAsync(string origin, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var rows = await Reader(cancellation).RowsAsync(new Statement(
            "MATCH (:Origin {key: $key})-[:HOLDS]->(a:Article) RETURN a.id AS id", ("key", Key.Of(origin)))).ConfigureAwait(false);
        return rows is [var row, ..] ? row.Text("id") : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GraphDifference>> ChangesAfterAsync(long number, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        var rows = await Reader(cancellation).RowsAsync(new Statement(
            "MATCH (c:Change) WHERE c.number > $number RETURN c.difference AS difference ORDER BY c.number LIMIT $limit",
            ("number", number), ("limit", limit))).ConfigureAwait(false);
        return [.. rows.Select(r => DifferenceForm.Read(Convert.FromBase64String(r.Text("difference"))))];
    }

    /// <inheritdoc/>
    public Task<GraphSnapshot> SnapshotAsync(SnapshotQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Budget, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Budget, MostEntities);
        return SnapshotQueries.SnapshotAsync(Reader(cancellation), query);
    }

    /// <inheritdoc/>
    public Task<Neighbourhood?> NeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return NeighbourhoodQueries.NeighbourhoodAsync(Reader(cancellation), query);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GraphEdge>> EdgesBetweenAsync(
        IReadOnlyCollection<string> entityIds, GraphEdgeKind kind, MentionFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entityIds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entityIds.Count, MostEntities, nameof(entityIds));
        var (reader, statements) = (Reader(cancellation), new StatementFilter(filter));
        return kind switch
        {
            GraphEdgeKind.Mentioned => await MentionedEdges.AmongAsync(reader, statements, entityIds, MostEdges).ConfigureAwait(false),
            GraphEdgeKind.AppearsWith => await TogetherEdges.AmongAsync(reader, statements, entityIds, MostEdges).ConfigureAwait(false),
            // Said and AppearsIn lead to articles, never to entities.
            _ => [],
        };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SearchHit>> SearchAsync(
        string text, int limit, EntityType? type = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckLimit(limit);
        return NameSearch.FindAsync(Reader(cancellation), text, limit, type);
    }

    /// <inheritdoc/>
    public Task<Page<WhoMentioned>> WhoMentionedAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return WhoMentionedQueries.WhoMentionedAsync(Reader(cancellation), filter, page);
    }

    /// <inheritdoc/>
    public Task<Page<Evidence>> EvidenceAsync(MentionFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return EvidenceQueries.EvidenceAsync(Reader(cancellation), filter, page);
    }

    /// <inheritdoc/>
    public Task<Page<SharedSentence>> SharedSentencesAsync(
        string firstId, string secondId, PageRequest page, CancellationToken cancellation = default)
    {
        page.Checked();
        return EvidenceQueries.SharedSentencesAsync(Reader(cancellation), firstId, secondId, page);
    }

    /// <inheritdoc/>
    public Task<PathAnswer> PathsAsync(PathQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Checked();
        return PathQueries.PathsAsync(Reader(cancellation), query);
    }

    /// <inheritdoc/>
    public Task<Timeline> TimelineAsync(MentionFilter filter, TimelineUnit unit, CancellationToken cancellation = default) =>
        TimelineQueries.TimelineAsync(Reader(cancellation), filter, unit);

    /// <inheritdoc/>
    public async Task<GraphNode?> EntityAsync(string id, CancellationToken cancellation = default) =>
        await SnapshotQueries.NodesAsync(Reader(cancellation), [id]).ConfigureAwait(false) is [var node] ? node : null;

    /// <inheritdoc/>
    public async Task<AnnotatedArticle?> ArticleAsync(string id, CancellationToken cancellation = default) =>
        (await ArticleQueries.AnnotatedAsync(Reader(cancellation), [id]).ConfigureAwait(false)).GetValueOrDefault(id);

    /// <inheritdoc/>
    public Task<Page<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return ArticleQueries.ArticlesAsync(Reader(cancellation), query);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> OutletsAsync(CancellationToken cancellation = default)
    {
        var rows = await Reader(cancellation).RowsAsync(new Statement("MATCH (o:Outlet) RETURN o.name AS name")).ConfigureAwait(false);
        return [.. rows.Select(r => r.Text("name")).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredArticle> StoredArticlesAsync(long afterNumber = 0, CancellationToken cancellation = default) =>
        InBatchesAsync(afterNumber, WholeGraph.ArticlesAfterAsync, row => row.Number, cancellation)
            .Where(row => row.Article is not null).Select(row => row.Article!);

    /// <inheritdoc/>
    public IAsyncEnumerable<GraphNode> AllNodesAsync(CancellationToken cancellation = default) =>
        InBatchesAsync("", WholeGraph.NodesAfterAsync, node => node.Id, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<GraphEdge> AllEdgesAsync(MentionFilter filter, CancellationToken cancellation = default) =>
        InBatchesAsync("", (reader, last) => WholeGraph.EdgesAfterAsync(reader, filter, last), row => row.Id, cancellation)
            .Where(row => row.Edge is not null).Select(row => row.Edge!);

    /// <inheritdoc/>
    public Task<Page<Decision>> DecisionsAsync(DecisionQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Page.Checked();
        return DecisionQueries.DecisionsAsync(Reader(cancellation), query);
    }

    /// <inheritdoc/>
    public Task<DecisionPreview> PreviewAsync(Ruling ruling, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        ruling.Checked();
        return DecisionQueries.PreviewAsync(Reader(cancellation).RowsAsync, ruling);
    }

    /// <inheritdoc/>
    public async Task<GraphStatistics> StatisticsAsync(CancellationToken cancellation = default)
    {
        var graph = await Reader(cancellation).RowAsync(SnapshotQueries.GraphTotals).ConfigureAwait(false);
        return new GraphStatistics(
            graph.Number("number"), graph.Count("articles"), graph.Count("entities"), graph.Count("statements"), graph.Count("edges"), graph.Count("mentions"));
    }

    /// <summary>Lets the changes that wait be written, then leaves the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await writer.DisposeAsync().ConfigureAwait(false);
        await transport.DisposeAsync().ConfigureAwait(false);
    }

    private Reader Reader(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new Reader(transport, retries, cancellation);
    }

    /// <summary>Reads batch after batch, each beginning behind the last row of the one before.</summary>
    private async IAsyncEnumerable<TRow> InBatchesAsync<TRow, TPlace>(
        TPlace place, Func<Reader, TPlace, Task<List<TRow>>> read, Func<TRow, TPlace> placeOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await read(Reader(cancellation), place).ConfigureAwait(false) is { Count: > 0 } batch)
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
