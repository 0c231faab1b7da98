using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Cli.Asking;

/// <summary>Opens a graph to ask it; unlike an ingestion, asking makes no new file.</summary>
internal static class GraphFile
{
    /// <exception cref="GraphStoreException">There is no graph, or it cannot be read.</exception>
    public static async Task<IGraphStore> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new GraphStoreException($"{path}: there is no graph here yet; bring articles in with: entitygraph ingest PATH --store {path}");
        var store = new SqliteGraphStore(new SqliteStoreOptions { Path = path });
        try
        {
            await store.OpenAsync(cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
