using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.LightGbm;

namespace EntityGraph.Extraction.References;

/// <summary>
/// Learned rankers of candidates, one for each kind of reference. Each says how likely a candidate is right; that none is has the
/// likelihood at which, in training, it was better to leave a reference open.
/// </summary>
internal sealed class AntecedentRanker(IReadOnlyDictionary<ReferenceKind, AntecedentModel> models) : IAntecedentChooser
{
    /// <summary>The file beside the models that says what they read.</summary>
    public const string Description = "reference.json";

    /// <exception cref="ModelException">A file is missing, unreadable or of another layout.</exception>
    public static AntecedentRanker Load(string folder)
    {
        var path = Path.Combine(folder, Description);
        var layout = Read(path);
        if (!layout.Features.SequenceEqual(Enum.GetNames<Feature>()))
            throw new ModelException($"{path}: the rankers read other features than this program gives");
        var context = new MLContext();
        return new AntecedentRanker(Enum.GetValues<ReferenceKind>().ToDictionary(k => k, kind =>
            layout.None.TryGetValue(kind.ToString(), out var none)
                ? new AntecedentModel(LoadModel(context, Path.Combine(folder, FileOf(kind))), none)
                : throw new ModelException($"{path}: nothing is said of {kind}")));
    }

    public static string FileOf(ReferenceKind kind) => $"{kind.ToString().ToLowerInvariant()}.zip";

    public AntecedentModel ModelOf(ReferenceKind kind) => models[kind];

    public Choice Choose(ReferenceKind kind, MentionDraft reference, IReadOnlyList<Candidate> candidates)
    {
        var model = models[kind];
        var (best, highest) = ((Candidate?)null, 0.0);
        foreach (var candidate in candidates)
        {
            var probability = model.Probability(candidate.Features);
            if (probability > highest)
                (best, highest) = (candidate, probability);
        }

        return new Choice(best, highest, highest > model.None);
    }

    private static ITransformer LoadModel(MLContext context, string path)
    {
        if (!File.Exists(path))
            throw new ModelException($"{path}: the ranker's file is missing");
        try
        {
            return context.Model.Load(path, out _);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException or InvalidDataException)
        {
            throw new ModelException($"{path}: not a ranker ({e.Message})", e);
        }
    }

    private static RankerLayout Read(string path)
    {
        if (!File.Exists(path))
            throw new ModelException($"{path}: the rankers' description is missing");
        try
        {
            return JsonSerializer.Deserialize<RankerLayout>(File.ReadAllBytes(path), RankerLayout.Form) ?? throw new JsonException("is empty");
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path}: not a ranker's description ({e.Message})", e);
        }
    }
}

/// <summary>What the rankers read and when they answer.</summary>
/// <param name="Features">The names of their features, in order.</param>
/// <param name="None">For each kind of reference, the probability above which the best candidate is taken.</param>
internal sealed record RankerLayout(IReadOnlyList<string> Features, IReadOnlyDictionary<string, double> None)
{
    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}

/// <summary>One ranker: trees, and how their score reads as a probability.</summary>
internal sealed class AntecedentModel
{
    private readonly BoostedTrees _trees;
    private readonly PlattCalibrator _calibrator;

    public AntecedentModel(ITransformer transformer, double none)
    {
        var last = transformer is IEnumerable<ITransformer> chain ? chain.Last() : transformer;
        if (last is not ISingleFeaturePredictionTransformer<object> { Model: CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator> model })
            throw new ModelException($"A ranker of boosted trees is wanted, not {last.GetType().Name}");
        (_trees, _calibrator, None) = (new BoostedTrees(model.SubModel), model.Calibrator, none);
    }

    /// <summary>The probability above which the best candidate is taken.</summary>
    public double None { get; }

    public double Probability(ReadOnlySpan<float> features) =>
        1 / (1 + Math.Exp((_calibrator.Slope * _trees.Score(features)) + _calibrator.Offset));

    public double[] Contributions(ReadOnlySpan<float> features) => _trees.Contributions(features);
}
