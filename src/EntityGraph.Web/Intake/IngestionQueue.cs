using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EntityGraph.Ingestion;

namespace EntityGraph.Web.Intake;

/// <summary>
/// What waits to be ingested, and the one worker that ingests it. Everything that was taken in ends in the ledger as added,
/// updated, unchanged or failed; when the server stops, what it does not get to is failed with that reason.
/// </summary>
internal sealed class IngestionQueue(
    IngestionPipeline pipeline, IngestionLedger ledger, IntakeSettings settings, TimeProvider time, ILogger<IngestionQueue> log)
    : BackgroundService
{
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _admission = new();
    private long _bytes;
    private int _count;
    private volatile bool _isStopping;

    /// <summary>
    /// Takes documents in, all or none: null if there is no room for them (or the server is stopping), else the names that they
    /// go by in the ledger.
    /// </summary>
    public IReadOnlyList<string>? TryAdd(IReadOnlyList<DocumentOrFailure> documents) => TryAdd(documents, null);

    /// <summary>Takes one document in and tells how it ended, or null if there is no room for it.</summary>
    public Task<IngestionEvent>? TryAddAndFollow(Document document)
    {
        var end = new TaskCompletionSource<IngestionEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        return TryAdd([new DocumentOrFailure(document)], end) is null ? null : end.Task;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_admission)
        {
            _isStopping = true;
            _waiting.Writer.TryComplete();
        }

        if (ExecuteTask is { } work)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(settings.DrainSeconds), time, cancellationToken));
            // A host may stop its services more than once.
            if (!work.IsCompleted)
                await _abort.CancelAsync();
            await work;
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The token of the host is not the one to stop by: what is under way is finished first (see StopAsync).
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None) && !_isStopping)
            await RunAsync();
        var left = new IngestionRunLedger(ledger, time, log);
        while (_waiting.Reader.TryRead(out var waiting))
            left.Take(waiting);
        left.Close("the server stopped before its turn came; add it again");
    }

    private List<string>? TryAdd(IReadOnlyList<DocumentOrFailure> documents, TaskCompletionSource<IngestionEvent>? end)
    {
        var bytes = documents.Sum(SizeOf);
        lock (_admission)
        {
            if (_isStopping || _count + documents.Count > settings.QueueLength || _bytes + bytes > settings.QueueBytes)
                return null;
            _count += documents.Count;
            _bytes += bytes;
            var names = new List<string>();
            foreach (var document in documents)
            {
                var named = Named(document, InputNames.Unique(document.Name, ledger.IsUnderWay));
                names.Add(named.Name);
                ledger.Record(new IngestionEvent { Input = named.Name, State = IngestionState.Queued, At = time.GetUtcNow() });
                _waiting.Writer.TryWrite(new Waiting(named, end));
            }

            return names;
        }
    }

    private async Task RunAsync()
    {
        var run = new IngestionRunLedger(ledger, time, log);
        string? reason = null;
        try
        {
            await foreach (var step in pipeline.IngestAsync(TakeAsync(run, _abort.Token), _abort.Token))
                run.Record(step);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            reason = "the server stopped while it was being worked on; add it again if it is missing";
        }
        catch (GraphStoreException e)
        {
            log.LogError(e, "The store failed several times in a row; a run of the ingestion was given up.");
            reason = $"was not stored: {e.Message}";
        }
        catch (Exception e)
        {
            log.LogError(e, "A run of the ingestion broke off.");
            reason = "could not be ingested because of a fault in the program; its log tells more";
        }

        run.Close(reason);
    }

    // A run takes what is there. It ends behind a file of many articles, so that what became of those can be summed up.
    private async IAsyncEnumerable<DocumentOrFailure> TakeAsync(
        IngestionRunLedger run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!_isStopping && _waiting.Reader.TryRead(out var waiting))
        {
            lock (_admission)
            {
                _count--;
                _bytes -= SizeOf(waiting.Document);
            }

            run.Take(waiting);
            yield return waiting.Document;
            if (waiting.IsContainer)
                break;
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static long SizeOf(DocumentOrFailure document) => document.Document?.Content.Length ?? 0;

    private static DocumentOrFailure Named(DocumentOrFailure document, string name)
    {
        if (name == document.Name)
            return document;
        return document.IsDocument
            ? new DocumentOrFailure(document.Document with { Name = name })
            : new DocumentOrFailure(new DocumentException(name, document.Failure.Reason, document.Failure.InnerException));
    }
}

/// <summary>A document that waits for its turn.</summary>
/// <param name="Document">The document, or why there is none.</param>
/// <param name="End">Told how it ended, if somebody asked.</param>
internal sealed record Waiting(DocumentOrFailure Document, TaskCompletionSource<IngestionEvent>? End)
{
    /// <summary>Whether it may hold many articles, each with a state of its own.</summary>
    public bool IsContainer => Document.Document is { } document
        && DocumentFormats.Of(document) is DocumentFormat.Json or DocumentFormat.JsonLines;
}
