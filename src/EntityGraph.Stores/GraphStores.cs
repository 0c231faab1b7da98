using EntityGraph.Storage.Neo4j;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Stores;

/// <summary>Makes the store that keeps the graph at an address.</summary>
public static class GraphStores
{
    /// <summary>The store, still to be opened.</summary>
    /// <param name="address">Where the graph is.</param>
    /// <param name="access">How Neo4j is reached.</param>
    /// <param name="waiting">Told in a sentence why the store is waiting, each time that it is about to try again.</param>
    /// <param name="busyTimeout">How long to wait for another program that writes to the same file; 5 seconds unless told.</param>
    /// <exception cref="GraphStoreException">This build cannot speak to servers of such an address.</exception>
    public static IGraphStore At(StoreAddress address, Neo4jAccess access, Action<string>? waiting = null, TimeSpan? busyTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(access);
        return address.File is { } file
            ? new SqliteGraphStore(new SqliteStoreOptions { Path = file, BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(5) })
            : new Neo4jGraphStore(new Neo4jStoreOptions
            {
                Address = address.Server!,
                Database = address.Database!,
                User = access.User,
                Password = access.Password,
                QueryTimeout = TimeSpan.FromSeconds(access.QueryTimeoutSeconds),
                Patience = TimeSpan.FromSeconds(access.PatienceSeconds),
                Waiting = waiting,
            });
    }

    /// <summary>The store, open. A file that is not there is made.</summary>
    /// <inheritdoc cref="At"/>
    public static async Task<IGraphStore> OpenAsync(
        StoreAddress address, Neo4jAccess access, Action<string>? waiting = null, CancellationToken cancellation = default)
    {
        var store = At(address, access, waiting);
        try
        {
            await store.OpenAsync(cancellation).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
