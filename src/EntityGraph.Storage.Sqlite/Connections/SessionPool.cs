using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>
/// Sessions to read with, as many at once as are asked for, and one to write with, whose turn is given out in this process by
/// a semaphore and among processes by the file's own lock.
/// </summary>
internal sealed class SessionPool(SqliteStoreOptions options) : IAsyncDisposable
{
    private const int MostIdle = 8;
    private readonly ConcurrentBag<Session> idle = [];
    private readonly SemaphoreSlim writing = new(1, 1);
    private Session? writer;
    private volatile bool disposed;

    /// <summary>Runs queries that all see the same state of the graph.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> queries, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                ObjectDisposedException.ThrowIf(disposed, typeof(SqliteGraphStore));
                return Failures.Translated(options.Path, () => Read(queries, cancellation), cancellation);
            },
            cancellation);

    /// <summary>Runs statements that are committed as a whole or not at all; one at a time.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, T> statements, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteGraphStore));
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await BeginAsync(cancellation).ConfigureAwait(false);
            return await Task.Run(
                () => Failures.Translated(options.Path, () => Write(statements, cancellation), cancellation),
                CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Sets the file, once and for all, to the journal that lets readers read while a writer writes.</summary>
    public Task SwitchToWriteAheadLogAsync(CancellationToken cancellation) =>
        Task.Run(
            () => Failures.Translated(
                options.Path,
                () =>
                {
                    using var session = new Session(options);
                    return session.Text("PRAGMA journal_mode = WAL");
                },
                cancellation),
            cancellation);

    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        await writing.WaitAsync().ConfigureAwait(false);
        disposed = true;
        // Readers first: the last connection to close folds the write-ahead log into the file.
        while (idle.TryTake(out var session)) session.Dispose();
        writer?.Dispose();
        writer = null;
        writing.Release();
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!await Task.Run(() => Failures.Translated(options.Path, TryBegin, cancellation), cancellation).ConfigureAwait(false))
        {
            if (clock.Elapsed >= options.BusyTimeout) throw Failures.Locked(options.Path, options.BusyTimeout);
            await Task.Delay(Random.Shared.Next(2, 20), cancellation).ConfigureAwait(false);
        }
    }

    private bool TryBegin()
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteGraphStore));
        writer ??= new Session(options);
        return writer.TryBeginWriting();
    }

    private T Write<T>(Func<Session, T> statements, CancellationToken cancellation)
    {
        var session = writer!;
        try
        {
            T result;
            using (cancellation.Register(session.Interrupt))
            {
                cancellation.ThrowIfCancellationRequested();
                result = statements(session);
            }

            session.Execute("COMMIT");
            return result;
        }
        catch (Exception failure)
        {
            Abandon(session, failure);
            throw;
        }
    }

    /// <summary>Rolls back; a connection that cannot even do that is closed, which does it too.</summary>
    private void Abandon(Session session, Exception failure)
    {
        try
        {
            session.RollBack();
        }
        catch (SqliteException second)
        {
            failure.Data["Rollback"] = second.Message;
            session.Dispose();
            writer = null;
        }
    }

    private T Read<T>(Func<Session, T> queries, CancellationToken cancellation)
    {
        if (!idle.TryTake(out var session)) session = new Session(options);
        try
        {
            T result;
            using (cancellation.Register(session.Interrupt))
            {
                session.Execute("BEGIN");
                result = queries(session);
            }

            session.Execute("COMMIT");
            if (disposed || idle.Count >= MostIdle) session.Dispose();
            else idle.Add(session);
            return result;
        }
        catch
        {
            // A session with a failure behind it is not worth keeping.
            session.Dispose();
            throw;
        }
    }
}
