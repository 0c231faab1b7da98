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

    /// <summary>Precision, recall and counts, where the figure is an F1 of sums.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Over how many articles.</summary>
    public required int Articles { get; init; }

    /// <summary>The F1 of the sums over articles.</summary>
    public static Score Micro(string measure, string part, IReadOnlyList<Tally> tallies, string? genre = null)
    {
        var sum = Evaluation.Tally.Sum(tallies);
        return new Score
        {
            Measure = measure,
            Part = part,
            Genre = genre,
            Value = sum.F1,
            Interval = Bootstrap.Of(tallies, sample => Evaluation.Tally.Sum(sample).F1),
            Tally = sum,
            Articles = tallies.Count,
        };
    }

    /// <summary>The mean of the articles' F1.</summary>
    public static Score Macro(string measure, string part, IReadOnlyList<Tally> tallies, string? genre = null) => new()
    {
        Measure = measure,
        Part = part,
        Genre = genre,
        Value = Evaluation.Tally.MacroF1(tallies),
        Interval = Bootstrap.Of(tallies, Evaluation.Tally.MacroF1),
        Articles = tallies.Count,
    };

    /// <summary>The share that is right, of the sums over articles: an accuracy or a recall.</summary>
    public static Score Share(string measure, string part, IReadOnlyList<Tally> tallies, string? genre = null) => new()
    {
        Measure = measure,
        Part = part,
        Genre = genre,
        Value = Evaluation.Tally.Sum(tallies).Recall,
        Interval = Bootstrap.Of(tallies, sample => Evaluation.Tally.Sum(sample).Recall),
        Tally = Evaluation.Tally.Sum(tallies),
        Articles = tallies.Count,
    };
}
