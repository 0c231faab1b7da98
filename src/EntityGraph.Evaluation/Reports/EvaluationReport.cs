namespace EntityGraph.Evaluation;

/// <summary>What was measured on one set.</summary>
public sealed record EvaluationReport
{
    /// <summary>The set's name.</summary>
    public required string Set { get; init; }

    /// <summary>What the set is.</summary>
    public required string Description { get; init; }

    /// <summary>How many articles it has.</summary>
    public required int Articles { get; init; }

    /// <summary>How many words, counted at white space.</summary>
    public required int Words { get; init; }

    /// <summary>Words annotated in a second, or null where predictions were read from a file.</summary>
    public double? WordsPerSecond { get; init; }

    /// <summary>The figures: for all articles, then genre by genre.</summary>
    public IReadOnlyList<Score> Scores { get; init; } = [];

    /// <summary>How far confidences can be taken at their word; empty where the set does not say who speaks.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>Errors from the ten articles that each measure goes worst on, one an article.</summary>
    public IReadOnlyList<Example> Worst { get; init; } = [];

    /// <summary>Every missed and every false edge.</summary>
    public IReadOnlyList<EdgeError> EdgeErrors { get; init; } = [];
}
