using System.Threading.Channels;
using EntityGraph.Ingestion;

namespace EntityGraph.Cli.Extracting;

/// <summary>Annotates a stream of documents in batches and prints in the order given, holding no more than two batches.</summary>
internal sealed class ExtractionRun(IAnnotator annotator, ArticleReader reader)
{
    // Larger batches let the annotator put texts of like length together; more than this gains nothing.
    private const int BatchSize = 32;

    /// <param name="documents">What to annotate.</param>
    /// <param name="print">Prints an article under the name of its input.</param>
    /// <param name="complain">Tells a failure.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        IAsyncEnumerable<DocumentOrFailure> documents,
        Action<string, AnnotatedArticle> print,
        Action<string> complain,
        CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = Channel.CreateBounded<ReadOutcome>(BatchSize);
        var reading = Task.Run(() => ReadAsync(documents, ahead.Writer, stop.Token), CancellationToken.None);
        var failures = 0;
        try
        {
            var batch = new List<ReadOutcome>();
            while (await ahead.Reader.WaitToReadAsync(stop.Token))
            {
                batch.Clear();
                while (batch.Count < BatchSize && ahead.Reader.TryRead(out var outcome))
                    batch.Add(outcome);
                failures += Annotate(batch, print, complain, stop.Token);
            }
        }
        finally
        {
            // A read of standard input cannot be cancelled; it is left behind.
            await stop.CancelAsync();
            await reading.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return failures == 0 ? ExitCode.Success : ExitCode.SomeFailed;
    }

    private async Task ReadAsync(IAsyncEnumerable<DocumentOrFailure> documents, ChannelWriter<ReadOutcome> outcomes, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            await foreach (var document in documents.WithCancellation(cancellation))
            {
                foreach (var outcome in document.IsDocument ? reader.Read(document.Document) : [new ReadOutcome(document.Failure)])
                    await outcomes.WriteAsync(outcome, cancellation);
            }
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            // With a failure, whoever waits for more gets it.
            outcomes.Complete(failure);
        }
    }

    private int Annotate(List<ReadOutcome> batch, Action<string, AnnotatedArticle> print, Action<string> complain, CancellationToken cancellation)
    {
        var articles = batch.Where(o => o.IsArticle).Select(o => o.Article!).ToList();
        var annotated = new Queue<AnnotatedArticle>(articles.Count == 0 ? [] : annotator.Annotate(articles, cancellation));
        foreach (var outcome in batch)
        {
            if (outcome.IsArticle)
                print(outcome.Name, annotated.Dequeue());
            else
                complain(outcome.Failure.Message);
        }

        return batch.Count - articles.Count;
    }
}
