using EntityGraph.Storage.Conformance;
using EntityGraph.Transfer.Tests.Exporting;

namespace EntityGraph.Transfer.Tests.Copying;

public sealed class Copying_a_graph
{
    [Fact]
    public async Task A_copy_is_the_same_to_the_last_origin()
    {
        await using var source = await TemporaryStore.OfAsync(
            [.. Debate.Articles(), Letter().From("a"), Letter().From("b"), Letter(), An.Article("Nothing is said here.").Of("set").From("c")]);
        await using var target = await TemporaryStore.OfAsync();
        var copy = await GraphCopy.PrepareAsync(source.Store, target.Store);
        Assert.Equal((16, 0), (copy.Total, copy.Others));
        var told = new List<CopyCounts>();

        var counts = await copy.RunAsync(new Told(told));

        Assert.Equal(new CopyCounts(16, 0), counts);
        Assert.Equal(Enumerable.Range(1, 16).Select(i => (long)i), told.Select(t => t.Done));
        Assert.Equal(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
        Assert.Empty(await GraphComparison.DifferencesAsync(source.Store, target.Store));
        Assert.Equal(await GraphPicture.Of(source.Store), await GraphPicture.Of(target.Store));
    }

    [Fact]
    public async Task A_copy_that_was_broken_off_goes_on_where_it_stopped()
    {
        await using var source = await TemporaryStore.OfAsync(
            [.. Enumerable.Range(0, 60).Select(i => An.Article($"Ada Byrne said that Ben Cole lied {i} times.").Person("Ada Byrne").Person("Ben Cole")
                .Says("Ada Byrne", "said", $"that Ben Cole lied {i} times"))]);
        await using var target = await TemporaryStore.OfAsync();
        using var stop = new CancellationTokenSource();
        var first = await GraphCopy.PrepareAsync(source.Store, target.Store);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.RunAsync(new Stopping(stop, after: 5), stop.Token));
        var there = (await target.Store.StatisticsAsync()).Articles;
        Assert.InRange(there, 5, 59);

        var second = await GraphCopy.PrepareAsync(source.Store, target.Store);
        Assert.Equal((60, 0), (second.Total, second.Others));
        Assert.Equal(new CopyCounts(60 - there, there), await second.RunAsync());
        Assert.Equal(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
    }

    [Fact]
    public async Task An_article_that_came_with_one_of_its_origins_alone_is_completed()
    {
        await using var source = await TemporaryStore.OfAsync(Letter().From("a"), Letter().From("b"), Letter());
        await using var target = await TemporaryStore.OfAsync(Letter().From("a"));
        var copy = await GraphCopy.PrepareAsync(source.Store, target.Store);
        Assert.Equal(new CopyCounts(1, 0), await copy.RunAsync());
        Assert.Equal(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
    }

    [Fact]
    public async Task Decisions_are_copied_undone_ones_too()
    {
        await using var source = await DecidedAsync();
        await using var target = await TemporaryStore.OfAsync();
        await (await GraphCopy.PrepareAsync(source.Store, target.Store)).RunAsync();

        Assert.Equal(3, (await target.Store.DecisionsAsync(new DecisionQuery())).Total);
        Assert.Equal(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
        Assert.Empty(await GraphComparison.DifferencesAsync(source.Store, target.Store));
        Assert.Equal(await GraphPicture.Of(source.Store), await GraphPicture.Of(target.Store));
        await (await GraphCopy.PrepareAsync(source.Store, target.Store)).RunAsync();
        Assert.Equal(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
    }

    [Fact]
    public async Task A_target_with_decisions_of_its_own_is_refused()
    {
        await using var source = await DecidedAsync();
        await using var target = await TemporaryStore.OfAsync([.. Debate.Articles().Take(1)]);
        await target.Store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(Debate.Ada, Debate.Ben)));
        var copy = await GraphCopy.PrepareAsync(source.Store, target.Store);
        await Assert.ThrowsAsync<DecisionException>(() => copy.RunAsync());
        Assert.Contains(
            await GraphComparison.DifferencesAsync(source.Store, target.Store), d => d == "decision 1 (Merge) is not the same in the target");
    }

    [Fact]
    public async Task What_the_target_has_of_its_own_is_seen()
    {
        await using var source = await TemporaryStore.OfAsync([.. Debate.Articles().Take(2)]);
        await using var target = await TemporaryStore.OfAsync([Letter(), .. Debate.Articles().Take(1)]);
        var copy = await GraphCopy.PrepareAsync(source.Store, target.Store);
        Assert.Equal((2, 1), (copy.Total, copy.Others));
    }

    [Fact]
    public async Task What_differs_is_named()
    {
        await using var source = await TemporaryStore.OfAsync([.. Debate.Articles().Take(2), Letter().From("a")]);
        await using var target = await TemporaryStore.OfAsync([.. Debate.Articles().Take(1), Letter().From("b")]);
        Assert.NotEqual(await GraphDigest.OfAsync(source.Store), await GraphDigest.OfAsync(target.Store));
        Assert.NotEqual((await GraphDigest.OfAsync(source.Store)).Checksum, (await GraphDigest.OfAsync(target.Store)).Checksum);

        var differences = await GraphComparison.DifferencesAsync(source.Store, target.Store);
        Assert.Contains(differences, d => d.StartsWith("article ", StringComparison.Ordinal) && d.EndsWith("(\"Ada Byrne is wrong,\" said Ben Cole.) is missing in the target", StringComparison.Ordinal));
        Assert.Contains(differences, d => d.EndsWith("(Dear Ben Cole, you are late.) is not the same in the target", StringComparison.Ordinal));
        Assert.Contains(differences, d => d == $"entity {Debate.Ben} (Ben Cole) is not the same in the target");
        Assert.Contains(differences, d => d.StartsWith("edge ", StringComparison.Ordinal) && d.EndsWith($"({Debate.Ben} to {Debate.Ada}) is missing in the target", StringComparison.Ordinal));
    }

    /// <summary>A graph in which two are merged, two kept apart and something was undone.</summary>
    private static async Task<TemporaryStore> DecidedAsync()
    {
        var decided = await TemporaryStore.OfAsync([.. Debate.Articles().Take(2), Letter().From("a")]);
        await decided.Store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([Debate.Leeds], Debate.Mill), "Jo") { Reasons = [new Reason("same", "who knows")] });
        await decided.Store.ApplyAsync(new GraphChange.Decide(new Ruling.Retype(Debate.Ben, EntityType.Organisation)));
        await decided.Store.ApplyAsync(new GraphChange.Decide(new Ruling.DoNotMerge(Debate.Ada, Debate.Ben)));
        await decided.Store.ApplyAsync(new GraphChange.Undo(2, "Kim"));
        return decided;
    }

    private static ArticleBuilder Letter() => An.Article("Dear Ben Cole, you are late.").Person("Ben Cole");

    private sealed class Told(List<CopyCounts> told) : IProgress<CopyCounts>
    {
        public void Report(CopyCounts value) => told.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop, int after) : IProgress<CopyCounts>
    {
        public void Report(CopyCounts value)
        {
            if (value.Done == after) stop.Cancel();
        }
    }
}
