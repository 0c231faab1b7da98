using System.Text.Json;

namespace EntityGraph.Cli.Tests;

public sealed class EvaluateCommandTests : WorkFolder
{
    private const string Text = "Ann Lee said Bo Ray lied. Acme slept.";

    public EvaluateCommandTests()
    {
        Write("data/gold/seed.txt", Text);
        Write("data/gold/seed.json", """
            {
              "article": "x",
              "entities": [
                {"id": "lee", "type": "Person", "names": ["Ann Lee"]},
                {"id": "ray", "type": "Person", "names": ["Bo Ray"]},
                {"id": "acme", "type": "Organisation", "names": ["Acme"]}
              ],
              "edges": [
                {"speaker": "lee", "mentioned": "ray", "via": "name", "kind": "indirect", "evidence": "Bo Ray lied"},
                {"speaker": "ray", "mentioned": "acme", "via": "name", "kind": "indirect", "evidence": "Acme slept"}
              ]
            }
            """);
        Write("found.jsonl", JsonSerializer.Serialize(new
        {
            article = new { path = "texts/seed.txt", text = Text },
            entities = new[] { Entity("e1", "Ann Lee"), Entity("e2", "Bo Ray") },
            attributions = new[]
            {
                new
                {
                    id = "a1",
                    speaker = "e1",
                    kind = "indirect",
                    source = new[] { Span("Ann Lee") },
                    cue = new[] { Span("said") },
                    content = new[] { Span("Bo Ray lied") },
                    mentions = Mentioned,
                    confidence = 0.9,
                },
            },
        }));
    }

    private static readonly string[] Mentioned = ["e2"];

    private static int At(string words) => Text.IndexOf(words, StringComparison.Ordinal);

    private static object Span(string words) => new { start = At(words), end = At(words) + words.Length, text = words };

    private static object Entity(string id, string name) => new
    {
        id,
        type = "Person",
        name,
        mentions = new[] { new { start = At(name), end = At(name) + name.Length, text = name, kind = "name" } },
    };

    private Task<CommandRun> Evaluate(params string[] more) =>
        CommandRun.OfAsync(["evaluate", "seed", "--data", Path.Combine(Folder, "data"), "--predictions", Path.Combine(Folder, "found.jsonl"), .. more]);

    [Fact]
    public async Task Another_programs_annotations_are_scored_and_their_errors_explained()
    {
        var run = await Evaluate("--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var report = JsonDocument.Parse(run.Out).RootElement[0];
        var micro = report.GetProperty("scores").EnumerateArray().Single(s =>
            s.GetProperty("measure").GetString() == "who mentioned whom" && s.GetProperty("part").GetString() == "micro F1");
        Assert.Equal(2 / 3.0, micro.GetProperty("value").GetDouble(), 9);
        var missed = Assert.Single(report.GetProperty("edgeErrors").EnumerateArray());
        Assert.Equal("MentionedEntityMissing", missed.GetProperty("cause").GetString());
    }

    [Fact]
    public async Task The_table_and_the_errors_can_be_read_by_people()
    {
        var run = await Evaluate("--errors", "--worst");
        Assert.Contains("who mentioned whom", run.Out, StringComparison.Ordinal);
        Assert.Contains("0.667", run.Out, StringComparison.Ordinal);
        Assert.Contains("missed ray → acme, by name: MentionedEntityMissing", run.Out, StringComparison.Ordinal);
        Assert.Contains("missed Organisation: Acme", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_texts_can_be_written_for_another_program()
    {
        var run = await Evaluate("--write-texts", Path.Combine(Folder, "out"));
        Assert.Equal(0, run.Code);
        Assert.Equal(Text, await File.ReadAllTextAsync(Path.Combine(Folder, "out/seed.txt")));
    }

    [Fact]
    public async Task A_set_or_file_that_is_not_there_is_named()
    {
        var set = await CommandRun.OfAsync(["evaluate", "nonesuch", "--data", Path.Combine(Folder, "data")]);
        Assert.Equal(ExitCode.SomeFailed, set.Code);
        Assert.Contains("nonesuch", set.Error, StringComparison.Ordinal);
        var file = await CommandRun.OfAsync(["evaluate", "seed", "--data", Path.Combine(Folder, "data"), "--predictions", Path.Combine(Folder, "none.jsonl")]);
        Assert.Equal(ExitCode.SomeFailed, file.Code);
        Assert.Contains("none.jsonl", file.Error, StringComparison.Ordinal);
    }
}
