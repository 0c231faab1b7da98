using System.CommandLine;
using System.Globalization;
using EntityGraph.Cli.Asking;

namespace EntityGraph.Cli.Deciding;

/// <summary><c>entitygraph decisions</c>: who decided what and when, and undoing it.</summary>
internal static class DecisionsCommand
{
    public static Command Create(Terminal terminal)
    {
        var undo = new Option<long?>("--undo") { Description = "Undo the decision of this number", HelpName = "NUMBER" };
        var by = By();
        var limit = CommonOptions.Count("--limit", "How many decisions, the last first", 20);
        var store = CommonOptions.Store();
        var json = CommonOptions.Json();
        var command = new Command("decisions", "List what was decided of the graph, or undo it.") { undo, by, limit, store, json };
        CommandLine.AddToHelp(command, "Examples:\n  entitygraph decisions\n  entitygraph decisions --undo 3\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var graph = await GraphPlace.OpenToAskAsync(parsed.GetValue(store)!, terminal, cancellation);
            if (parsed.GetValue(undo) is { } number) return await UndoAsync(graph, number, parsed.GetValue(by), terminal, cancellation);
            var page = await graph.DecisionsAsync(new DecisionQuery { Page = new PageRequest(Limit: parsed.GetValue(limit)) }, cancellation);
            if (parsed.GetValue(json))
            {
                await terminal.Out.WriteLineAsync(AnswerJson.Of(page));
                return ExitCode.Success;
            }

            if (page.Total == 0) await terminal.Out.WriteLineAsync("Nothing was decided yet.");
            foreach (var decision in page.Items) await terminal.Out.WriteLineAsync(Line(decision));
            if (page.Total > page.Items.Count) await terminal.Out.WriteLineAsync($"… and {page.Total - page.Items.Count} more (--limit)");
            return ExitCode.Success;
        });
        return command;
    }

    public static Option<string> By() => new("--by")
    {
        Description = "Who decides; else the name that you are logged in by",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private static async Task<int> UndoAsync(IGraphStore graph, long number, string? by, Terminal terminal, CancellationToken cancellation)
    {
        var result = await graph.ApplyAsync(new GraphChange.Undo(number, by), cancellation);
        await terminal.Out.WriteLineAsync(result.Outcome == ChangeOutcome.Undone ? $"Decision {number} is undone." : $"Decision {number} was undone already.");
        return ExitCode.Success;
    }

    private static string Line(Decision decision)
    {
        var names = decision.Entities.ToDictionary(e => e.Id, e => e.Name);
        var what = decision.Ruling switch
        {
            Ruling.Merge merge => $"{string.Join(", ", merge.EntityIds.Select(Name))} is {Name(merge.IntoId)}",
            Ruling.Separate separate => $"{Name(separate.EntityId)} is another in {separate.ArticleIds.Count} articles",
            Ruling.DoNotMerge apart => $"{Name(apart.FirstId)} is not {Name(apart.SecondId)}",
            Ruling.Retype retype => $"{Name(retype.EntityId)} is of type {retype.Type}",
            Ruling.ChangeSpeaker change => $"article {change.ArticleId}: the statement at {change.Content.Start} is {(change.SpeakerId is null ? "nobody's" : $"by {Name(change.SpeakerId)}")}",
            Ruling.NotAStatement denied => $"article {denied.ArticleId}: nothing is stated at {denied.Content.Start}",
            Ruling.ChangeMention change => $"article {change.ArticleId}: the mention at {change.Span.Start} is {(change.EntityId is null ? "nobody" : Name(change.EntityId))}",
            _ => decision.Ruling.ToString(),
        };
        var undone = decision.UndoneAt is { } at ? $"; undone {Day(at)} by {decision.UndoneBy ?? "the program"}" : "";
        var why = decision.Reasons.Count == 0 ? "" : $" ({string.Join("; ", decision.Reasons.Select(r => $"{r.Kind}: {r.Text}"))})";
        return Printable.Line($"{decision.Number}  {Day(decision.At)}  {decision.By ?? "the program"}: {what}{why}{undone}");

        string Name(string id) => names.GetValueOrDefault(id, id);
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
