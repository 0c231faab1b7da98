using System.Text.Json;

namespace EntityGraph.Cli.Tests;

public sealed class IngestCommandTests : WorkFolder
{
    [Fact]
    public async Task Articles_are_brought_in_and_the_bad_ones_named_with_their_reasons()
    {
        Write("articles/a.txt", Bridge);
        var empty = Write("articles/b.txt", "");
        var binary = Write("articles/c.txt", "\0\0\0");

        var first = await CommandRun.OfAsync(["ingest", Path.Combine(Folder, "articles"), "--store", Store]);
        var second = await CommandRun.OfAsync(["ingest", Path.Combine(Folder, "articles"), "--store", Store, "--json"]);

        Assert.Equal(ExitCode.SomeFailed, first.Code);
        Assert.Equal([$"entitygraph: {empty}: is empty", $"entitygraph: {binary}: is binary, not text"], first.ErrorLines);
        Assert.Matches(@"^accepted +1\n", first.Out.ReplaceLineEndings("\n"));
        Assert.Matches(@"\nfailed +2\n", first.Out.ReplaceLineEndings("\n"));
        using var json = JsonDocument.Parse(second.Out);
        Assert.Equal(0, json.RootElement.GetProperty("accepted").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("unchanged").GetInt32());
        Assert.Equal([empty, binary], json.RootElement.GetProperty("failed").EnumerateArray().Select(f => f.GetProperty("input").GetString()));
        Assert.Equal(["is empty", "is binary, not text"], json.RootElement.GetProperty("failed").EnumerateArray().Select(f => f.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_folder_of_1000_with_3_bad_ones_stores_997_and_names_the_3_with_reasons()
    {
        for (var i = 0; i < 1000; i++)
        {
            Write($"articles/{i:000}.txt", i switch
            {
                10 => "",
                500 => "\0\u0001\u0002",
                999 => "A ministra disse que não há dinheiro para a ponte e que o governo vai decidir em março, segundo os jornais.",
                _ => $"Jo Marsh said on Monday that Tom Ashe had closed bridge number {i}.",
            });
        }

        var run = await CommandRun.OfAsync(["ingest", Path.Combine(Folder, "articles"), "--store", Store, "--json"]);

        Assert.Equal(ExitCode.SomeFailed, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(997, json.RootElement.GetProperty("accepted").GetInt32());
        Assert.Equal(
            ["010.txt: is empty", "500.txt: is binary, not text", "999.txt: the text is Portuguese; only English is read"],
            json.RootElement.GetProperty("failed").EnumerateArray()
                .Select(f => $"{Path.GetFileName(f.GetProperty("input").GetString())}: {f.GetProperty("reason").GetString()}"));
        var who = await CommandRun.OfAsync(["who-mentioned", "Tom Ashe", "--store", Store, "--limit", "1", "--passages", "1"]);
        Assert.Contains("Jo Marsh  997 statements in 997 articles", who.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_article_is_updated()
    {
        var path = Write("a.txt", Bridge);
        await CommandRun.OfAsync(["ingest", path, "--store", Store]);
        Write("a.txt", Bridge.Replace("Jo Marsh", "Iris Vane", StringComparison.Ordinal).Replace("Ms Marsh", "Ms Vane", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync(["ingest", path, "--store", Store]);

        Assert.Equal(0, run.Code);
        Assert.Matches("updated +1", run.Out);
        Assert.Equal(ExitCode.Name, (await CommandRun.OfAsync(["who-mentioned", "Jo Marsh", "--store", Store])).Code);
        Assert.Equal(0, (await CommandRun.OfAsync(["who-mentioned", "Iris Vane", "--store", Store])).Code);
    }

    [Fact]
    public async Task No_more_articles_are_taken_than_asked_for()
    {
        for (var i = 0; i < 5; i++)
            Write($"articles/{i}.txt", $"Jo Marsh said that bridge {i} was closed.");

        var run = await CommandRun.OfAsync(["ingest", Path.Combine(Folder, "articles"), "--store", Store, "--max-articles", "2"]);

        Assert.Matches("accepted +2", run.Out);
    }

    [Fact]
    public async Task Private_addresses_are_refused_unless_allowed()
    {
        var refused = await CommandRun.OfAsync(["ingest", "http://127.0.0.1/", "--store", Store]);
        var allowed = await CommandRun.OfAsync(["ingest", "http://127.0.0.1:1/", "--store", Store, "--allow-private-addresses"]);

        Assert.Equal("entitygraph: http://127.0.0.1/: leads to a private or reserved network address (127.0.0.1), which is not fetched", Assert.Single(refused.ErrorLines));
        Assert.Equal("entitygraph: http://127.0.0.1:1/: cannot be reached: the connection failed", Assert.Single(allowed.ErrorLines));
        Assert.Equal((ExitCode.SomeFailed, ExitCode.SomeFailed), (refused.Code, allowed.Code));
    }

    [Fact]
    public async Task A_store_that_is_no_graph_is_said_to_be_so()
    {
        var notes = Write("notes.db", new string('x', 5000));

        foreach (var args in new string[][] { ["ingest", Write("a.txt", Bridge)], ["who-mentioned", "Jo"] })
        {
            var run = await CommandRun.OfAsync([.. args, "--store", notes]);

            Assert.Equal(ExitCode.Store, run.Code);
            Assert.Contains("notes.db", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }

        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(notes));
    }

    [Fact]
    public async Task A_missing_model_is_said_to_be_so_before_anything_is_read()
    {
        var model = Path.Combine(Folder, "nomodel");

        foreach (var command in new[] { "extract", "ingest" })
        {
            var run = await CommandRun.OfAsync([command, Write("a.txt", Bridge), "--model", model]);

            Assert.Equal(ExitCode.Model, run.Code);
            Assert.Contains(model, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_model_is_said_to_be_so()
    {
        foreach (var file in new[] { "tagger.onnx", "tagger.json", "vocab.txt" })
            Write($"model/{file}", "nonsense");

        var run = await CommandRun.OfAsync(["extract", Write("a.txt", Bridge), "--model", Path.Combine(Folder, "model")]);

        Assert.Equal(ExitCode.Model, run.Code);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task A_stopped_command_says_so()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var run = await CommandRun.OfAsync(["ingest", Write("a.txt", Bridge), "--store", Store], cancellation: cancel.Token);

        Assert.Equal(ExitCode.Cancelled, run.Code);
        Assert.Equal("entitygraph: stopped", run.ErrorLines[^1]);
    }
}
