using System.Globalization;
using EntityGraph.Evaluation;
using Spectre.Console;

namespace EntityGraph.Cli.Evaluate;

/// <summary>Which parts of a report are shown beside its figures, and how.</summary>
/// <param name="Genres">The figures genre by genre.</param>
/// <param name="Errors">Every missed and every false edge.</param>
/// <param name="Worst">Examples from the articles that each measure goes worst on.</param>
/// <param name="Markdown">Tables in Markdown.</param>
internal sealed record Shown(bool Genres, bool Errors, bool Worst, bool Markdown);

/// <summary>Prints reports as tables.</summary>
internal sealed class EvaluationTable
{
    // A file has no width; a table must not be broken for want of one.
    private const int WidthOfFiles = 160;

    private readonly IAnsiConsole _console;
    private readonly Shown _shown;
    private readonly TableBorder _border;

    public EvaluationTable(IAnsiConsole console, bool isTerminal, Shown shown)
    {
        (_console, _shown) = (console, shown);
        _border = shown.Markdown ? TableBorder.Markdown : TableBorder.Simple;
        if (!isTerminal)
            console.Profile.Width = WidthOfFiles;
    }

    /// <summary>Prints one.</summary>
    public void Print(EvaluationReport report)
    {
        var speed = report.WordsPerSecond is { } w ? $", {Number(w)} words/s" : "";
        _console.MarkupLineInterpolated(
            $"[bold]{report.Set}[/]: {report.Description}. {report.Articles} articles, {Number(report.Words)} words{speed}");
        _console.Write(Scores(report.Scores.Where(s => _shown.Genres || s.Genre is null), _shown.Genres));
        if (report.Reliability.Count > 0)
        {
            _console.Write(ReliabilityOf(report));
        }
        if (_shown.Worst)
        {
            PrintWorst(report);
        }
        if (report.EdgeErrors.Count > 0)
        {
            _console.Write(Causes(report));
        }
        if (_shown.Errors)
        {
            foreach (var error in report.EdgeErrors)
            {
                PrintEdge(error);
            }
        }
    }

    private Table Scores(IEnumerable<Score> scores, bool genres)
    {
        var table = New("measure", "");
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

    private Table ReliabilityOf(EvaluationReport report)
    {
        var table = New("confidence", "attributions", "mean confidence", "share right");
        foreach (var bin in report.Reliability)
        {
            table.AddRow($"{Share(bin.From)}–{Share(bin.To)}", Number(bin.Count), Share(bin.Confidence), Share(bin.Right));
        }
        return table;
    }

    private Table Causes(EvaluationReport report)
    {
        var table = New("edges", "cause", "count");
        foreach (var group in report.EdgeErrors.GroupBy(e => (e.Missed, e.Cause))
            .OrderByDescending(g => g.Key.Missed).ThenByDescending(g => g.Count()))
        {
            table.AddRow(group.Key.Missed ? "missed" : "false", group.Key.Cause.ToString(), Number(group.Count()));
        }
        return table;
    }

    private void PrintWorst(EvaluationReport report)
    {
        foreach (var measure in report.Worst.GroupBy(e => e.Measure))
        {
            _console.MarkupLineInterpolated($"[bold]{measure.Key}[/], where it goes worst");
            foreach (var e in measure)
            {
                _console.MarkupLineInterpolated(
                    $"  {e.ArticleId}@{e.Span.Start}  {e.What}: [underline]{e.Words}[/]\n    [dim]{e.Passage}[/]");
            }
        }
    }

    private void PrintEdge(EdgeError e)
    {
        var (what, via) = (e.Missed ? "missed" : "false", e.Via.ToString().ToLowerInvariant());
        _console.MarkupLineInterpolated(
            $"\n[bold]{what}[/] {e.Speaker} → {e.Mentioned}, by {via}: [bold]{e.Cause}[/]  [dim]{e.ArticleId}@{e.Place?.Start}[/]");
        _console.MarkupLineInterpolated($"  evidence  {e.Evidence ?? ""}\n  passage   {e.Passage ?? ""}");
        foreach (var predicted in e.Predicted)
        {
            _console.MarkupLineInterpolated($"  has       {predicted}");
        }
    }

    private Table New(params string[] columns)
    {
        var table = new Table().Border(_border);
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
