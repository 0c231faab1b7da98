using System.Globalization;
using EntityGraph.Evaluation;
using Spectre.Console;

namespace EntityGraph.Cli.Evaluate;

/// <summary>Which parts of a report are shown beside its figures, and how.</summary>
/// <param name="Genres">The figures genre by genre.</param>
/// <param name="Errors">Every missed and every false edge.</param>
/// <param name="Worst">Examples from the articles that each measure goes worst on.</param>
/// <param name="Markdown">Tables in Markdown.</param>
public sealed record Shown(bool Genres, bool Errors, bool Worst, bool Markdown);

/// <summary>Prints a report as tables.</summary>
public static class EvaluationTable
{
    // A file has no width; a table must not be broken for want of one.
    private const int WidthOfFiles = 160;

    /// <summary>Prints it, with the parts that are asked for.</summary>
    public static void Print(IAnsiConsole console, EvaluationReport report, Shown shown)
    {
        var border = shown.Markdown ? TableBorder.Markdown : TableBorder.Simple;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Math.Max(console.Profile.Width, WidthOfFiles);
        }
        var speed = report.WordsPerSecond is { } w ? $", {Number(w)} words/s" : "";
        console.MarkupLineInterpolated(
            $"[bold]{report.Set}[/]: {report.Description}. {report.Articles} articles, {Number(report.Words)} words{speed}");
        console.Write(Scores(report.Scores.Where(s => shown.Genres || s.Genre is null), shown.Genres, border));
        if (report.Reliability.Count > 0)
        {
            console.Write(ReliabilityOf(report, border));
        }
        if (shown.Worst)
        {
            PrintWorst(console, report);
        }
        if (report.EdgeErrors.Count > 0)
        {
            console.Write(Causes(report, border));
        }
        if (shown.Errors)
        {
            foreach (var error in report.EdgeErrors)
            {
                PrintEdge(console, error);
            }
        }
    }

    private static Table Scores(IEnumerable<Score> scores, bool genres, TableBorder border)
    {
        var table = New(border, "measure", "");
        if (genres)
        {
            table.AddColumn("genre");
        }
        foreach (var heading in new[] { "F1", "95 %", "P", "R", "right", "predicted", "gold" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }
        foreach (var column in table.Columns)
        {
            column.NoWrap().Padding(0, 2);
        }
        var previous = "";
        foreach (var s in scores)
        {
            List<string> row =
                [s.Measure == previous ? "" : s.Measure, s.Part, Share(s.Value), $"{Share(s.Interval.Low)}–{Share(s.Interval.High)}"];
            if (genres)
            {
                row.Insert(2, s.Genre ?? "all");
            }
            // A recall has no predicted side.
            var t = s.Tally;
            row.AddRange(t is { Predicted: > 0 } full
                ? [Share(full.Precision), Share(full.Recall), Number(full.RightOfGold), Number(full.Predicted), Number(full.Gold)]
                : t is { } recall ? ["", Share(recall.Recall), Number(recall.RightOfGold), "", Number(recall.Gold)] : ["", "", "", "", ""]);
            table.AddRow([.. row.Select(c => new Text(c))]);
            previous = s.Measure;
        }
        return table;
    }

    private static Table ReliabilityOf(EvaluationReport report, TableBorder border)
    {
        var table = New(border, "confidence", "attributions", "mean confidence", "share right");
        foreach (var bin in report.Reliability)
        {
            table.AddRow($"{Share(bin.From)}–{Share(bin.To)}", Number(bin.Count), Share(bin.Confidence), Share(bin.Right));
        }
        return table;
    }

    private static Table Causes(EvaluationReport report, TableBorder border)
    {
        var table = New(border, "edges", "cause", "count");
        foreach (var group in report.EdgeErrors.GroupBy(e => (e.Missed, e.Cause))
            .OrderByDescending(g => g.Key.Missed).ThenByDescending(g => g.Count()))
        {
            table.AddRow(group.Key.Missed ? "missed" : "false", group.Key.Cause.ToString(), Number(group.Count()));
        }
        return table;
    }

    private static void PrintWorst(IAnsiConsole console, EvaluationReport report)
    {
        foreach (var measure in report.Worst.GroupBy(e => e.Measure))
        {
            console.MarkupLineInterpolated($"[bold]{measure.Key}[/], where it goes worst");
            foreach (var e in measure)
            {
                console.MarkupLineInterpolated(
                    $"  {e.ArticleId}@{e.Span.Start}  {e.What}: [underline]{e.Words}[/]\n    [dim]{e.Passage}[/]");
            }
        }
    }

    private static void PrintEdge(IAnsiConsole console, EdgeError e)
    {
        var (what, via) = (e.Missed ? "missed" : "false", e.Via.ToString().ToLowerInvariant());
        console.MarkupLineInterpolated(
            $"\n[bold]{what}[/] {e.Speaker} → {e.Mentioned}, by {via}: [bold]{e.Cause}[/]  [dim]{e.ArticleId}@{e.Place?.Start}[/]");
        console.MarkupLineInterpolated($"  evidence  {e.Evidence ?? ""}\n  passage   {e.Passage ?? ""}");
        foreach (var predicted in e.Predicted)
        {
            console.MarkupLineInterpolated($"  has       {predicted}");
        }
    }

    private static Table New(TableBorder border, params string[] columns)
    {
        var table = new Table().Border(border);
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }
        return table;
    }

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) =>
        value.ToString(value == Math.Floor(value) || value >= 1000 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
}
