using System.Text.Json;

namespace EntityGraph.Cli.Tests;

public sealed class ExtractCommandTests : WorkFolder
{
    [Fact]
    public async Task An_article_becomes_one_line_of_JSON_whose_spans_cut_their_words_out_of_the_text()
    {
        var path = Write("bridge.txt", Bridge);

        var run = await CommandRun.OfAsync(["extract", path, "--format", "jsonl"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(Assert.Single(run.OutLines));
        var article = json.RootElement.GetProperty("article");
        var text = article.GetProperty("text").GetString()!;
        Assert.Equal((path, "Bridge stays closed", Bridge), (article.GetProperty("path").GetString(), article.GetProperty("title").GetString(), text));
        var spans = Spans(json.RootElement).ToList();
        Assert.NotEmpty(spans);
        Assert.All(spans, s => Assert.Equal(s.GetProperty("text").GetString(), text[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task People_their_statements_and_edges_are_found()
    {
        var run = await CommandRun.OfAsync(["extract", Write("bridge.txt", Bridge), "--json"]);

        using var json = JsonDocument.Parse(run.Out);
        var names = json.RootElement.GetProperty("entities").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!, e => e);
        Assert.Contains(names.Values, e => e.GetProperty("name").GetString() == "Jo Marsh" && e.GetProperty("type").GetString() == "Person");
        var edges = json.RootElement.GetProperty("edges").EnumerateArray()
            .Select(e => $"{Name("speaker")(e)} > {Name("mentioned")(e)}")
            .ToList();
        Assert.Contains("Jo Marsh > Tom Ashe", edges);
        Assert.Contains("Tom Ashe > Jo Marsh", edges);

        Func<JsonElement, string> Name(string end) => e => names[e.GetProperty(end).GetString()!].GetProperty("name").GetString()!;
    }

    [Fact]
    public async Task Articles_come_out_in_the_order_given_and_failures_are_told_without_stopping_them()
    {
        for (var i = 0; i < 40; i++)
            Write($"articles/{i:00}.txt", i == 7 ? "" : $"Jo Marsh said that bridge number {i} would stay closed. " + new string('x', i % 5 * 400));
        var missing = Path.Combine(Folder, "missing.txt");

        var run = await CommandRun.OfAsync(["extract", missing, Path.Combine(Folder, "articles"), "--json"]);

        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Equal(
            [$"entitygraph: {missing}: does not exist", $"entitygraph: {Path.Combine(Folder, "articles", "07.txt")}: is empty"], run.ErrorLines);
        Assert.Equal(
            Enumerable.Range(0, 40).Where(i => i != 7).Select(i => $"{i:00}.txt"),
            run.OutLines.Select(l => Path.GetFileName(JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("path").GetString()!)));
    }

    [Fact]
    public async Task Letters_are_written_as_they_are()
    {
        var run = await CommandRun.OfAsync(["extract", "-", "--json"], "“It’s naïve – <really> & truly 😀,” Zoë Müller said of the café.");

        Assert.Contains("“It’s naïve – <really> & truly", run.Out, StringComparison.Ordinal);
        Assert.Contains("Zoë Müller said of the café.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_can_be_many_articles_with_fields_of_other_names()
    {
        var lines = string.Concat(Enumerable.Range(0, 3).Select(i => JsonSerializer.Serialize(new { body = $"Jo Marsh said no to bridge {i}.", headline = $"Bridge {i}" }) + "\n"));

        var run = await CommandRun.OfAsync(["extract", "-", "--json", "--map", "text=body,title=headline"], lines);

        Assert.Equal(0, run.Code);
        Assert.Equal(["-:1", "-:2", "-:3"], run.OutLines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("path").GetString()));
        Assert.Contains("\"title\":\"Bridge 2\",\"text\":\"Bridge 2\\n\\nJo Marsh said no to bridge 2.\"", run.OutLines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_marks_the_text_and_lists_who_said_what_of_whom()
    {
        var run = await CommandRun.OfAsync(["extract", Write("bridge.txt", Bridge)]);

        Assert.Equal(0, run.Code);
        Assert.Contains("[Jo Marsh] _said_", run.Out, StringComparison.Ordinal);
        Assert.Contains("Who said what of whom", run.Out, StringComparison.Ordinal);
        Assert.Contains("Jo Marsh of Tom Ashe  direct", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(run.OutLines, l => l.EndsWith(' '));
    }

    [Fact]
    public async Task Text_cannot_command_the_terminal_or_the_report()
    {
        var run = await CommandRun.OfAsync(
            ["extract", "-"], "[red]Jo Marsh[/] said \u001b[2J\u001b]0;pwned\u0007 that the \u202Egnorw\u202C bridge [/][bold would stay closed in the summer.");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c is not ('\n' or '\r'));
        Assert.DoesNotContain('\u202E', run.Out);
        Assert.Contains("[red]", run.Out, StringComparison.Ordinal);
        Assert.Contains("[/]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_file_cannot_command_the_terminal_either()
    {
        var run = await CommandRun.OfAsync(["extract", "\u001b[31m.txt"]);

        Assert.Equal("entitygraph: \uFFFD[31m.txt: does not exist", Assert.Single(run.ErrorLines));
    }

    private static IEnumerable<JsonElement> Spans(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("start", out _) && element.TryGetProperty("text", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Spans(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Spans),
        _ => [],
    };
}
