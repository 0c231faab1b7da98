using System.CommandLine;
using System.Globalization;
using EntityGraph.Matching;

namespace EntityGraph.Cli.Deciding;

/// <summary><c>entitygraph resolve</c>: shows which entities are likely one, and merges those that are surely so.</summary>
internal static class ResolveCommand
{
    public static Command Create(Terminal terminal)
    {
        var apply = new Option<bool>("--apply") { Description = "Merge, as the program's own decisions, what is at least this likely; each can be undone" };
        var threshold = new Option<double>("--threshold") { Description = "How likely", HelpName = "0 to 1", DefaultValueFactory = _ => Matcher.Sure };
        var limit = CommonOptions.Count("--limit", "How many suggestions to show", 20);
        var store = CommonOptions.Store();
        var command = new Command("resolve", "Tell which entities are likely one, or one likely two.") { apply, threshold, limit, store };
        CommandLine.AddToHelp(command, "Examples:\n  entitygraph resolve\n  entitygraph resolve --apply\n  entitygraph decisions --undo 4\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            var found = await new Suggestions(graph, Matcher.Load()).FindAsync(cancellation);
            if (parsed.GetValue(apply))
            {
                foreach (var suggestion in found.Where(s => s.Ruling is Ruling.Merge && s.Probability >= parsed.GetValue(threshold)))
                    await ApplyAsync(graph, suggestion, terminal, cancellation);
                return ExitCode.Success;
            }

            foreach (var suggestion in found.Take(parsed.GetValue(limit))) await terminal.Out.WriteLineAsync(Line(suggestion));
            if (found.Count == 0) await terminal.Out.WriteLineAsync("Nothing to suggest.");
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task ApplyAsync(IGraphStore graph, Suggestion suggestion, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var result = await graph.ApplyAsync(
                new GraphChange.Decide(suggestion.Ruling) { Reasons = [.. suggestion.Reasons, new Reason("probability", Percent(suggestion))] }, cancellation);
            if (result.Decision is not null) await terminal.Out.WriteLineAsync($"Decision {result.Decision.Number}: {Line(suggestion)}");
        }
        catch (DecisionException e)
        {
            // Another merge of the same run, or what a person decided, may stand in the way.
            await terminal.Out.WriteLineAsync($"Left: {Printable.Line(e.Message)}");
        }
    }

    private static string Line(Suggestion suggestion) => Printable.Line(
        $"{Percent(suggestion)}  {(suggestion.Ruling is Ruling.Separate ? $"{suggestion.Entities[0].Name} is two" : $"{suggestion.Entities[^1].Name} is {suggestion.Entities[0].Name}")}"
        + $" ({string.Join("; ", suggestion.Reasons.Select(r => $"{r.Kind}: {r.Text}"))})");

    private static string Percent(Suggestion suggestion) => suggestion.Probability.ToString("0.000", CultureInfo.InvariantCulture);
}
