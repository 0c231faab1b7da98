using System.Threading.Channels;

namespace EntityGraph.Ingestion;

/// <summary>One run of a pipeline: one task reads ahead while another annotates and commits.</summary>
internal sealed class IngestionRun
{
    private readonly IngestionOptions _options;
    private readonly BatchCommit _commit;
    private readonly ChannelWriter<IngestionEvent> _events;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _unheard;
    private readonly Channel<PendingArticle> _articles;
    private readonly ArticleReader _reader;

    /// <param name="annotator">Finds names and statements.</param>
    /// <param name="store">Keeps the graph.</param>
    /// <param name="duplicates">Knows the texts that the store holds.</param>
    /// <param name="options">How to work.</param>
    /// <param name="events">Where every step is told.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="unheard">Cancelled when nobody listens to the steps any more.</param>
    public IngestionRun(
        IAnnotator annotator,
        IGraphStore store,
        NearDuplicates duplicates,
        IngestionOptions options,
        ChannelWriter<IngestionEvent> events,
        CancellationTokenSource stop,
        CancellationToken unheard)
    {
        _options = options;
        _events = events;
        _stop = stop;
        _unheard = unheard;
        _articles = Channel.CreateBounded<PendingArticle>(2 * options.BatchSize);
        _reader = new ArticleReader(options.Reading);
        _commit = new BatchCommit(annotator, store, duplicates, options, TellAsync);
    }

    /// <summary>Works until there are no more documents, then closes the events.</summary>
    public async Task WorkAsync(IAsyncEnumerable<DocumentOrFailure> documents)
    {
        try
        {
            // A read of standard input cannot be cancelled; it is left behind.
            var reading = StopAllOnFailureAsync(Task.Run(() => ReadAsync(documents, _stop.Token)).WaitAsync(_stop.Token));
            var committing = StopAllOnFailureAsync(Task.Run(() => CommitAsync(_stop.Token)));
            var all = Task.WhenAll(reading, committing);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // The failure of the one cancels the other; what is thrown is the failure.
            var failure = all.Exception?.InnerExceptions.FirstOrDefault(e => e is not OperationCanceledException);
            if (failure is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            await all;
        }
        finally
        {
            _events.Complete();
        }
    }

    private async Task StopAllOnFailureAsync(Task task)
    {
        try
        {
            await task;
        }
        catch
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    private async Task ReadAsync(IAsyncEnumerable<DocumentOrFailure> documents, CancellationToken cancellation)
    {
        var left = _options.MaxArticles ?? int.MaxValue;
        await foreach (var document in documents.WithCancellation(cancellation))
        {
            if (left <= 0)
                break;
            foreach (var outcome in await OutcomesAsync(document))
            {
                if (left-- <= 0)
                    break;
                if (!outcome.IsArticle)
                {
                    await TellAsync(Event(outcome.Name, IngestionState.Failed) with { Reason = outcome.Failure.Reason });
                    continue;
                }

                var pending = new PendingArticle(outcome.Name, outcome.Article);
                if (pending.Input != document.Name)
                    await TellAsync(pending.At(IngestionState.Queued, Now));
                await _articles.Writer.WriteAsync(pending, cancellation);
            }
        }

        _articles.Writer.Complete();
    }

    private async Task<IReadOnlyList<ReadOutcome>> OutcomesAsync(DocumentOrFailure document)
    {
        if (!document.IsDocument)
            return [new ReadOutcome(document.Failure)];
        // A file of many articles is no input that could end in a state of its own: its articles are.
        if (DocumentFormats.Of(document.Document) is not (DocumentFormat.Json or DocumentFormat.JsonLines))
            await TellAsync(Event(document.Name, IngestionState.Reading));
        return _reader.Read(document.Document);
    }

    private async Task CommitAsync(CancellationToken cancellation)
    {
        PendingArticle? heldOver = null;
        while (heldOver is not null || await _articles.Reader.WaitToReadAsync(cancellation))
        {
            var batch = new List<PendingArticle>();
            var origins = new HashSet<string>(StringComparer.Ordinal);
            var next = heldOver;
            heldOver = null;
            while (next is not null || _articles.Reader.TryRead(out next))
            {
                // Two versions of one origin must be committed one after the other, so they are never in one batch.
                if (next.Article.Origin is { } origin && !origins.Add(origin))
                {
                    heldOver = next;
                    break;
                }

                batch.Add(next);
                next = null;
                if (batch.Count == _options.BatchSize)
                    break;
            }

            await _commit.RunAsync(batch, cancellation);
        }
    }

    private DateTimeOffset Now => _options.Time.GetUtcNow();

    private IngestionEvent Event(string input, IngestionState state) => new() { Input = input, State = state, At = Now };

    // Not under the token that stops the work: what was committed just before must still be told.
    private ValueTask TellAsync(IngestionEvent step) => _events.WriteAsync(step, _unheard);
}
