using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Transfer.Tests;

/// <summary>A SQLite store in a folder of its own.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entitygraph-transfer").FullName;

    private TemporaryStore() => Store = new SqliteGraphStore(new SqliteStoreOptions { Path = Path.Combine(folder, "graph.db") });

    public SqliteGraphStore Store { get; }

    public static async Task<TemporaryStore> OfAsync(params ArticleBuilder[] articles)
    {
        var temporary = new TemporaryStore();
        await temporary.Store.OpenAsync();
        foreach (var article in articles)
            await temporary.Store.ApplyAsync(article.Put());
        return temporary;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
