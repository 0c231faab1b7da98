using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>What goes wrong on the way to the server and in it: nothing is lost, and nothing is there twice.</summary>
[Collection(ServerCollection.Name)]
public sealed class BadWeatherTests
{
    private const string Deadlock =
        """{"data":{"fields":["id"],"values":[]},"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"ForsetiClient can't acquire a lock"}]}""";

    [SkippableTheory]
    [InlineData("/commit", true)]
    [InlineData("/commit", false)]
    [InlineData("/tx", true)]
    [InlineData("/tx", false)]
    public async Task A_connection_cut_in_the_middle_of_a_change_loses_nothing_and_writes_nothing_twice(string where, bool afterTheServer)
    {
        await using var empty = await TestServer.OpenEmptyAsync();
        var cuts = 0;
        await using var line = new BadLine((path, _) =>
            path.EndsWith(where, StringComparison.Ordinal) && Interlocked.Increment(ref cuts) is 1 or 3 ? new Mishap.Cut(afterTheServer) : null);
        await using var store = await TestServer.OpenAsync(TestServer.Options with { Address = line.Address });
        Assert.Equal((ChangeOutcome.Added, 1L), Told(await store.ApplyAsync(Article(1).Put())));
        Assert.Equal((ChangeOutcome.Added, 2L), Told(await store.ApplyAsync(Article(2).From("a").Put())));
        Assert.Equal((ChangeOutcome.Updated, 3L), Told(await store.ApplyAsync(Article(3).From("a").Put())));
        Assert.Equal((ChangeOutcome.Removed, 4L), Told(await store.ApplyAsync(new GraphChange.Remove(Article(1).Annotated().Article.Id))));
        Assert.Equal((ChangeOutcome.Unchanged, null), Told(await store.ApplyAsync(Article(3).From("a").Put())));
        Assert.True(cuts > 3);
        await AssertHoldsAsync(store, Article(3).From("a"));
    }

    [SkippableTheory]
    [InlineData(202, Deadlock)]
    [InlineData(400, Deadlock)]
    [InlineData(202, "{\"data\":{\"fie")]
    [InlineData(503, "<html>busy</html>")]
    [InlineData(502, "")]
    [InlineData(202, "")]
    public async Task An_answer_that_tells_of_a_passing_fault_is_asked_for_again_whatever_its_status(int status, string body)
    {
        await using var empty = await TestServer.OpenEmptyAsync();
        var requests = 0;
        await using var line = new BadLine((_, _) => Interlocked.Increment(ref requests) is 2 or 9 or 20 ? new Mishap.Answer(status, body) : null);
        await using var store = await TestServer.OpenAsync(TestServer.Options with { Address = line.Address });
        for (var i = 1; i <= 3; i++) Assert.Equal((ChangeOutcome.Added, i), Told(await store.ApplyAsync(Article(i).Put())));
        Assert.Equal(3, (await store.StatisticsAsync()).Articles);
        Assert.True(requests > 20);
        await AssertHoldsAsync(store, [.. Enumerable.Range(1, 3).Select(Article)]);
    }

    [SkippableFact]
    public async Task A_fault_that_does_not_pass_is_told_at_once_and_takes_nothing_else_with_it()
    {
        await using var empty = await TestServer.OpenEmptyAsync();
        await using var line = new BadLine((_, body) => body.Contains("poison", StringComparison.Ordinal)
            ? new Mishap.Answer(202, """{"errors":[{"code":"Neo.ClientError.Statement.TypeError","message":"not today"}]}""")
            : null);
        await using var store = await TestServer.OpenAsync(TestServer.Options with { Address = line.Address });
        var changes = Enumerable.Range(1, 8).Select(i => store.ApplyAsync((i == 4 ? Article(i).In("poison") : Article(i)).Put())).ToList();
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => Task.WhenAll(changes));
        Assert.Contains("not today", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
        Assert.Equal([4], changes.Select((c, i) => c.IsFaulted ? i + 1 : 0).Where(i => i > 0));
        await AssertHoldsAsync(store, [.. Enumerable.Range(1, 8).Where(i => i != 4).Select(Article)]);
    }

