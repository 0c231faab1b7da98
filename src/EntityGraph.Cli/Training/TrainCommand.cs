using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using EntityGraph.Evaluation;
using EntityGraph.Matching;

namespace EntityGraph.Cli.Training;

/// <summary><c>entitygraph train</c>: makes the models that are trained in this program.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal) => new("train", "Train a model that the program uses.") { Resolution(terminal) };

    private static Command Resolution(Terminal terminal)
    {
        var data = new Option<string>("--data") { Description = "The folder that holds data/gum and corpus", HelpName = "FOLDER", DefaultValueFactory = _ => "../shared" };
        var corpus = new Option<string>("--corpus") { Description = "A folder of more articles of the corpus", HelpName = "FOLDER", DefaultValueFactory = _ => "training/corpus/articles" };
        var output = new Option<string>("--out") { Description = "Where to write the matcher and its card", HelpName = "FOLDER", DefaultValueFactory = _ => "models/resolution" };
        var worst = new Option<bool>("--worst") { Description = "Show the pairs that were judged worst" };
        var command = new Command("resolution", "Train the matcher that says which entities of different articles are likely one.") { data, corpus, output, worst };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var folder = parsed.GetRequiredValue(data);
                var held = File.ReadLines(Path.Combine(folder, "corpus/held-out.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
                var articles = new[] { Path.Combine(folder, "corpus/articles"), parsed.GetRequiredValue(corpus) }
                    .SelectMany(f => Directory.GetFiles(f, "*.txt").Order(StringComparer.Ordinal))
                    .Where(f => !held.Contains(Path.GetFileNameWithoutExtension(f))).Select(CorpusReader.Read).ToList();
                var gum = EvaluationSets.Read("gum-all", folder).Articles;
                var pairs = KnownPairs.Of(gum, articles);
                Directory.CreateDirectory(parsed.GetRequiredValue(output));
                var path = Path.Combine(parsed.GetRequiredValue(output), "matcher.zip");
                var report = Matching.Training.Run(pairs, path);
                var card = Card(report, gum.Count, articles.Count, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellation))));
                await File.WriteAllTextAsync(Path.Combine(parsed.GetRequiredValue(output), "README.md"), card, cancellation);
                await terminal.Out.WriteAsync(card);
                if (parsed.GetValue(worst))
                {
                    foreach (var (probability, pair) in report.Worst)
                    {
                        await terminal.Out.WriteLineAsync(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{probability:0.000} {(pair.Label ? "one" : "two")}: {string.Join("; ", pair.Reasons.Select(r => $"{r.Kind} {r.Text}"))}"));
                    }
                }

                return ExitCode.Success;
            }
            catch (Exception e) when (e is GoldException or IOException or UnauthorizedAccessException)
            {
                terminal.Complain(e.Message);
                return ExitCode.SomeFailed;
            }
        });
        return command;
    }

    private static string Card(TrainingReport report, int documents, int articles, string hash) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # The matcher of entities across articles

        Says how likely two entities of different articles are one, from their names, the company they keep, what is said beside them
        and the pronouns for them. Gradient-boosted trees of Microsoft.ML (LightGBM) over {PairFeatures.Count} numbers
        (`src/EntityGraph.Matching/PairFeatures.cs`). Written by `entitygraph train resolution`; the same data give the same file but
        for the times inside the archive.

        | trained on | size | licence |
        |---|---|---|
        | GUM (Zeldes 2017), entities tied to Wikipedia | {documents} documents | annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain |
        | this project's corpus of invented news articles, without those held out | {articles} articles | the project's own |

        | five-fold cross-validation, identities and articles kept together | |
        |---|---|
        | pairs, of them one | {report.Pairs:N0}, {report.Ones:N0} |
        | expected calibration error | {report.CalibrationError:0.000} |
        | precision, recall at 0.5 | {report.AtHalf.Precision:0.000}, {report.AtHalf.Recall:0.000} |
        | lowest probability from which on none was wrong, recall there | {report.Sure.Threshold:0.0000}, {report.Sure.Recall:0.000} |

        `matcher.zip`: SHA-256 {hash}

        """);
}
