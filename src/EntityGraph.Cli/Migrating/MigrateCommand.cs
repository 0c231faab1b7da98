using System.CommandLine;
using System.Globalization;
using EntityGraph.Transfer;

namespace EntityGraph.Cli.Migrating;

/// <summary><c>entitygraph migrate</c>: a whole graph from one store into another.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var from = new Option<string>("--from") { Description = "The graph to copy: a file or the address of a Neo4j server; it is only read", HelpName = "FILE|ADDRESS", Required = true };
        var to = new Option<string>("--to") { Description = "Where to: an empty store, or one that an earlier run began to fill", HelpName = "FILE|ADDRESS", Required = true };
        var command = new Command("migrate", "Copy a whole graph into another store, and see that both are the same.") { from, to };
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph migrate --from data/entitygraph.db --to http://localhost:7474/db/neo4j
              entitygraph migrate --from neo4j --to copy.db
            A run that was broken off is taken up by the same command. Nobody should write to either store meanwhile.
            A Neo4j server's user and password: ENTITYGRAPH__NEO4J__USER and ENTITYGRAPH__NEO4J__PASSWORD in the environment.
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            var (source, target) = (parsed.GetValue(from)!, parsed.GetValue(to)!);
            if (GraphPlace.Of(source) == GraphPlace.Of(target))
            {
                terminal.Complain("--from and --to are the same store");
                return ExitCode.Usage;
            }

            await using var original = await GraphPlace.OpenToAskAsync(source, terminal, cancellation);
            await using var copy = await GraphPlace.OpenAsync(target, terminal, cancellation);
            try
            {
                return await MigrateAsync(original, copy, target, terminal, cancellation);
            }
            catch (DecisionException e)
            {
                terminal.Complain($"{target} has decisions of its own and is no beginning of a copy: {e.Message}");
                return ExitCode.Store;
            }
        });
        return command;
    }

    private static async Task<int> MigrateAsync(IGraphStore source, IGraphStore target, string name, Terminal terminal, CancellationToken cancellation)
    {
        var copy = await GraphCopy.PrepareAsync(source, target, cancellation);
        if (copy.Others > 0)
        {
            terminal.Complain($"{name} holds {Counted(copy.Others)} that the source does not have; nothing was changed. Give an empty store.");
            return ExitCode.Store;
        }

        var counts = await MigrationProgress.ShowAsync(terminal, copy.Total, progress => copy.RunAsync(progress, cancellation));
        terminal.Out.WriteLine($"copied        {counts.Copied,9:N0} articles{(counts.There > 0 ? string.Create(CultureInfo.InvariantCulture, $", {counts.There:N0} were there") : "")}");
        var (before, after) = (await GraphDigest.OfAsync(source, cancellation: cancellation), await GraphDigest.OfAsync(target, cancellation: cancellation));
        Told("articles", before.Articles, after.Articles);
        Told("statements", before.Attributions, after.Attributions);
        Told("decisions", before.Decisions, after.Decisions);
        Told("entities", before.Nodes, after.Nodes);
        Told("edges", before.Edges, after.Edges);
        terminal.Out.WriteLine($"checksum      {before.Checksum}{(before == after ? ", the same in both" : $" in the source, {after.Checksum} in the target")}");
        if (before == after)
            return ExitCode.Success;
        terminal.Complain("the copy is not the same as the source; was one of them written to meanwhile? Run the command again to complete it");
        foreach (var difference in await GraphComparison.DifferencesAsync(source, target, cancellation: cancellation))
            terminal.Error.WriteLine($"  {Printable.Line(difference)}");
        return ExitCode.SomeFailed;

        void Told(string what, Digest source, Digest target) => terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-13} {source.Count,9:N0}{(source == target ? "" : $"  but {target.Count:N0} in the target, or others")}"));
    }

    private static string Counted(long articles) => articles == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles");
}
