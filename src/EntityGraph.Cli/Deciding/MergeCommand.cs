using System.CommandLine;
using EntityGraph.Cli.Asking;

namespace EntityGraph.Cli.Deciding;

/// <summary><c>entitygraph merge</c>: decides that entities are one.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "Names, or ids, of what is the same", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = "The name, or id, of the entity that they are", HelpName = "NAME", Required = true };
        var by = DecisionsCommand.By();
        var preview = new Option<bool>("--preview") { Description = "Only tell what would move" };
        var store = CommonOptions.Store();
        var command = new Command("merge", "Decide that entities are one, now and in articles to come; it can be undone.") { names, into, by, preview, store };
        CommandLine.AddToHelp(command, "Examples:\n  entitygraph merge UK Britain --into \"United Kingdom\"\n  entitygraph decisions --undo 1\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            var lookup = new NameLookup(graph, terminal);
            if (await lookup.FindAsync(parsed.GetValue(into)!, cancellation) is not { } target) return ExitCode.Name;
            var sources = new List<GraphNode>();
            foreach (var name in parsed.GetValue(names)!)
            {
                if (await lookup.FindAsync(name, cancellation) is not { } source) return ExitCode.Name;
                sources.Add(source);
            }

            var ruling = new Ruling.Merge([.. sources.Select(s => s.Id)], target.Id);
            var moved = await graph.PreviewAsync(ruling, cancellation);
            if (moved.Refusal is not null) throw new DecisionException(moved.Refusal);
            if (moved.IsAlreadySo)
            {
                await terminal.Out.WriteLineAsync($"They are one already: {Printable.Line(target.Name)}.");
                return ExitCode.Success;
            }

            var what = $"{Counted(moved.Statements, "statement")}, {Counted(moved.Mentions, "mention")} in {Counted(moved.Articles, "article")}";
            if (parsed.GetValue(preview))
            {
                await terminal.Out.WriteLineAsync($"Would move to {Printable.Line(target.Name)}: {what}.");
                return ExitCode.Success;
            }

            var result = await graph.ApplyAsync(new GraphChange.Decide(ruling, parsed.GetValue(by)), cancellation);
            await terminal.Out.WriteLineAsync($"Decision {result.Decision?.Number}: moved to {Printable.Line(target.Name)} {what}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
