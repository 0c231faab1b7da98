using EntityGraph.Storage.Conformance;
using EntityGraph.Transfer;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>A graph that goes from a file to a server and back.</summary>
[Collection(ServerCollection.Name)]
public sealed class MigrationTests
{
    [SkippableFact]
    public async Task A_graph_goes_to_a_server_and_back_and_stays_the_same()
    {
        await using var server = await TestServer.OpenEmptyAsync();
        await using var first = await TemporaryFile.OpenAsync();
        await using var second = await TemporaryFile.OpenAsync();
        foreach (var put in Articles()) await first.Store.ApplyAsync(put);
        await first.Store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([Entity("Mr Cole")], Entity("Ben Cole")), "Jo"));
        await first.Store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(Entity("Ada Byrne"), Entity("Ben Cole"))));
        await first.Store.ApplyAsync(new GraphChange.Undo(2));

        using var stop = new CancellationTokenSource();
        var broken = await GraphCopy.PrepareAsync(first.Store, server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken.RunAsync(new Stopping(stop), stop.Token));
        var there = (await GraphCopy.PrepareAsync(first.Store, server)).Others;
        var counts = await (await GraphCopy.PrepareAsync(first.Store, server)).RunAsync();
        await (await GraphCopy.PrepareAsync(server, second.Store)).RunAsync();

        Assert.Equal(0, there);
        Assert.Equal(25, counts.Done);
        Assert.InRange(counts.There, 1, 24);
        Assert.Empty(await GraphComparison.DifferencesAsync(first.Store, server));
        var digest = await GraphDigest.OfAsync(first.Store);
        Assert.Equal(digest, await GraphDigest.OfAsync(server));
        Assert.Equal(digest, await GraphDigest.OfAsync(second.Store));
        Assert.Equal((25, 2), (digest.Articles.Count, digest.Decisions.Count));
    }

    private static string Entity(string name) => ContentId.OfEntity(EntityType.Person, name);

    private static IEnumerable<GraphChange.Put> Articles()
    {
        yield return An.Article("Mr Cole wrote: \"Ada Byrne is late.\"").From("a").Of("letters").On("2025-03-01")
            .Person("Mr Cole").Person("Ada Byrne").Says("Mr Cole", "wrote", "\"Ada Byrne is late.\"").Put();
        yield return An.Article("Mr Cole wrote: \"Ada Byrne is late.\"").From("b").Of("letters").On("2025-03-01")
            .Person("Mr Cole").Person("Ada Byrne").Says("Mr Cole", "wrote", "\"Ada Byrne is late.\"").Put();
        for (var i = 0; i < 24; i++)
        {
            yield return An.Article($"Ada Byrne said that Ben Cole lied {i} times.").In("The Post").On(new DateOnly(2025, 1, 1).AddDays(i))
                .Person("Ada Byrne").Person("Ben Cole").Says("Ada Byrne", "said", $"that Ben Cole lied {i} times", confidence: 0.5 + (i / 100.0)).Put();
        }
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<CopyCounts>
    {
        public void Report(CopyCounts value) => stop.Cancel();
    }
}
