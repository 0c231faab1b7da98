namespace EntityGraph.Evaluation;

/// <summary>One figure of a report.</summary>
public sealed record Score
{
    /// <summary>What is measured ("attribution, strict").</summary>
    public required string Measure { get; init; }

    /// <summary>Which part of it ("source", "Person", "macro F1").</summary>
    public required string Part { get; init; }

    /// <summary>The genre that it is measured on, or null for all articles.</summary>
    public string? Genre { get; init; }

    /// <summary>The figure, 0 to 1.</summary>
    public required double Value { get; init; }

    /// <summary>Its bootstrap 95 % interval over articles.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Precision, recall and counts, where the figure is made of sums.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Over how many articles.</summary>
    public required int Articles { get; init; }
}
