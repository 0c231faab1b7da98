using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace EntityGraph.Matching;

/// <summary>Trains a matcher on pairs whose answer is known.</summary>
public static class Training
{
    private const int Folds = 5;

    /// <summary>
    /// Gradient-boosted trees (LightGBM) that minimise the logistic loss, by which their probabilities are calibrated. A logistic
    /// regression over the same numbers cannot say that one name speaks for two people where "he" and "she" speak against it.
    /// </summary>
    /// <param name="pairs">The pairs. Those of one group go into the same fold.</param>
    /// <param name="path">Where to write the matcher.</param>
    public static TrainingReport Run(IReadOnlyList<(PairFeatures Features, string Group)> pairs, string path)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var context = new MLContext(seed: 1);
        var folds = pairs.Select(p => p.Group).Distinct().Order(StringComparer.Ordinal).Select((group, i) => (group, i % Folds))
            .ToDictionary(f => f.group, f => f.Item2);
        var judged = new List<(double Probability, PairFeatures Pair)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = pairs.Where(p => folds[p.Group] == fold).Select(p => p.Features).ToList();
            if (held.Count == 0) continue;
            var matcher = Fit(context, pairs.Where(p => folds[p.Group] != fold).Select(p => p.Features), out _);
            judged.AddRange(matcher.Probabilities(held).Zip(held));
        }

        Fit(context, pairs.Select(p => p.Features), out var schema).Save(path, schema);
        return TrainingReport.Of(judged);
    }

    private static Matcher Fit(MLContext context, IEnumerable<PairFeatures> pairs, out DataViewSchema schema)
    {
        var data = context.Data.LoadFromEnumerable(pairs.ToList());
        schema = data.Schema;
        var pipeline = context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            FeatureColumnName = nameof(PairFeatures.Features),
            LabelColumnName = nameof(PairFeatures.Label),
            NumberOfThreads = 1,
            Seed = 1,
            NumberOfIterations = 150,
            LearningRate = 0.06,
            NumberOfLeaves = 15,
            MinimumExampleCountPerLeaf = 15,
        });
        return Matcher.Of(context, pipeline.Fit(data));
    }
}

/// <summary>How well pairs were judged by matchers that had not seen them.</summary>
/// <param name="Pairs">How many pairs there were.</param>
/// <param name="Ones">How many of them are one.</param>
/// <param name="CalibrationError">How far probabilities lie from shares, on average over ten ranges.</param>
/// <param name="AtHalf">Precision and recall where one half decides.</param>
/// <param name="Sure">The lowest probability from which on none was wrong, and how many are found so; 1 and 0 where there is none.</param>
public sealed record TrainingReport(int Pairs, int Ones, double CalibrationError, (double Precision, double Recall) AtHalf, (double Threshold, double Recall) Sure)
{
    private const int MostWorst = 60;

    /// <summary>The pairs that were judged worst, each with its probability.</summary>
    public IReadOnlyList<(double Probability, PairFeatures Pair)> Worst { get; private init; } = [];

    internal static TrainingReport Of(IReadOnlyList<(double Probability, PairFeatures Pair)> pairs)
    {
        var judged = pairs.Select(p => (p.Probability, IsOne: p.Pair.Label)).ToList();
        var ones = judged.Count(j => j.IsOne);
        var error = judged.GroupBy(j => Math.Min(9, (int)(j.Probability * 10)))
            .Sum(g => g.Count() / (double)judged.Count * Math.Abs(g.Average(j => j.Probability) - g.Average(j => j.IsOne ? 1 : 0)));
        var taken = judged.Where(j => j.Probability >= 0.5).ToList();
        var right = taken.Count(j => j.IsOne);
        var wrong = judged.Where(j => !j.IsOne).Select(j => j.Probability).DefaultIfEmpty().Max();
        var sure = judged.Where(j => j.IsOne && j.Probability > wrong).Select(j => j.Probability).ToList();
        return new TrainingReport(
            judged.Count, ones, error, (right / (double)Math.Max(1, taken.Count), right / (double)Math.Max(1, ones)),
            sure.Count == 0 ? (1, 0) : (sure.Min(), sure.Count / (double)ones))
        {
            Worst = [.. pairs.OrderByDescending(p => Math.Abs((p.Pair.Label ? 1 : 0) - p.Probability)).Take(MostWorst)],
        };
    }
}
