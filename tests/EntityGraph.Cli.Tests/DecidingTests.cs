using System.Text.Json;

namespace EntityGraph.Cli.Tests;

public sealed class DecidingTests : WorkFolder, IAsyncLifetime
{
    public Task InitializeAsync() => CommandRun.OfAsync(
        [
            "ingest", Write("a.md", $"# {Bridge}"),
            Write("b.txt", "Iris Marsh said on Tuesday that Tom Ashe had never been to the bridge, and that Jo Marsh was right."),
            "--store", Store,
        ]);

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_merge_is_previewed_decided_listed_and_undone()
    {
        var preview = await RunAsync("merge", "Iris Marsh", "--into", "Jo Marsh", "--preview");
        Assert.Equal((0, ""), (preview.Code, preview.Error));
        Assert.StartsWith("Would move to Jo Marsh: 1 statement, ", preview.Out, StringComparison.Ordinal);
        Assert.Equal("Nothing was decided yet.", (await RunAsync("decisions")).Out.Trim());

        Assert.StartsWith("Decision 1: moved to Jo Marsh", (await RunAsync("merge", "Iris Marsh", "--into", "Jo Marsh", "--by", "Ann")).Out, StringComparison.Ordinal);
        Assert.StartsWith("They are one already", (await RunAsync("merge", "Jo Marsh", "--into", "Jo Marsh")).Out, StringComparison.Ordinal);
        Assert.Contains("Ann: Iris Marsh is Jo Marsh", (await RunAsync("decisions")).Out, StringComparison.Ordinal);

        Assert.Equal("Decision 1 is undone.", (await RunAsync("decisions", "--undo", "1", "--by", "Eve")).Out.Trim());
        using var listed = JsonDocument.Parse((await RunAsync("decisions", "--json")).Out);
        Assert.Equal("Eve", listed.RootElement.GetProperty("items")[0].GetProperty("undoneBy").GetString());
        Assert.Equal("merge", listed.RootElement.GetProperty("items")[0].GetProperty("ruling").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var unknown = await RunAsync("decisions", "--undo", "9");
        Assert.Equal((ExitCode.Refused, "entitygraph: There is no decision 9."), (unknown.Code, unknown.Error.Trim()));
        Assert.Equal(ExitCode.Name, (await RunAsync("merge", "Nobody Atall", "--into", "Jo Marsh")).Code);
        Assert.Equal(ExitCode.Usage, (await RunAsync("merge", "Iris Marsh")).Code);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--store", Store]);
}
