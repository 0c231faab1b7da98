using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>What people are told when a database cannot be opened, and that such a database is left as it is.</summary>
[Collection(ServerCollection.Name)]
public sealed class OpeningTests
{
    [SkippableFact]
    public async Task Wrong_credentials_are_told_and_not_tried_again()
    {
        // A user that is not there, so that the server locks out nobody else.
        var failure = await FailAsync(TestServer.Options with { User = "stranger", Password = "open sesame" });
        Assert.Contains("does not accept user 'stranger'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", failure.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task After_several_wrong_passwords_the_server_asks_for_patience()
    {
        // A user of this test's own, since the server locks out the user, whoever it was that guessed.
        await TestServer.RunAsync("CREATE USER intruder IF NOT EXISTS SET PASSWORD 'a password' CHANGE NOT REQUIRED", "system");
        GraphStoreException failure;
        var tries = 0;
        do failure = await FailAsync(TestServer.Options with { User = "intruder", Password = "open sesame" });
        while (!failure.Message.Contains("looks at no password", StringComparison.Ordinal) && ++tries < 10);
        await TestServer.RunAsync("DROP USER intruder", "system");
        Assert.Contains("too many wrong ones", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var failure = await FailAsync(TestServer.Options with { Database = "nosuch" });
        Assert.Contains("database 'nosuch': there is no such database", failure.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(404, "")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(405, "{}")]
    public async Task A_server_without_the_Query_API_is_told_from_one_that_is_away(int status, string body)
    {
        Skip.If(string.IsNullOrEmpty(TestServer.Address), "no Neo4j server: ENTITYGRAPH_TEST_NEO4J is not set");
        await using var line = new BadLine((_, _) => new Mishap.Answer(status, body));
        var failure = await FailAsync(TestServer.Options with { Address = line.Address });
        Assert.Contains("has no Query API", failure.Message, StringComparison.Ordinal);
        Assert.Contains("5.26", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Another_programs_database_is_left_alone()
    {
        await using (await TestServer.OpenEmptyAsync())
        {
        }

        await TestServer.RunAsync("MATCH (g:EntityGraph {key: 'graph'}) DELETE g");
        await TestServer.RunAsync("CREATE (:Recipe {name: 'soup'})");
        var failure = await FailAsync(TestServer.Options);
        Assert.Contains("holds other data", failure.Message, StringComparison.Ordinal);
        Assert.Equal("soup", await AskAsync("MATCH (n) WHERE NOT n:EntityGraph RETURN n.name AS answer"));
        await TestServer.RunAsync("MATCH (n:Recipe) DELETE n");
    }

    [SkippableFact]
    public async Task A_newer_graph_is_refused_and_left_alone()
    {
        await using (await TestServer.OpenEmptyAsync())
        {
        }

        await TestServer.RunAsync("MATCH (g:EntityGraph {key: 'graph'}) SET g.before = g.schema, g.schema = 1000");
        var failure = await FailAsync(TestServer.Options);
        Assert.Contains("newer version", failure.Message, StringComparison.Ordinal);
        Assert.Contains("schema 1000", failure.Message, StringComparison.Ordinal);
        await TestServer.RunAsync("MATCH (g:EntityGraph {key: 'graph'}) SET g.schema = g.before REMOVE g.before");
    }

    [SkippableFact]
    public async Task Several_processes_may_make_the_schema_at_once()
    {
        await using (await TestServer.OpenEmptyAsync())
        {
        }

        await TestServer.RunAsync("MATCH (g:EntityGraph {key: 'graph'}) DELETE g");
        foreach (var drop in new[] { "CONSTRAINT graph_key", "CONSTRAINT entity_id", "INDEX article_day", "INDEX entity_names" })
            await TestServer.RunAsync($"DROP {drop}");
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestServer.OpenAsync(TestServer.Options)));
        foreach (var store in stores)
        {
            Assert.Equal(new GraphStatistics(0, 0, 0, 0, 0, 0), await store.StatisticsAsync());
            await store.DisposeAsync();
        }

        Assert.Equal("1", await AskAsync("MATCH (g:EntityGraph {key: 'graph'}) RETURN toString(count(g)) AS answer"));
        Assert.Equal("4", await AskAsync(
            "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN ['graph_key', 'entity_id', 'article_day', 'entity_names'] RETURN toString(count(*)) AS answer"));
    }

    [SkippableFact]
    public async Task A_closed_store_says_so()
    {
        var store = await TestServer.OpenEmptyAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.StatisticsAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ApplyAsync(new GraphChange.Remove("x")));
    }

    private static async Task<GraphStoreException> FailAsync(Neo4jStoreOptions options)
    {
        await using var store = new Neo4jGraphStore(options);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
        Assert.False(failure.IsTransient);
        return failure;
    }

    private static async Task<string> AskAsync(string cypher)
    {
        await using var transport = Transports.To(TestServer.Options);
        return (await transport.ReadAsync(new Statement(cypher), null, default))[0].Text("answer");
    }
}
