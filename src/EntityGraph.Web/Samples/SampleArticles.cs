using System.Threading.Channels;
using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;
using EntityGraph.Web.Intake;
using EntityGraph.Web.Live;

namespace EntityGraph.Web.Samples;

/// <summary>
/// Ingests the sample articles, one after the other: into a graph that never held anything once the first page looks at it,
/// and whenever somebody asks. A graph that was emptied has changes behind it and stays empty.
/// </summary>
internal sealed class SampleArticles(
    IGraphStore store, StoreOpening opening, IngestionQueue queue, LiveFeed feed, SampleSettings settings, IHostEnvironment environment, TimeProvider time,
    ILogger<SampleArticles> log)
    : BackgroundService
{
    /// <summary>The collection that they are in.</summary>
    public const string Collection = "samples";

    private const int PageSize = 100;

    private readonly Channel<bool> _requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _lock = new();
    private readonly string _folder = Path.GetFullPath(settings.Folder, environment.ContentRootPath);
    private CancellationTokenSource _round = new();

    /// <summary>Asks for the samples; false where there are none.</summary>
    public bool TryRequest() => Directory.Exists(_folder) && _requests.Writer.TryWrite(true);

    /// <summary>Stops bringing samples and takes those away that the graph holds; gives their number.</summary>
    /// <exception cref="GraphStoreException">The store failed; what was taken away till then stays so.</exception>
    public async Task<int> ClearAsync(CancellationToken cancellation)
    {
        CancellationTokenSource round;
        lock (_lock)
            (round, _round) = (_round, new CancellationTokenSource());
        _requests.Reader.TryRead(out _);
        await round.CancelAsync();
        await _one.WaitAsync(cancellation);
        try
        {
            return await RemoveAsync(cancellation);
        }
        finally
        {
            _one.Release();
            feed.Signal();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var round = CurrentRound();
            if (settings.Enabled && Directory.Exists(_folder) && await opening.UntilOpenAsync(stoppingToken) == 0)
            {
                await Task.WhenAny(feed.FirstVisitor, Task.Delay(TimeSpan.FromSeconds(settings.WaitSeconds), time, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
                await BringAsync(round, stoppingToken);
            }

            await foreach (var _ in _requests.Reader.ReadAllAsync(stoppingToken))
                await BringAsync(CurrentRound(), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was handed to the queue ends there.
        }
    }

    private CancellationToken CurrentRound()
    {
        lock (_lock)
            return _round.Token;
    }

    private async Task BringAsync(CancellationToken round, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(round, stopping);
        await _one.WaitAsync(stopping);
        try
        {
            log.LogInformation("Ingesting the sample articles in {Folder}.", _folder);
            var documents = DocumentSource.FromPathsAsync([_folder], new SourceOptions { Collection = Collection }, stop.Token);
            await foreach (var found in documents)
            {
                if (!found.IsDocument)
                {
                    log.LogWarning("A sample article could not be read. {Reason}", found.Failure.Message);
                    continue;
                }

                // What tells people about the folder is no article.
                if (Path.GetFileNameWithoutExtension(found.Document.Name).Equals("README", StringComparison.OrdinalIgnoreCase))
                    continue;

                // The name without the folder of this machine; one after the other, and what has begun is waited for.
                var document = found.Document with { Name = $"{Collection}/{Path.GetFileName(found.Document.Name)}" };
                Task<IngestionEvent>? ended;
                while ((ended = queue.TryAddAndFollow(document)) is null)
                    await Task.Delay(TimeSpan.FromSeconds(1), time, stop.Token);
                await ended;
                await Task.Delay(TimeSpan.FromMilliseconds(settings.PauseMilliseconds), time, stop.Token);
            }
        }
        catch (OperationCanceledException) when (round.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            log.LogInformation("The sample articles were cleared while they came in.");
        }
        catch (Exception e) when (e is GraphStoreException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The sample articles in {Folder} could not all be ingested.", _folder);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var removed = 0;
        var query = new ArticleQuery { Collection = Collection, Page = new PageRequest(0, PageSize) };
        while (await store.ArticlesAsync(query, cancellation) is { Items.Count: > 0 } page)
        {
            foreach (var article in page.Items)
            {
                await store.ApplyAsync(new GraphChange.Remove(article.Id), cancellation);
                removed++;
            }
        }

        log.LogInformation("Took {Count} sample articles out of the graph.", removed);
        return removed;
    }
}
