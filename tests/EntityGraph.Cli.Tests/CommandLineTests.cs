namespace EntityGraph.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frob", "\"frob\" is no command or option here", "Try: entitygraph --help")]
    [InlineData("", "Required command was not provided.", "Try: entitygraph --help")]
    [InlineData("extract", "Required argument missing for command: 'extract'.", "Try: entitygraph extract --help")]
    [InlineData("extract a --frob", "\"--frob\" is no option here (a file of that name is ./--frob)", "Try: entitygraph extract --help")]
    [InlineData("extract a --map text", "--map: \"text\" is not of the form PART=FIELD", "Try: entitygraph extract --help")]
    [InlineData("ingest a --max-articles 0", "--max-articles: it must be 1 or more", "Try: entitygraph ingest --help")]
    [InlineData("who-mentioned a --from 5.3.2026", "--from: \"5.3.2026\" is no day of the form YYYY-MM-DD", "Try: entitygraph who-mentioned --help")]
    [InlineData("who-mentioned a --kind loud", "--kind: \"loud\" is none of direct, indirect, mixed", "Try: entitygraph who-mentioned --help")]
    [InlineData("who-mentioned a --min-confidence 2", "--min-confidence: \"2\" is no number from 0 to 1", "Try: entitygraph who-mentioned --help")]
    [InlineData("said-about a b --limit 1001", "--limit: 1001 is not from 1 to 1000", "Try: entitygraph said-about --help")]
    public async Task A_line_that_is_not_understood_is_answered_in_one_line_and_where_to_look(string line, string complaint, string hint)
    {
        var run = await CommandRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal(["entitygraph: " + complaint, hint], run.ErrorLines);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("extract --help")]
    [InlineData("ingest -h")]
    [InlineData("who-mentioned --help")]
    [InlineData("said-about --help")]
    [InlineData("evaluate --help")]
    [InlineData("serve --help")]
    public async Task Help_has_examples_and_exit_codes(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.Contains("3  the store cannot be opened", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("EntityGraph.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told() => Assert.Matches(@"^\d+\.\d+\.\d+", (await CommandRun.OfAsync(["--version"])).Out);
}
