using EntityGraph.Extraction.References;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace EntityGraph.Training.Reference;

/// <summary>Fits boosted trees (LightGBM, Ke et al. 2017) that say whether a candidate is right.</summary>
internal sealed class RankerTrainer(TreeOptions options)
{
    private readonly MLContext _context = new(seed: 1);

    public ITransformer Fit(ReferenceKind kind, IEnumerable<Row> rows)
    {
        var data = Data(rows.Where(r => r.Kind == kind));
        return _context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = options.Trees,
            LearningRate = options.LearningRate,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.RowsPerLeaf,
            // One thread, so that the same data give the same trees.
            NumberOfThreads = 1,
            Seed = 1,
            Booster = new GradientBooster.Options
            {
                FeatureFraction = options.FeatureShare,
                SubsampleFraction = options.RowShare,
                SubsampleFrequency = 1,
                L2Regularization = options.Ridge,
            },
        }).Fit(data);
    }

    /// <summary>Writes a model; the file's schema is that of the rows.</summary>
    public void Save(ITransformer model, string path) => _context.Model.Save(model, Data([]).Schema, path);

    private IDataView Data(IEnumerable<Row> rows)
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Enum.GetValues<Feature>().Length);
        return _context.Data.LoadFromEnumerable(rows.Select(r => new Example { Features = r.Features, Label = r.Right }).ToList(), schema);
    }
}

/// <summary>A row as the library reads it.</summary>
internal sealed class Example
{
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

/// <summary>How large the trees are and how they learn.</summary>
internal sealed record TreeOptions(
    int Trees = 200, double LearningRate = 0.05, int Leaves = 16, int RowsPerLeaf = 20, double FeatureShare = 0.6, double RowShare = 0.8, double Ridge = 1);
