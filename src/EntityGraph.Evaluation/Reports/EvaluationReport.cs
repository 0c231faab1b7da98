namespace EntityGraph.Evaluation;

/// <summary>What was measured on one set.</summary>
public sealed record EvaluationReport
{
    /// <summary>The set's name.</summary>
    public required string Set { get; init; }

    /// <summary>How many articles it has.</summary>
    public required int Articles { get; init; }

    /// <summary>How many words, counted at white space.</summary>
    public required int Words { get; init; }

    /// <summary>Words annotated in a second, or null where predictions were read from a file.</summary>
    public double? WordsPerSecond { get; init; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<Score> Scores { get; init; } = [];

    /// <summary>Every missed and every false edge.</summary>
    public IReadOnlyList<EdgeError> EdgeErrors { get; init; } = [];
}
