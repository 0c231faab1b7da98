namespace EntityGraph.Cli.Tests;

public sealed class MigrateCommandTests : WorkFolder, IAsyncLifetime
{
    private string Copy => Path.Combine(Folder, "copy.db");

    public Task InitializeAsync() => CommandRun.OfAsync(["ingest", Write("a.md", $"# {Bridge}"), "--store", Store]);

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_copy_is_the_same_and_a_second_run_finds_it_there()
    {
        var first = await MigrateAsync(Store, Copy);
        var second = await MigrateAsync(Store, Copy);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Matches("^copied +1 articles\n", first.Out);
        Assert.Matches("checksum +[0-9a-f]{32}, the same in both\n$", first.Out);
        Assert.Equal(0, second.Code);
        Assert.Matches("^copied +0 articles, 1 were there\n", second.Out);
        Assert.Equal(first.OutLines[^1], second.OutLines[^1]);
        Assert.Equal(
            (await CommandRun.OfAsync(["who-mentioned", "Tom Ashe", "--store", Store])).Out, (await CommandRun.OfAsync(["who-mentioned", "Tom Ashe", "--store", Copy])).Out);
    }

    [Fact]
    public async Task A_target_with_articles_of_its_own_is_left_alone()
    {
        await CommandRun.OfAsync(["ingest", Write("b.txt", "Iris Marsh said on Tuesday that Tom Ashe had never been to the bridge."), "--store", Copy]);
        var before = await CommandRun.OfAsync(["who-mentioned", "Tom Ashe", "--store", Copy]);

        var run = await MigrateAsync(Store, Copy);

        Assert.Equal((ExitCode.Store, ""), (run.Code, run.Out));
        Assert.Equal($"entitygraph: {Copy} holds 1 article that the source does not have; nothing was changed. Give an empty store.", Assert.Single(run.ErrorLines));
        Assert.Equal(before, await CommandRun.OfAsync(["who-mentioned", "Tom Ashe", "--store", Copy]));
    }

    [Fact]
    public async Task What_cannot_be_copied_is_told()
    {
        Assert.Equal((ExitCode.Usage, "entitygraph: --from and --to are the same store"), ((await MigrateAsync(Store, Store)).Code, (await MigrateAsync(Store, Store)).ErrorLines[0]));
        var missing = await MigrateAsync(Path.Combine(Folder, "no.db"), Copy);
        Assert.Equal(ExitCode.Store, missing.Code);
        Assert.False(File.Exists(Copy));
        Assert.Equal(ExitCode.Usage, (await CommandRun.OfAsync(["migrate", "--from", Store])).Code);
    }

    private static Task<CommandRun> MigrateAsync(string from, string to) => CommandRun.OfAsync(["migrate", "--from", from, "--to", to]);
}
