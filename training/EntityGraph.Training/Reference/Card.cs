using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EntityGraph.Extraction.References;

namespace EntityGraph.Training.Reference;

/// <summary>What is written beside the rankers, by the run that trained them.</summary>
internal static class Card
{
    public static string Of(
        IReadOnlyList<TrainingSet> sets,
        TreeOptions options,
        IReadOnlyDictionary<ReferenceKind, double> none,
        IReadOnlyList<Scored> scores,
        string folder,
        string taggerHash)
    {
        var card = new StringBuilder();
        void Line(FormattableString line) => card.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"# The rankers of reference");
        Line($"");
        Line($"For a pronoun or a description they say how likely each entity mentioned near it is what it refers to: `people.zip` for \"he\" and \"she\", `things.zip` for \"it\" and \"they\", `descriptions.zip` for \"the council leader\". Boosted trees (LightGBM) in ML.NET's form, binary: is this candidate right? They read {Enum.GetNames<Feature>().Length} numbers; `reference.json` names them in order, with the probability that the best candidate has to exceed. `src/EntityGraph.Extraction/References` computes them.");
        Line($"");
        Line($"Written by `dotnet run -c Release --project training/EntityGraph.Training -- reference`; the same data and tagger give the same trees.");
        Line($"");
        Line($"| trained on | articles | licence |");
        Line($"|---|---|---|");
        foreach (var set in sets)
            Line($"| {set.Name} | {set.Articles.Count} | {set.Licence} |");
        Line($"");
        Line($"{options.Trees} trees of {options.Leaves} leaves, rate {options.LearningRate}, {options.RowsPerLeaf} rows a leaf, {options.FeatureShare} of the features and {options.RowShare} of the rows a tree, ridge {options.Ridge}, seed 1. Resolved from: {string.Join(", ", none.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key.ToString().ToLowerInvariant()} {n.Value}")))}. Tagger: SHA-256 {taggerHash}.");
        Line($"");
        Line($"Five-fold cross-validation by article, on references that the tagger finds. The tagger has seen these articles in its own training, so its scores are better here than elsewhere; what counts is in `docs/quality.md`, on held-out articles.");
        Line($"");
        Line($"| set | kind | by the tagger's score alone, F1 | ranker, F1 | right | resolved | to resolve |");
        Line($"|---|---|---|---|---|---|---|");
        foreach (var s in scores.Where(s => s.How == ReferenceTraining.Final))
        {
            var plain = scores.First(p => p.How == ReferenceTraining.Plain && p.Set == s.Set && p.Kind == s.Kind);
            Line($"| {s.Set} | {s.Kind.ToString().ToLowerInvariant()} | {plain.F1:.000} | {s.F1:.000} | {s.Right} | {s.Resolved} | {s.Wanted} |");
        }

        Line($"");
        Line($"| file | SHA-256 |");
        Line($"|---|---|");
        foreach (var file in Directory.GetFiles(folder, "*.zip").Order(StringComparer.Ordinal))
            Line($"| {Path.GetFileName(file)} | {Hash(file)} |");
        return card.ToString();
    }

    internal static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
