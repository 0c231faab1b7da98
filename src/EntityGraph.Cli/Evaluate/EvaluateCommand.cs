using System.CommandLine;
using System.Diagnostics;
using EntityGraph.Evaluation;
using EntityGraph.Extraction;
using EntityGraph.Matching;

namespace EntityGraph.Cli.Evaluate;

/// <summary><c>entitygraph evaluate</c>: measures the extraction, or another program's annotations, against gold.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var sets = new Argument<string[]>("SET")
        {
            Description = $"What to measure on: {string.Join(", ", EvaluationSets.Known.Select(s => s.Name))}",
            DefaultValueFactory = _ => ["dev", "seed"],
        };
        var data = new Option<string>("--data")
        {
            Description = "The folder that holds the sets: gold/, corpus/ and data/",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "../shared",
        };
        var predictions = new Option<string?>("--predictions")
        {
            Description = "Score these annotations, an article a line as extract prints it, instead of running the extraction",
            HelpName = "FILE",
        };
        var texts = new Option<string?>("--write-texts")
        {
            Description = "Write the sets' plain texts into this folder, for another program to annotate, and stop",
            HelpName = "FOLDER",
        };
        var genres = new Option<bool>("--genres") { Description = "Show the figures genre by genre too" };
        var errors = new Option<bool>("--errors") { Description = "List every missed and every false edge with its cause and passage" };
        var worst = new Option<bool>("--worst") { Description = "Show errors from the ten articles that each measure goes worst on" };
        var markdown = new Option<bool>("--markdown") { Description = "Print the tables in Markdown" };
        var matcher = new Option<string?>("--matcher")
        {
            Description = "Merge entities across articles by this matcher, not by name and type alone",
            HelpName = "FILE",
        };
        var threshold = new Option<double>("--threshold")
        {
            Description = "From which probability on the matcher merges",
            HelpName = "0 to 1",
            DefaultValueFactory = _ => 0.5,
        };
        var json = CommonOptions.Json();
        json.Description = "Print everything that was measured as one JSON document";
        var model = CommonOptions.Model();
        var command = new Command("evaluate", "Measure the extraction against annotated articles; docs/quality.md defines the measures.")
        {
            sets, data, predictions, texts, genres, errors, worst, markdown, matcher, threshold, json, model,
        };
        CommandLine.AddToHelp(
            command,
            $"""
            Sets:
            {string.Join('\n', EvaluationSets.Known.Select(s => $"  {s.Name,-10}{s.Description}"))}

            Examples:
              entitygraph evaluate
              entitygraph evaluate dev --errors
              entitygraph evaluate corpus gum --genres --json > measured.json
              entitygraph evaluate corpus --write-texts texts/
              entitygraph evaluate corpus --predictions theirs.jsonl
            """ + "\n");
        command.SetAction((parsed, cancellation) =>
        {
            try
            {
                var read = parsed.GetRequiredValue(sets).Select(name => EvaluationSets.Read(name, parsed.GetRequiredValue(data))).ToList();
                if (parsed.GetValue(texts) is { } folder)
                {
                    terminal.Out.WriteLine($"{WriteTexts(read, folder)} texts in {folder}");
                    return Task.FromResult(ExitCode.Success);
                }
                var resolution = parsed.GetValue(matcher) is { } path ? new MatchedResolution(Matcher.Load(path), parsed.GetValue(threshold)) : null;
                var reports = parsed.GetValue(predictions) is { } file
                    ? Measure(read, file, resolution)
                    : Measure(read, () => Annotator.Load(parsed.GetValue(model)), resolution, cancellation);
                if (parsed.GetValue(json))
                {
                    terminal.Out.WriteLine(EvaluationJson.Write(reports));
                    return Task.FromResult(ExitCode.Success);
                }
                var shown = new Shown(
                    parsed.GetValue(genres), parsed.GetValue(errors), parsed.GetValue(worst), parsed.GetValue(markdown));
                var table = new EvaluationTable(terminal.OutConsole, terminal.IsOutTerminal, shown);
                reports.ForEach(table.Print);
                return Task.FromResult(ExitCode.Success);
            }
            catch (Exception e) when (e is GoldException or IOException or UnauthorizedAccessException)
            {
                terminal.Complain(e.Message);
                return Task.FromResult(ExitCode.SomeFailed);
            }
        });
        return command;
    }

    private static List<EvaluationReport> Measure(IEnumerable<EvaluationSet> sets, string predictionsFile, MatchedResolution? resolution)
    {
        var predictions = new Predictions(ExtractJsonReader.Read(predictionsFile), predictionsFile);
        return [.. sets.Select(set => Evaluator.Measure(
            set, predictions.Of, resolution is null ? Resolution.ByName : resolution.Over(set.Articles.Select(predictions.Of))))];
    }

    private static List<EvaluationReport> Measure(
        IEnumerable<EvaluationSet> sets, Func<Annotator> load, MatchedResolution? resolution, CancellationToken cancellation)
    {
        using var annotator = load();
        var reports = new List<EvaluationReport>();
        foreach (var set in sets)
        {
            var articles = set.Articles.Select(g => new Article { Id = ContentId.OfArticle(g.Text, null, null), Text = g.Text }).ToList();
            // The first run pays for just-in-time compilation, which says nothing about the speed.
            annotator.Annotate([.. articles.Take(2)], cancellation);
            var clock = Stopwatch.StartNew();
            var annotated = annotator.Annotate(articles, cancellation);
            var seconds = clock.Elapsed.TotalSeconds;
            var byGold = set.Articles.Zip(annotated).ToDictionary(p => p.First.Id, p => p.Second);
            reports.Add(Evaluator.Measure(
                set, g => byGold[g.Id], resolution is null ? Resolution.ByName : resolution.Over(annotated), set.Articles.Sum(a => Evaluator.CountWords(a.Text)) / seconds));
        }
        return reports;
    }

    private static int WriteTexts(IEnumerable<EvaluationSet> sets, string folder)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        foreach (var article in sets.SelectMany(s => s.Articles))
        {
            File.WriteAllText(Path.Combine(folder, article.Id + ".txt"), article.Text);
            count++;
        }
        return count;
    }
}
