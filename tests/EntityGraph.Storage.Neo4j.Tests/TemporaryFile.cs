using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>A SQLite store in a folder of its own, to compare with.</summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entitygraph-file");

    private TemporaryFile() => Store = new SqliteGraphStore(new SqliteStoreOptions { Path = Path.Combine(folder.FullName, "graph.db") });

    public SqliteGraphStore Store { get; }

    public static async Task<TemporaryFile> OpenAsync()
    {
        var file = new TemporaryFile();
        await file.Store.OpenAsync();
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
