using System.Collections;
using Neo4j.Driver;

namespace EntityGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>
/// Bolt, through Neo4j's driver, which knows clusters and their leaders. Sessions share their bookmarks, so that what was written
/// through this transport is there for whoever reads through it next, on whatever server.
/// </summary>
internal sealed class BoltTransport : ITransport
{
    /// <summary>As over HTTP: how long a write may wait and work.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(90);

    private readonly IDriver driver;
    private readonly IBookmarkManager bookmarks = GraphDatabase.BookmarkManagerFactory.NewBookmarkManager();
    private readonly Neo4jStoreOptions options;

    public BoltTransport(Neo4jStoreOptions options)
    {
        this.options = options;
        var token = options.Password is null ? AuthTokens.None : AuthTokens.Basic(options.User, options.Password);
        driver = GraphDatabase.Driver(options.Address, token, o => o.WithConnectionTimeout(TimeSpan.FromSeconds(5)));
    }

    // The driver cannot be told to stop: a read that nobody waits for any more ends by its own time limit.
    public Task<IReadOnlyList<Record>> ReadAsync(Statement statement, TimeSpan? most, CancellationToken cancellation) =>
        RunAsync(statement, AccessMode.Read, most ?? options.QueryTimeout).WaitAsync(cancellation);

    public Task RunAloneAsync(Statement statement, CancellationToken cancellation) =>
        RunAsync(statement, AccessMode.Write, LongestWrite).WaitAsync(cancellation);

    public Task<T> WriteAsync<T>(Func<ITransaction, Task<T>> statements, CancellationToken cancellation) => InSessionAsync(
        AccessMode.Write,
        async session =>
        {
            var transaction = await Told(() => session.BeginTransactionAsync(o => o.WithTimeout(LongestWrite))).ConfigureAwait(false);
            T result;
            try
            {
                result = await statements(new BoltTransaction(transaction, cancellation)).ConfigureAwait(false);
            }
            catch
            {
                await LeaveAsync(transaction.RollbackAsync).ConfigureAwait(false);
                throw;
            }

            return await Told(async () =>
            {
                await transaction.CommitAsync().ConfigureAwait(false);
                return result;
            }).ConfigureAwait(false);
        });

    public ValueTask DisposeAsync() => driver.DisposeAsync();

    private Task<IReadOnlyList<Record>> RunAsync(Statement statement, AccessMode access, TimeSpan most) => InSessionAsync(
        access,
        session => Told(async () => await RowsAsync(
            await session.RunAsync(statement.Text, Parameters(statement), o => o.WithTimeout(most)).ConfigureAwait(false)).ConfigureAwait(false)));

    private async Task<T> InSessionAsync<T>(AccessMode access, Func<IAsyncSession, Task<T>> action)
    {
        var session = driver.AsyncSession(o => o.WithDatabase(options.Database).WithDefaultAccessMode(access).WithBookmarkManager(bookmarks));
        try
        {
            return await action(session).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(session.CloseAsync).ConfigureAwait(false);
        }
    }

    /// <summary>Ends something. Where the server cannot be reached any more it ends it by itself, and the caller is told that already.</summary>
    private static async Task LeaveAsync(Func<Task> end)
    {
        try
        {
            await end().ConfigureAwait(false);
        }
        catch (Exception e) when (e is Neo4jException or IOException or ObjectDisposedException)
        {
        }
    }

    private static async Task<T> Told<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException or IOException)
        {
            throw ServerFailure.Lost(e);
        }
        catch (Neo4jException e)
        {
            throw ServerFailure.Of(e.Code ?? "", e.Message, e);
        }
    }

    private static async Task<IReadOnlyList<Record>> RowsAsync(IResultCursor cursor)
    {
        var rows = new List<Record>();
        while (await cursor.FetchAsync().ConfigureAwait(false))
            rows.Add(new Record(cursor.Current.Keys.ToDictionary(k => k, k => Value(cursor.Current[k]), StringComparer.Ordinal)));
        return rows;
    }

    /// <summary>A value as the Query API has it: days and times as ISO 8601 text.</summary>
    private static object? Value(object? value) => value switch
    {
        LocalDate day => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}",
        TemporalValue time => time.ToString(),
        IReadOnlyDictionary<string, object> map => map.ToDictionary(p => p.Key, p => Value(p.Value), StringComparer.Ordinal),
        IEnumerable list and not string => list.Cast<object?>().Select(Value).ToArray(),
        _ => value,
    };

    private static Dictionary<string, object?> Parameters(Statement statement) =>
        statement.Parameters.ToDictionary(p => p.Key, p => Parameter(p.Value), StringComparer.Ordinal);

    /// <summary>The driver takes whole lists and maps alone, no sequences that are yet to be counted.</summary>
    private static object? Parameter(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Parameter(p.Value), StringComparer.Ordinal),
        IEnumerable list and not string => list.Cast<object?>().Select(Parameter).ToList(),
        _ => value,
    };

    private sealed class BoltTransaction(IAsyncTransaction transaction, CancellationToken cancellation) : ITransaction
    {
        public Task<IReadOnlyList<Record>> RunAsync(Statement statement)
        {
            cancellation.ThrowIfCancellationRequested();
            return Told(async () => await RowsAsync(
                await transaction.RunAsync(statement.Text, Parameters(statement)).ConfigureAwait(false)).ConfigureAwait(false));
        }
    }
}
