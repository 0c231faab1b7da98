using System.CommandLine;
using System.Globalization;

namespace EntityGraph.Cli.Asking;

/// <summary><c>entitygraph who-mentioned</c>: who spoke of somebody, with the sentences that prove it.</summary>
internal static class WhoMentionedCommand
{
    private const int UsualPassages = 3;

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "A name, a part of one that only one entity has, or an id" };
        var filter = new FilterOptions();
        var limit = CommonOptions.Count("--limit", "How many speakers", 20);
        var passages = CommonOptions.Count("--passages", "How many sentences of each speaker", UsualPassages);
        var store = CommonOptions.Store();
        var json = CommonOptions.Json();
        var command = new Command("who-mentioned", "Tell who spoke of somebody, how often and in which words.") { name };
        filter.AddTo(command);
        command.Add(limit);
        command.Add(passages);
        command.Add(store);
        command.Add(json);
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph who-mentioned "Elon Musk"
              entitygraph who-mentioned Farage --from 2026-01-01 --kind direct --min-confidence 0.8
              entitygraph who-mentioned "Reform UK" --json
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            if (await new NameLookup(graph, terminal).FindAsync(parsed.GetValue(name)!, cancellation) is not { } mentioned)
                return ExitCode.Name;
            var wanted = filter.Read(parsed) with { MentionedId = mentioned.Id };
            var rows = await graph.WhoMentionedAsync(wanted, new PageRequest(Limit: parsed.GetValue(limit)), cancellation);
            var evidence = new List<Page<Evidence>>();
            foreach (var row in rows.Items)
            {
                evidence.Add(await graph.EvidenceAsync(
                    wanted with { SpeakerId = row.Speaker.Id }, new PageRequest(Limit: parsed.GetValue(passages)), cancellation));
            }

            if (parsed.GetValue(json))
            {
                var answer = new
                {
                    mentioned,
                    total = rows.Total,
                    rows = rows.Items.Zip(evidence, (row, page) => new { row.Speaker, row.Edge, row.Outlets, statements = page.Items }),
                };
                await terminal.Out.WriteLineAsync(AnswerJson.Of(answer));
            }
            else
            {
                Print(new StatementPrinter(terminal.OutConsole), mentioned, rows, evidence);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(StatementPrinter printer, GraphNode mentioned, Page<WhoMentioned> rows, List<Page<Evidence>> evidence)
    {
        printer.Heading(mentioned, rows.Total switch
        {
            0 => " is mentioned by nobody in these statements.",
            1 => " is mentioned by 1 speaker.",
            _ => $" is mentioned by {rows.Total} speakers.",
        });
        printer.Line("");
        for (var i = 0; i < rows.Items.Count; i++)
        {
            var (row, page) = (rows.Items[i], evidence[i]);
            printer.Heading(row.Speaker, $"  {Counted(row.Edge.Count, "statement")} in {Counted(row.Edge.Articles, "article")}{Days(row.Edge)}");
            foreach (var statement in page.Items)
                printer.Statement(statement);
            if (page.Total > page.Items.Count)
                printer.Line($"  … and {page.Total - page.Items.Count} more (--passages)");
        }

        if (rows.Total > rows.Items.Count)
            printer.Line($"… and {rows.Total - rows.Items.Count} more speakers (--limit)");
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Days(GraphEdge edge) => (edge.First, edge.Last) switch
    {
        (null, _) or (_, null) => "",
        var (first, last) when first == last => $", {Day(first.Value)}",
        var (first, last) => $", {Day(first.Value)} to {Day(last.Value)}",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
