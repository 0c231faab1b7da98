namespace EntityGraph.Stores.Tests;

public sealed class Naming_a_store
{
    private static readonly Neo4jAccess Access = new() { Address = "https://graph.example:7473", Database = "news", Password = "hush hush" };

    [Theory]
    [InlineData("graph.db", "/data/graph.db")]
    [InlineData("sub/graph.db", "/data/sub/graph.db")]
    [InlineData("/srv/graph.db", "/srv/graph.db")]
    [InlineData("./neo4j", "/data/neo4j")]
    [InlineData("C:graph", "/data/C:graph")]
    public void Anything_else_is_the_path_of_a_file(string text, string expected)
    {
        if (OperatingSystem.IsWindows()) throw new SkipException("the paths are those of Unix");
        var address = StoreAddress.Parse(text, Access, "/data");
        Assert.Equal((expected, null, "sqlite", expected), (address.File, address.Server, address.Kind, $"{address}"));
    }

    [Theory]
    [InlineData("neo4j", "https://graph.example:7473/db/news")]
    [InlineData("Neo4j", "https://graph.example:7473/db/news")]
    [InlineData("http://localhost:7474", "http://localhost:7474/db/news")]
    [InlineData("http://localhost:7474/", "http://localhost:7474/db/news")]
    [InlineData("http://localhost:7474/db/neo4j", "http://localhost:7474/db/neo4j")]
    [InlineData("https://host/db/neo4j/", "https://host/db/neo4j")]
    [InlineData("bolt+s://host:7687", "bolt+s://host:7687/db/news")]
    public void A_server_is_named_by_its_address_or_by_neo4j_alone(string text, string expected)
    {
        var address = StoreAddress.Parse(text, Access);
        Assert.Equal((expected, null, "neo4j"), ($"{address}", address.File, address.Kind));
    }

    [Theory]
    [InlineData("http://neo4j:hush@localhost:7474/db/neo4j")]
    [InlineData("bolt://hush@localhost")]
    [InlineData("http://neo4j:hush hush@:/")]
    public void A_password_in_an_address_is_refused_and_not_repeated(string text)
    {
        var failure = Assert.Throws<GraphStoreException>(() => StoreAddress.Parse(text, Access));
        Assert.DoesNotContain("hush", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Theory]
    [InlineData("http://localhost:7474/browser")]
    [InlineData("http://localhost:7474/db/")]
    [InlineData("http://localhost:7474/db/neo4j/query/v2")]
    [InlineData("http://localhost:7474/db/neo4j?x=1")]
    [InlineData("postgres://localhost/news")]
    [InlineData("http://")]
    public void An_address_of_no_store_is_refused_with_an_example(string text)
    {
        var failure = Assert.Throws<GraphStoreException>(() => StoreAddress.Parse(text, Access));
        Assert.Contains("http://localhost:7474/db/neo4j", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_speaks_Bolt_needs_a_build_with_the_driver()
    {
        var failure = Assert.Throws<GraphStoreException>(() => GraphStores.At(StoreAddress.Parse("bolt://localhost:7687", Access), Access));
        Assert.Contains("-p:Neo4jDriver=true", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_opened_and_one_that_cannot_be_is_let_go()
    {
        var folder = Directory.CreateTempSubdirectory("entitygraph-stores");
        try
        {
            await using (var store = await GraphStores.OpenAsync(StoreAddress.Parse("graph.db", Access, folder.FullName), Access))
                Assert.Equal(0, (await store.StatisticsAsync()).Articles);
            await Assert.ThrowsAsync<GraphStoreException>(() => GraphStores.OpenAsync(StoreAddress.Parse(".", Access, folder.FullName), Access));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
