using System.CommandLine;
using System.Globalization;
using EntityGraph.Cli.Asking;
using EntityGraph.Transfer;

namespace EntityGraph.Cli.Exporting;

/// <summary><c>entitygraph export</c>: the graph as a file for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, or - for standard output" };
        var format = new Option<ExportFormat?>("--format")
        {
            Description = "The form of the file; else as its name ends",
            HelpName = string.Join('|', ExportFormats.Names),
            CustomParser = result =>
            {
                if (ExportFormats.OfName(result.Tokens[0].Value) is { } known)
                    return known;
                result.AddError($"--format: \"{result.Tokens[0].Value}\" is none of {string.Join(", ", ExportFormats.Names)}");
                return null;
            },
        };
        var speaker = new Option<string?>("--speaker") { Description = "Only statements of this one: a name or an id", HelpName = "NAME" };
        var mentioned = new Option<string?>("--mentioned") { Description = "Only statements that mention this one", HelpName = "NAME" };
        var filter = new FilterOptions();
        var force = new Option<bool>("--force") { Description = "Write over a file that is there" };
        var store = CommonOptions.Store();
        var command = new Command("export", "Write the graph, or what passes a filter, as a file for other programs.") { file, format, speaker, mentioned };
        filter.AddTo(command);
        command.Add(force);
        command.Add(store);
        command.Validators.Add(result =>
        {
            // A file that is not there is the argument's own error.
            if (result.GetValue(file) is { } path && result.GetResult(format) is null && ExportFormats.OfFile(path) is null)
                result.AddError($"the name \"{path}\" does not tell the form; give --format {string.Join('|', ExportFormats.Names)}");
        });
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph export graph.gexf
              entitygraph export news.zip --format csv --from 2026-01-01
              entitygraph export farage.graphml --mentioned "Nigel Farage" --min-confidence 0.8
              entitygraph export - --format cypher | cypher-shell -u neo4j
            Forms:
              graphml    GraphML: yEd, Cytoscape, NetworkX       gexf   GEXF 1.3: Gephi, with its timeline
              csv        nodes.csv and edges.csv in a zip file    csv-nodes, csv-edges   one of them alone
              json       nodes and edges as the web interface     cypher a script for Neo4j, to be run as often as wanted
                         gives them                               ftm    FollowTheMoney for Aleph, with the articles
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = new ExportTarget(parsed.GetValue(file)!, terminal);
            if (target.IsThere && !parsed.GetValue(force))
            {
                terminal.Complain($"{target.Path} is there already; give --force to write over it");
                return ExitCode.Output;
            }

            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            var lookup = new NameLookup(graph, terminal);
            var wanted = filter.Read(parsed);
            if (parsed.GetValue(speaker) is { } who)
            {
                if (await lookup.FindAsync(who, cancellation) is not { } node)
                    return ExitCode.Name;
                wanted = wanted with { SpeakerId = node.Id };
            }

            if (parsed.GetValue(mentioned) is { } whom)
            {
                if (await lookup.FindAsync(whom, cancellation) is not { } node)
                    return ExitCode.Name;
                wanted = wanted with { MentionedId = node.Id };
            }

            var form = parsed.GetValue(format) ?? ExportFormats.OfFile(target.Path)!.Value;
            try
            {
                var counts = await target.WriteAsync(
                    output => ExportProgress.ShowAsync(
                        terminal, progress => GraphExport.WriteAsync(graph, form, new ExportQuery { Filter = wanted }, output, progress, cancellation)));
                terminal.Error.WriteLine(Told(counts, target.Path));
                return ExitCode.Success;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Complain($"{target.Path} cannot be written: {e.Message}");
                return ExitCode.Output;
            }
        });
        return command;
    }

    private static string Told(ExportCounts counts, string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Nodes:N0} entities and {counts.Edges:N0} edges{(counts.Articles > 0 ? $" and {counts.Articles:N0} articles" : "")} are in {Printable.Line(path == "-" ? "standard output" : path)}.");
}
