using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Storage.Neo4j.Tests;

[Collection(ServerCollection.Name)]
public sealed class SameGraphTests : IDisposable
{
    private const int Articles = 45;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entitygraph-same");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public async Task Two_writers_make_of_the_same_articles_the_same_graph_in_Neo4j_and_in_SQLite()
    {
        await using var neo4j = await TestServer.OpenEmptyAsync();
        await using var otherWriter = await TestServer.OpenAsync(TestServer.Options);
        await using var sqlite = new SqliteGraphStore(new SqliteStoreOptions { Path = Path.Combine(folder.FullName, "graph.db") });
        await sqlite.OpenAsync();
        await FillAsync(neo4j, otherWriter);
        await FillAsync(sqlite, sqlite);
        Assert.Equal(await AllAsync(sqlite.AllNodesAsync()), await AllAsync(neo4j.AllNodesAsync()));
        Assert.Equal(await EdgesAsync(sqlite), await EdgesAsync(neo4j));
        Assert.Equal(await GraphPicture.Of(sqlite), await GraphPicture.Of(neo4j));
    }

    /// <summary>Every second article by each writer; every tenth comes in a later version, every fifteenth goes again.</summary>
    private static Task FillAsync(IGraphStore first, IGraphStore second) => Task.WhenAll(new[] { first, second }.Select((store, writer) => Task.Run(async () =>
    {
        for (var i = writer; i < Articles; i += 2)
        {
            if (i % 10 == 0) await store.ApplyAsync(Invention.Article(i + 1000).From($"invention/{i}").Put());
            await store.ApplyAsync(Invention.Article(i).Put());
            if (i % 15 == 0) await store.ApplyAsync(new GraphChange.Remove(Invention.Article(i).Annotated().Article.Id));
        }
    })));

    private static async Task<List<GraphEdge>> EdgesAsync(IGraphStore store) =>
        [.. (await AllAsync(store.AllEdgesAsync(new MentionFilter()))).OrderBy(e => e.Id, StringComparer.Ordinal)];

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }
}
