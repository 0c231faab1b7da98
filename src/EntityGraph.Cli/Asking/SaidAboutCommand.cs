using System.CommandLine;

namespace EntityGraph.Cli.Asking;

/// <summary><c>entitygraph said-about</c>: what one said of another.</summary>
internal static class SaidAboutCommand
{
    public static Command Create(Terminal terminal)
    {
        var speaker = new Argument<string>("SPEAKER") { Description = "Who spoke: a name, a part of one that only one entity has, or an id" };
        var name = new Argument<string>("NAME") { Description = "Of whom" };
        var filter = new FilterOptions();
        var limit = CommonOptions.Count("--limit", "How many statements", 50);
        var store = CommonOptions.Store();
        var json = CommonOptions.Json();
        var command = new Command("said-about", "Tell what one said about another, earliest first.") { speaker, name };
        filter.AddTo(command);
        command.Add(limit);
        command.Add(store);
        command.Add(json);
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph said-about "Elon Musk" "Nigel Farage"
              entitygraph said-about Musk Farage --outlet "The Fenwick Courier" --json
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            var lookup = new NameLookup(graph, terminal);
            var who = await lookup.FindAsync(parsed.GetValue(speaker)!, cancellation);
            var whom = await lookup.FindAsync(parsed.GetValue(name)!, cancellation);
            if (who is null || whom is null)
                return ExitCode.Name;
            var wanted = filter.Read(parsed) with { SpeakerId = who.Id, MentionedId = whom.Id };
            var page = await graph.EvidenceAsync(wanted, new PageRequest(Limit: parsed.GetValue(limit)), cancellation);
            if (parsed.GetValue(json))
                await terminal.Out.WriteLineAsync(AnswerJson.Of(new { speaker = who, mentioned = whom, total = page.Total, statements = page.Items }));
            else
                Print(new StatementPrinter(terminal.OutConsole), who, whom, page);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(StatementPrinter printer, GraphNode who, GraphNode whom, Page<Evidence> page)
    {
        printer.Heading(who, page.Total switch
        {
            0 => $" made no such statement about {whom.Name}.",
            1 => $" made 1 statement about {whom.Name}.",
            _ => $" made {page.Total} statements about {whom.Name}.",
        });
        printer.Line("");
        foreach (var statement in page.Items)
            printer.Statement(statement);
        if (page.Total > page.Items.Count)
            printer.Line($"… and {page.Total - page.Items.Count} more (--limit)");
    }
}