    [SkippableFact]
    public async Task A_deadlock_with_somebody_else_who_holds_the_hub_ends_with_the_change_made_once()
    {
        await using var store = await TestServer.OpenEmptyAsync();
        await store.ApplyAsync(Article(1).Put());
        await using var transport = Transports.To(TestServer.Options);
        for (var i = 2; i < 6; i++)
        {
            var change = Task.CompletedTask;
            try
            {
                await transport.WriteAsync(
                    async other =>
                    {
                        await other.RunAsync(new Statement("MATCH (e:Entity {name: 'Ada Byrne'}) SET e.mentionedBy = e.mentionedBy"));
                        change = store.ApplyAsync(Article(i).Put());
                        await UntilSomebodyWaitsAsync(transport);
                        // Now each holds what the other wants; the server ends one of them.
                        await other.RunAsync(new Statement("MATCH (g:EntityGraph {key: 'graph'}) SET g.number = g.number"));
                        return true;
                    },
                    default);
            }
            catch (ServerFailure e) when (e.Kind == FailureKind.Transient)
            {
                // It was the other.
            }

            await change;
        }

        await AssertHoldsAsync(store, [.. Enumerable.Range(1, 5).Select(Article)]);
    }

    [SkippableFact]
    public async Task A_transaction_ended_by_an_administrator_is_tried_again()
    {
        await using var store = await TestServer.OpenEmptyAsync();
        await using var transport = Transports.To(TestServer.Options);
        var change = Task.CompletedTask;
        await transport.WriteAsync(
            async other =>
            {
                await other.RunAsync(new Statement("MATCH (g:EntityGraph {key: 'graph'}) SET g.number = g.number"));
                change = store.ApplyAsync(Article(1).Put());
                await TestServer.RunAsync($"TERMINATE TRANSACTIONS '{await UntilSomebodyWaitsAsync(transport)}'");
                return true;
            },
            default);
        await change;
        await AssertHoldsAsync(store, Article(1));
    }

    [SkippableFact]
    public async Task A_query_that_takes_too_long_is_ended_by_the_server()
    {
        await using var transport = Transports.To(TestServer.Options);
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => transport.ReadAsync(
            new Statement("UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b RETURN sum(a * b)"), TimeSpan.FromSeconds(1), default));
        Assert.Equal(FailureKind.TimedOut, failure.Kind);
    }

    private static async Task<string> UntilSomebodyWaitsAsync(ITransport transport)
    {
        while (true)
        {
            var waiting = await transport.ReadAsync(
                new Statement("SHOW TRANSACTIONS YIELD transactionId, status WHERE status STARTS WITH 'Blocked' RETURN transactionId AS id"), null, default);
            if (waiting.Count > 0) return waiting[0].Text("id");
            await Task.Delay(10);
        }
    }

    /// <summary>The store holds these articles, as one that never met a mishap.</summary>
    private static async Task AssertHoldsAsync(Neo4jGraphStore store, params ArticleBuilder[] articles)
    {
        var picture = await GraphPicture.Of(store);
        var (number, nodes, edges) = await GraphPicture.Replay(store);
        Assert.Equal((await store.StatisticsAsync()).Number, number);
        await using var fresh = await TestServer.OpenEmptyAsync();
        foreach (var article in articles) await fresh.ApplyAsync(article.Put());
        Assert.Equal(await GraphPicture.Of(fresh), picture);
        var (_, expectedNodes, expectedEdges) = await GraphPicture.Replay(fresh);
        Assert.Equal(expectedNodes.Values.OrderBy(n => n.Id), nodes.Values.OrderBy(n => n.Id));
        Assert.Equal(expectedEdges.Values.OrderBy(e => e.Id), edges.Values.OrderBy(e => e.Id));
    }

    private static (ChangeOutcome Outcome, long? Number) Told(CommitResult result) => (result.Outcome, result.Difference?.Number);

    private static ArticleBuilder Article(int number) => An.Article($"Ada Byrne said that Carl Dunne lied {number} times. Citizen N{number} left.")
        .On(new DateOnly(2026, 1, 1).AddDays(number)).Person("Ada Byrne").Person("Carl Dunne").Person($"Citizen N{number}")
        .Says("Ada Byrne", "said", $"that Carl Dunne lied {number} times");
}
