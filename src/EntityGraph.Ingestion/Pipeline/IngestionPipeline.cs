using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace EntityGraph.Ingestion;

/// <summary>
/// Brings documents into the graph: read, annotated in batches, resolved and committed one by one. Several runs may go on at
/// once on the same annotator and store.
/// </summary>
/// <param name="annotator">Finds names and statements.</param>
/// <param name="store">Keeps the graph; opened already.</param>
/// <param name="options">How to work; null for the usual.</param>
public sealed class IngestionPipeline(IAnnotator annotator, IGraphStore store, IngestionOptions? options = null)
{
    private const int EventsAhead = 256;

    private readonly IngestionOptions _options = options ?? new IngestionOptions();
    private readonly NearDuplicates _duplicates = new(store);

    /// <summary>
    /// Takes documents in and tells of every step. Each article, and each document that gives none, ends in exactly one of
    /// Added, Updated, Unchanged and Failed; a bad one never stops the others. Documents that come slowly are not kept waiting
    /// for a batch to fill. Articles that the graph holds already are not annotated again.
    /// </summary>
    /// <exception cref="GraphStoreException">
    /// The store failed several times in a row. What was committed before stays whole; what was under way ends in Failed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; every commit is whole and told, or not there.</exception>
    public async IAsyncEnumerable<IngestionEvent> IngestAsync(
        IAsyncEnumerable<DocumentOrFailure> documents, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var events = Channel.CreateBounded<IngestionEvent>(EventsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var unheard = new CancellationTokenSource();
        var run = new IngestionRun(annotator, store, _duplicates, _options, events.Writer, stop, unheard.Token);
        var work = run.WorkAsync(documents);
        try
        {
            await foreach (var step in events.Reader.ReadAllAsync(CancellationToken.None))
                yield return step;
        }
        finally
        {
            // Whoever stops listening stops the run; its last commit is waited for.
            await unheard.CancelAsync();
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await work;
    }
}
