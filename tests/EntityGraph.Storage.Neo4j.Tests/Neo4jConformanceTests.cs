using EntityGraph.Storage.Conformance;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>The suite of every store, on a real server.</summary>
[Collection(ServerCollection.Name)]
public sealed class Neo4jConformanceTests : GraphStoreConformance
{
    protected override async Task<IGraphStore> OpenEmptyAsync() => await TestServer.OpenEmptyAsync();

    protected override async Task<IGraphStore> OpenAgainAsync() => await TestServer.OpenAsync(TestServer.Options);
}
