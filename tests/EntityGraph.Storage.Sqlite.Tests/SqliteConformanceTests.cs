using EntityGraph.Storage.Conformance;

namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>The suite of every store, on a real file.</summary>
public sealed class SqliteConformanceTests : GraphStoreConformance, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int graphs;

    public void Dispose() => folder.Dispose();

    protected override Task<IGraphStore> OpenEmptyAsync()
    {
        graphs++;
        return OpenAgainAsync();
    }

    protected override async Task<IGraphStore> OpenAgainAsync()
    {
        var store = new SqliteGraphStore(new SqliteStoreOptions { Path = folder.File($"graph{graphs}.db") });
        await store.OpenAsync();
        return store;
    }
}
