using System.Collections.Concurrent;
using EntityGraph.Storage.Conformance;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>A server that crashes and one that is not there.</summary>
[Collection(ServerCollection.Name)]
public sealed class CrashTests
{
    [SkippableFact]
    public async Task A_server_killed_in_the_middle_of_an_ingestion_loses_nothing_and_holds_nothing_twice()
    {
        const int articles = 60;
        await using var server = await OwnServer.StartAsync();
        await using var first = await TestServer.OpenAsync(server.Options);
        await using var second = await TestServer.OpenAsync(server.Options);
        var announced = new ConcurrentBag<long>();
        var done = 0;
        var writers = new[] { first, second }.Select((store, writer) => Task.Run(async () =>
        {
            for (var i = writer; i < articles; i += 2)
            {
                announced.Add((await store.ApplyAsync(Invention.Article(i).Put())).Difference!.Number);
                Interlocked.Increment(ref done);
            }
        })).ToList();
        for (var kill = 1; kill <= 2; kill++)
        {
            while (Volatile.Read(ref done) < kill * articles / 3) await Task.Delay(5);
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await Task.WhenAll(writers);
        Assert.Equal(Enumerable.Range(1, articles).Select(n => (long)n), announced.Order());
        Assert.Equal(Enumerable.Range(1, articles).Select(n => (long)n), (await first.ChangesAfterAsync(0, 1000)).Select(d => d.Number));
        var picture = await GraphPicture.Of(first);
        await using var other = await TestServer.OpenEmptyAsync();
        for (var i = 0; i < articles; i++) await other.ApplyAsync(Invention.Article(i).Put());
        Assert.Equal(await GraphPicture.Of(other), picture);
    }

    [Fact]
    public async Task A_server_that_is_away_is_waited_for_then_given_up_as_passing()
    {
        var told = new List<string>();
        // Nobody listens on port 1.
        var options = new Neo4jStoreOptions
        {
            Address = new Uri("http://127.0.0.1:1"),
            Password = "hush hush",
            Patience = TimeSpan.FromSeconds(4),
            Waiting = told.Add,
        };
        await using var store = new Neo4jGraphStore(options);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
        Assert.True(failure.IsTransient);
        Assert.Contains("Neo4j at http://127.0.0.1:1, database 'neo4j' does not answer", failure.Message, StringComparison.Ordinal);
        Assert.All(told, t => Assert.Contains("trying again in", t, StringComparison.Ordinal));
        Assert.NotEmpty(told);
        Assert.All(told.Append(failure.ToString()), t => Assert.DoesNotContain("hush", t, StringComparison.Ordinal));
    }
}
