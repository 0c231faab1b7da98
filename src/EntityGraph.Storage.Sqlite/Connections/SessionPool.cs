using System.Collections.Concurrent;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>Sessions to read with, as many at once as are asked for, and the one <see cref="Writer"/>.</summary>
internal sealed class SessionPool(SqliteStoreOptions options) : IAsyncDisposable
{
    private const int MostIdle = 8;
    private readonly ConcurrentBag<Session> idle = [];
    private readonly Writer writer = new(options);
    private volatile bool disposed;

    /// <summary>Runs queries that all see the same state of the graph. A query that is running can be cancelled.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> queries, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                ObjectDisposedException.ThrowIf(disposed, typeof(SqliteGraphStore));
                return Failures.Translated(options.Path, () => Read(queries, cancellation), cancellation);
            },
            cancellation);

    /// <inheritdoc cref="Writer.WriteAsync"/>
    public Task<T> WriteAsync<T>(Func<Session, T> statements, CancellationToken cancellation) => writer.WriteAsync(statements, cancellation);

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
        disposed = true;

        // The last connection to close folds the write-ahead log into the file.
        while (idle.TryTake(out var session)) session.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
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
