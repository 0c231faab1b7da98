using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>
/// Writes one change after another: here in the order in which they came, among processes as the file's lock allows. Changes that
/// wait while one is written go into the next transaction together, which costs the disk far less than one each; a change that
/// fails takes none of the others with it.
/// </summary>
internal sealed class Writer(SqliteStoreOptions options) : IAsyncDisposable
{
    private const int MostTogether = 32;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Breather = TimeSpan.FromMilliseconds(2);
    private readonly ConcurrentQueue<PendingWrite> queue = new();
    private readonly Queue<PendingWrite> alone = new();
    private readonly Lock starting = new();
    private Task pump = Task.CompletedTask;
    private bool pumping;
    private bool disposed;
    private Session? session;

    /// <summary>
    /// Runs statements that are committed as a whole or not at all. They may be run a second time if others failed beside them.
    /// Cancelling helps until they begin; then they are finished.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Session, T> statements, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new PendingWrite(s => statements(s));
        lock (starting)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteGraphStore));
            queue.Enqueue(pending);
            if (!pumping)
            {
                pumping = true;
                pump = Task.Run(PumpAsync, CancellationToken.None);
            }
        }

        await using (cancellation.Register(() => pending.Cancel(cancellation)).ConfigureAwait(false))
            return (T)(await pending.Done.ConfigureAwait(false))!;
    }

    /// <summary>Lets what is waiting be written, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (starting) disposed = true;
        await pump.ConfigureAwait(false);
        session?.Dispose();
        session = null;
    }

    private async Task PumpAsync()
    {
        var busy = Stopwatch.StartNew();
        while (HasMore())
        {
            if (busy.Elapsed > LongestHold)
            {
                // Other processes look for a gap between two transactions; writing without one would starve them.
                await Task.Delay(Breather).ConfigureAwait(false);
                busy.Restart();
            }

            if (TryBegin()) Write(Next());
            else await Task.Delay(Random.Shared.Next(2, 20)).ConfigureAwait(false);
        }
    }

    private bool HasMore()
    {
        lock (starting) return pumping = alone.Count > 0 || !queue.IsEmpty;
    }

    /// <summary>Begins a transaction; false where another process is writing or the file cannot be written at all.</summary>
    private bool TryBegin()
    {
        try
        {
            session ??= new Session(options);
            if (session.TryBeginWriting()) return true;
            while ((alone.TryPeek(out var pending) || queue.TryPeek(out pending)) && (pending.Done.IsCompleted || pending.Age >= options.BusyTimeout))
            {
                if (!alone.TryDequeue(out pending) && !queue.TryDequeue(out pending)) break;
                pending.Fail(Failures.Locked(options.Path, options.BusyTimeout));
            }
        }
        catch (Exception e)
        {
            if (alone.TryDequeue(out var pending) || queue.TryDequeue(out pending)) pending.Fail(Told(e));
        }

        return false;
    }

    private List<PendingWrite> Next()
    {
        if (alone.TryDequeue(out var single)) return [single];
        var together = new List<PendingWrite>();
        while (together.Count < MostTogether && queue.TryDequeue(out var pending))
        {
            if (pending.TryStart()) together.Add(pending);
        }

        return together;
    }

    private void Write(List<PendingWrite> together)
    {
        try
        {
            foreach (var pending in together) pending.Run(session!);
            session!.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack(failure);
            if (together is [var single]) single.Fail(Told(failure));
            else together.ForEach(alone.Enqueue);
            return;
        }

        together.ForEach(pending => pending.Succeed());
    }

    private Exception Told(Exception failure) => failure is SqliteException e ? Failures.Of(options.Path, e) : failure;

    /// <summary>Rolls back; a connection that cannot even do that is closed, which does it too.</summary>
    private void RollBack(Exception failure)
    {
        try
        {
            session!.RollBack();
        }
        catch (Exception second)
        {
            failure.Data["Rollback"] = second.Message;
            session!.Dispose();
            session = null;
        }
    }
}
