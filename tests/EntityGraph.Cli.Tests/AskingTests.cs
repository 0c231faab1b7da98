using System.Text.Json;

namespace EntityGraph.Cli.Tests;

public sealed class AskingTests : WorkFolder, IAsyncLifetime
{
    public Task InitializeAsync() => CommandRun.OfAsync(
        [
            "ingest", Write("a.md", $"---\noutlet: The Fenwick Courier\ndate: 2026-03-05\nurl: https://courier.example/a\n---\n# {Bridge}"),
            Write("b.txt", "Iris Marsh said on Tuesday that Tom Ashe had never been to the bridge, and that Jo Marsh was right."),
            "--store", Store,
        ]);

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_mentioned_somebody_is_told_with_sentences_outlet_and_day()
    {
        var run = await AskAsync("who-mentioned", "Tom Ashe");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Tom Ashe is mentioned by 2 speakers.", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"[Tom Ashe] was told of the cracks a year ago,\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("— The Fenwick Courier · 2026-03-05 · Bridge stays closed · https://courier.example/a · direct", OneLine(run.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_choose_which_statements_count()
    {
        Assert.StartsWith("Tom Ashe is mentioned by 1 speaker.", (await AskAsync("who-mentioned", "Tom Ashe", "--from", "2026-03-01")).Out, StringComparison.Ordinal);
        Assert.StartsWith("Tom Ashe is mentioned by nobody", (await AskAsync("who-mentioned", "Tom Ashe", "--to", "2026-03-01")).Out, StringComparison.Ordinal);
        Assert.StartsWith("Tom Ashe is mentioned by 1 speaker.", (await AskAsync("who-mentioned", "Tom Ashe", "--kind", "direct")).Out, StringComparison.Ordinal);
        Assert.StartsWith("Tom Ashe is mentioned by 1 speaker.", (await AskAsync("who-mentioned", "Tom Ashe", "--outlet", "The Fenwick Courier")).Out, StringComparison.Ordinal);
        Assert.Contains("and 1 more speakers (--limit)", (await AskAsync("who-mentioned", "Tom Ashe", "--limit", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_can_be_JSON()
    {
        using var who = JsonDocument.Parse((await AskAsync("who-mentioned", "tom ashe", "--json")).Out);
        using var said = JsonDocument.Parse((await AskAsync("said-about", "Jo Marsh", "Tom Ashe", "--json")).Out);

        Assert.Equal("Tom Ashe", who.RootElement.GetProperty("mentioned").GetProperty("name").GetString());
        Assert.Equal(2, who.RootElement.GetProperty("total").GetInt32());
        var row = who.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("speaker").GetProperty("name").GetString() == "Jo Marsh");
        Assert.Equal("2026-03-05", row.GetProperty("statements")[0].GetProperty("article").GetProperty("published").GetString());
        Assert.Equal("Direct", said.RootElement.GetProperty("statements")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task What_one_said_about_another_is_told()
    {
        var run = await AskAsync("said-about", "Jo Marsh", "Tom Ashe");

        Assert.StartsWith("Jo Marsh made 1 statement about Tom Ashe.", run.Out, StringComparison.Ordinal);
        Assert.Contains("[Ms Marsh] _said_", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_name_that_only_one_has_is_enough() =>
        Assert.StartsWith("Tom Ashe is mentioned by", (await AskAsync("who-mentioned", "ashe")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_can_be_several_lists_them_and_an_id_chooses()
    {
        var run = await AskAsync("who-mentioned", "Marsh");

        Assert.Equal((ExitCode.Name, ""), (run.Code, run.Out));
        Assert.Equal("entitygraph: \"Marsh\" can be several; give the whole name, or an id:", run.ErrorLines[0]);
        var candidates = run.ErrorLines[1..];
        Assert.Contains(candidates, c => c.Contains("Jo Marsh (person, in 2 articles)", StringComparison.Ordinal));
        var iris = Assert.Single(candidates, c => c.Contains("Iris Marsh (person, in 1 article)", StringComparison.Ordinal));
        Assert.StartsWith("Iris Marsh is mentioned by", (await AskAsync("who-mentioned", iris.Trim().Split(' ')[0])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_brings_near_spellings()
    {
        var near = await AskAsync("who-mentioned", "Tom Ash");
        var far = await AskAsync("said-about", "Tom Ashe", "Zbigniew Qwxyz");

        Assert.Equal(ExitCode.Name, near.Code);
        Assert.Equal("entitygraph: \"Tom Ash\" is not in the graph. Near it:", near.ErrorLines[0]);
        Assert.Contains(near.ErrorLines, l => l.Contains("Tom Ashe", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Name, far.Code);
        Assert.Equal("entitygraph: \"Zbigniew Qwxyz\" is not in the graph, nor a name like it", Assert.Single(far.ErrorLines));
    }

    [Fact]
    public async Task Asking_makes_no_graph()
    {
        var missing = Path.Combine(Folder, "no.db");

        var run = await CommandRun.OfAsync(["who-mentioned", "Jo Marsh", "--store", missing]);

        Assert.Equal(ExitCode.Store, run.Code);
        Assert.StartsWith($"entitygraph: {missing}: there is no graph here yet", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<CommandRun> AskAsync(params string[] args) => CommandRun.OfAsync([.. args, "--store", Store]);
}
