using System.CommandLine;
using System.Diagnostics;
using EntityGraph.Evaluation;
using EntityGraph.Extraction;
using Spectre.Console;

namespace EntityGraph.Cli.Evaluate;

/// <summary><c>entitygraph evaluate</c>: measures the extraction, or another program's annotations, against gold.</summary>
public static class EvaluateCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var sets = new Argument<string[]>("set")
        {
            Description = "What to measure on: " + string.Join("; ", EvaluationSets.Known.Select(s => $"{s.Name} ({s.Description})")),
            DefaultValueFactory = _ => ["dev", "seed"],
        };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder that holds gold/, corpus/ and data/",
            DefaultValueFactory = _ => new DirectoryInfo("../shared"),
        };
        var predictions = new Option<FileInfo?>("--predictions")
        {
            Description = "Score this file, EXTRACT-JSON as jsonl, instead of running the extraction",
        };
        var model = new Option<string?>("--model") { Description = "The folder of the tagger" };
        var json = new Option<bool>("--json") { Description = "Print everything that was measured as one JSON document" };
        var genres = new Option<bool>("--genres") { Description = "Show the figures genre by genre too" };
        var errors = new Option<bool>("--errors") { Description = "List every missed and every false edge, with its cause and passage" };
        var worst = new Option<bool>("--worst") { Description = "Show examples from the ten articles that each measure goes worst on" };
        var markdown = new Option<bool>("--markdown") { Description = "Print the tables in Markdown" };
        var texts = new Option<DirectoryInfo?>("--write-texts")
        {
            Description = "Write the sets' texts into this folder, for another program to annotate, and stop",
        };
        var command = new Command("evaluate", "Measure the extraction against gold; the measures are defined in docs/quality.md")
        {
            sets, data, predictions, model, json, genres, errors, worst, markdown, texts,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            try
            {
                var read = parsed.GetRequiredValue(sets).Select(name => EvaluationSets.Read(name, folder)).ToList();
                if (parsed.GetValue(texts) is { } into)
                {
                    return WriteTexts(read, into);
                }
                IReadOnlyList<EvaluationReport> reports = parsed.GetValue(predictions) is { } file
                    ? [.. MeasureFile(read, file.FullName)]
                    : Measure(read, parsed.GetValue(model));
                if (parsed.GetValue(json))
                {
                    Console.Out.WriteLine(EvaluationJson.Write(reports));
                    return 0;
                }
                var shown = new Shown(
                    parsed.GetValue(genres), parsed.GetValue(errors), parsed.GetValue(worst), parsed.GetValue(markdown));
                foreach (var report in reports)
                {
                    EvaluationTable.Print(AnsiConsole.Console, report, shown);
                }
                return 0;
            }
            catch (Exception e) when (e is GoldException or ModelException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }

    private static IEnumerable<EvaluationReport> MeasureFile(IEnumerable<EvaluationSet> sets, string path)
    {
        var predictions = new Predictions(ExtractJsonReader.Read(path), path);
        return sets.Select(set => Evaluator.Measure(set, predictions.Of, Resolution.ByName));
    }

    private static List<EvaluationReport> Measure(IEnumerable<EvaluationSet> sets, string? model)
    {
        using var annotator = Annotator.Load(model);
        var reports = new List<EvaluationReport>();
        foreach (var set in sets)
        {
            var articles = set.Articles.Select(g => new Article { Id = ContentId.OfArticle(g.Text, null, null), Text = g.Text }).ToList();
            // The first run pays for just-in-time compilation, which says nothing about the speed.
            annotator.Annotate([.. articles.Take(2)]);
            var clock = Stopwatch.StartNew();
            var annotated = annotator.Annotate(articles);
            var seconds = clock.Elapsed.TotalSeconds;
            var byGold = set.Articles.Zip(annotated).ToDictionary(p => p.First.Id, p => p.Second);
            reports.Add(Evaluator.Measure(
                set, g => byGold[g.Id], Resolution.ByName, set.Articles.Sum(a => Evaluator.CountWords(a.Text)) / seconds));
        }
        return reports;
    }

    private static int WriteTexts(IEnumerable<EvaluationSet> sets, DirectoryInfo folder)
    {
        folder.Create();
        var count = 0;
        foreach (var article in sets.SelectMany(s => s.Articles))
        {
            File.WriteAllText(Path.Combine(folder.FullName, article.Id + ".txt"), article.Text);
            count++;
        }
        Console.Out.WriteLine($"{count} texts in {folder.FullName}");
        return 0;
    }
}
