using System.IO.Compression;
using System.Xml.Linq;

namespace EntityGraph.Cli.Tests;

public sealed class ExportCommandTests : WorkFolder, IAsyncLifetime
{
    public Task InitializeAsync() => CommandRun.OfAsync(
        ["ingest", Write("a.md", $"---\noutlet: The Fenwick Courier\ndate: 2026-03-05\n---\n# {Bridge}"), "--store", Store]);

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_graph_is_written_in_the_form_that_the_name_tells()
    {
        var file = Path.Combine(Folder, "graph.graphml");

        var run = await ExportAsync(file);

        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.Matches($@"^[0-9]+ entities and [0-9]+ edges are in {file}\.$", Assert.Single(run.ErrorLines));
        Assert.Contains(XDocument.Load(file).Descendants(), e => e.Value == "Jo Marsh");
        Assert.Equal([file], Directory.GetFiles(Folder, "graph.graphml*"));
    }

    [Fact]
    public async Task A_filter_and_names_choose_what_is_written()
    {
        var all = Path.Combine(Folder, "all.json");
        var some = Path.Combine(Folder, "some.json");
        Assert.Equal(0, (await ExportAsync(all)).Code);
        Assert.Equal(0, (await ExportAsync(some, "--speaker", "Jo Marsh", "--mentioned", "ashe", "--kind", "direct", "--from", "2026-03-01")).Code);
        Assert.Contains("Tom Ashe", await File.ReadAllTextAsync(some), StringComparison.Ordinal);
        Assert.True(new FileInfo(some).Length < new FileInfo(all).Length);
        Assert.StartsWith("0 entities and 0 edges", (await ExportAsync(Path.Combine(Folder, "none.json"), "--to", "2026-03-01")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Name, (await ExportAsync(Path.Combine(Folder, "x.json"), "--speaker", "Nobody Qwx")).Code);
        Assert.False(File.Exists(Path.Combine(Folder, "x.json")));
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_forced()
    {
        var file = Write("graph.csv", "mine");
        var refused = await ExportAsync(file, "--format", "csv-nodes");
        Assert.Equal(ExitCode.Output, refused.Code);
        Assert.Equal($"entitygraph: {file} is there already; give --force to write over it", Assert.Single(refused.ErrorLines));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        Assert.Equal(0, (await ExportAsync(file, "--format", "csv-nodes", "--force")).Code);
        Assert.Contains("Jo Marsh", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_takes_the_file_alone()
    {
        var run = await ExportAsync("-", "--format", "cypher");
        Assert.Equal(0, run.Code);
        Assert.Contains("MERGE (e:Entity {id: row.id})", run.Out, StringComparison.Ordinal);
        Assert.Contains("name: 'Jo Marsh'", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_file_is_whole()
    {
        var file = Path.Combine(Folder, "graph.zip");
        Assert.Equal(0, (await ExportAsync(file)).Code);
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.Equal(["nodes.csv", "edges.csv"], zip.Entries.Select(e => e.Name));
    }

    [Theory]
    [InlineData("graph.csv", "does not tell the form")]
    [InlineData("graph", "does not tell the form")]
    [InlineData("-", "does not tell the form")]
    public async Task A_name_that_tells_no_form_is_refused(string file, string complaint)
    {
        var run = await ExportAsync(file);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(complaint, run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_or_read_is_told_and_leaves_nothing()
    {
        var nowhere = await ExportAsync(Path.Combine(Folder, "no", "such", "folder.json"));
        Assert.Equal(ExitCode.Output, nowhere.Code);
        Assert.Contains("cannot be written", Assert.Single(nowhere.ErrorLines), StringComparison.Ordinal);
        var folder = await ExportAsync(Folder, "--format", "json", "--force");
        Assert.Equal(ExitCode.Output, folder.Code);
        var unknown = await ExportAsync("x.json", "--format", "xlsx");
        Assert.Equal(ExitCode.Usage, unknown.Code);
        var missing = await CommandRun.OfAsync(["export", Path.Combine(Folder, "y.json"), "--store", Path.Combine(Folder, "no.db")]);
        Assert.Equal(ExitCode.Store, missing.Code);
        Assert.Empty(Directory.GetFiles(Folder, "y.json*"));
    }

    private Task<CommandRun> ExportAsync(string file, params string[] more) => CommandRun.OfAsync(["export", file, .. more, "--store", Store]);
}
