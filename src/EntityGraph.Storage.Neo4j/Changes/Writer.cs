using System.Collections.Concurrent;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// Writes changes in the order in which they come. Those that wait while others are written go into the next transaction together;
/// if that fails for a reason of its own, each is written alone, so that one that fails takes nothing with it.
/// </summary>
internal sealed class Writer(ITransport transport, Retries retries, TimeProvider clock) : IAsyncDisposable
{
    private const int MostTogether = 32;
    private readonly ConcurrentQueue<Pending> queue = new();
    private readonly Lock starting = new();
    private Task pump = Task.CompletedTask;
    private bool pumping;
    private bool disposed;

    /// <summary>Commits a change. Cancelling helps until it is taken up; then it is finished.</summary>
    public async Task<CommitResult> WriteAsync(GraphChange change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new Pending(change);
        lock (starting)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(Writer));
            queue.Enqueue(pending);
            if (!pumping)
            {
                pumping = true;
                pump = Task.Run(PumpAsync, CancellationToken.None);
            }
        }

        await using (cancellation.Register(() => pending.Cancel(cancellation)).ConfigureAwait(false))
            return await pending.Done.ConfigureAwait(false);
    }

    /// <summary>Lets what is waiting be written.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (starting) disposed = true;
        await pump.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        while (HasMore())
        {
            var together = new List<Pending>();
            while (together.Count < MostTogether && queue.TryPeek(out var next))
            {
                // A decision is written alone, and so ends what is written together before it.
                var isAlone = !ChangeBatch.IsTogether(next.Change);
                if (isAlone && together.Count > 0) break;
                queue.TryDequeue(out _);
                if (!next.TryStart()) continue;
                together.Add(next);
                if (isAlone) break;
            }

            if (together.Count > 0) await CommitAsync(together).ConfigureAwait(false);
        }
    }

    private bool HasMore()
    {
        lock (starting) return pumping = !queue.IsEmpty;
    }

    private async Task CommitAsync(List<Pending> together)
    {
        try
        {
            var batch = new ChangeBatch([.. together.Select(p => p.Change)], clock);
            var results = await retries.WriteAsync(
                () => transport.WriteAsync(batch.RunAsync, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
            for (var i = 0; i < together.Count; i++) together[i].Succeed(results[i]);
        }
        catch (Exception e) when (together.Count == 1 || e is GraphStoreException { IsTransient: true })
        {
            // A server that is away is away for all of them.
            together.ForEach(pending => pending.Fail(e));
        }
        catch (Exception)
        {
            foreach (var pending in together) await CommitAsync([pending]).ConfigureAwait(false);
        }
    }

    /// <summary>A change that waits, and what became of it.</summary>
    private sealed class Pending(GraphChange change)
    {
        private readonly TaskCompletionSource<CommitResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int started;

        public GraphChange Change { get; } = change;

        public Task<CommitResult> Done => done.Task;

        public bool TryStart() => Interlocked.Exchange(ref started, 1) == 0;

        public void Cancel(CancellationToken cancellation)
        {
            if (TryStart()) done.TrySetCanceled(cancellation);
        }

        public void Succeed(CommitResult result) => done.TrySetResult(result);

        public void Fail(Exception failure) => done.TrySetException(failure);
    }
}
