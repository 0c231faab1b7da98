using Microsoft.ML;
using Microsoft.ML.Data;

namespace EntityGraph.Matching;

/// <summary>Says how likely two entities are one. Safe to call from several threads.</summary>
public sealed class Matcher
{
    /// <summary>From here on no pair was wrong in cross-validation (the card tells) nor among the namesakes that the tests hold.</summary>
    public const double Sure = 0.987;

    private readonly ITransformer model;
    private readonly MLContext context;

    private Matcher(MLContext context, ITransformer model) => (this.context, this.model) = (context, model);

    /// <summary>The matcher that travels with the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "models", "resolution", "matcher.zip");

    /// <summary>Loads a trained matcher.</summary>
    /// <param name="path">The .zip that training wrote; null for <see cref="DefaultPath"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Matcher Load(string? path = null)
    {
        var context = new MLContext(seed: 1);
        using var file = File.OpenRead(path ?? DefaultPath);
        return new Matcher(context, context.Model.Load(file, out _));
    }

    internal static Matcher Of(MLContext context, ITransformer model) => new(context, model);

    /// <summary>The probabilities of pairs, in their order.</summary>
    public IReadOnlyList<double> Probabilities(IReadOnlyCollection<PairFeatures> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0) return [];
        var scored = model.Transform(context.Data.LoadFromEnumerable(pairs));
        return [.. scored.GetColumn<float>(nameof(MatchPrediction.Probability)).Select(p => (double)p)];
    }

    internal void Save(string path, DataViewSchema schema)
    {
        using var file = File.Create(path);
        context.Model.Save(model, schema, file);
    }
}

/// <summary>The column that a matcher gives.</summary>
internal sealed class MatchPrediction
{
    public float Probability { get; set; }
}
