using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EntityGraph.Extraction;
using EntityGraph.Extraction.References;

namespace EntityGraph.Training.Reference;

/// <summary><c>reference</c>: trains the rankers that say what pronouns and descriptions refer to.</summary>
internal static class ReferenceCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder that holds corpus/ and data/", DefaultValueFactory = _ => "../shared" };
        var own = new Option<string>("--own") { Description = "The folder of the articles to train on that live here", DefaultValueFactory = _ => "training/corpus" };
        var model = new Option<string>("--model") { Description = "The tagger's folder", DefaultValueFactory = _ => Annotator.DefaultModelFolder };
        var output = new Option<string>("--out") { Description = "Where to write the rankers and their card", DefaultValueFactory = _ => "models/reference" };
        var without = new Option<string[]>("--without") { Description = "Sets to leave out", AllowMultipleArgumentsPerToken = true };
        var aside = new Option<string?>("--aside") { Description = "A file of ids of articles not to train on" };
        var keep = new Option<string?>("--keep") { Description = "A folder to keep the tagger's output in, and to read it from the next time" };
        var trees = new Option<int>("--trees") { Description = "How many trees", DefaultValueFactory = _ => new TreeOptions().Trees };
        var leaves = new Option<int>("--leaves") { Description = "How many leaves a tree has", DefaultValueFactory = _ => new TreeOptions().Leaves };
        var rate = new Option<double>("--rate") { Description = "How much each tree adds", DefaultValueFactory = _ => new TreeOptions().LearningRate };
        var command = new Command("reference", "Train the rankers of reference and write their card.") { data, own, model, output, without, aside, keep, trees, leaves, rate };
        command.SetAction(parsed =>
        {
            var left = parsed.GetValue(aside) is { } file ? File.ReadAllLines(file).ToHashSet() : [];
            var sets = TrainingSet.All(parsed.GetRequiredValue(data), parsed.GetRequiredValue(own))
                .Where(s => !parsed.GetRequiredValue(without).Contains(s.Name))
                .Select(s => s with { Articles = [.. s.Articles.Where(a => !left.Contains(a.Id))] }).ToList();
            var options = new TreeOptions { Trees = parsed.GetValue(trees), Leaves = parsed.GetValue(leaves), LearningRate = parsed.GetValue(rate) };
            Train(sets, options, new Tagging(parsed.GetRequiredValue(model), parsed.GetValue(keep), Tell), parsed.GetRequiredValue(output));
        });
        return command;
    }

    private static void Train(IReadOnlyList<TrainingSet> sets, TreeOptions options, Tagging tagging, string folder)
    {
        var trainer = new RankerTrainer(options);
        var (models, none, scores) = new ReferenceTraining(tagging.Of(sets), trainer, Tell).Run();
        Directory.CreateDirectory(folder);
        foreach (var (kind, model) in models)
            trainer.Save(model, Path.Combine(folder, AntecedentRanker.FileOf(kind)));
        var layout = new RankerLayout(Enum.GetNames<Feature>(), none.ToDictionary(n => n.Key.ToString(), n => n.Value));
        File.WriteAllText(Path.Combine(folder, AntecedentRanker.Description), JsonSerializer.Serialize(layout, RankerLayout.Form));
        File.WriteAllText(Path.Combine(folder, "README.md"), Card.Of(sets, options, none, scores, folder, tagging.Hash));
        foreach (var s in scores)
            Tell(string.Create(CultureInfo.InvariantCulture, $"{s.How,-20} {s.Set,-16} {s.Kind,-13} right {s.Right,6} of {s.Resolved,6} resolved, {s.Wanted,6} wanted: F1 {s.F1:.000}"));
    }

    private static void Tell(string line) => Console.Error.WriteLine(line);
}
