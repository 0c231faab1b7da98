namespace EntityGraph.Evaluation;

/// <summary>What one measure counted in one article.</summary>
/// <param name="Counts">The tallies by the key of their part; a missing one is empty.</param>
/// <param name="Examples">The errors.</param>
public sealed record Measurement(IReadOnlyDictionary<string, Tally> Counts, IReadOnlyList<Example> Examples)
{
    /// <summary>The tally of a part.</summary>
    public Tally this[string key] => Counts.GetValueOrDefault(key);
}

/// <summary>An error with its text.</summary>
public sealed record Example
{
    /// <summary>The measure that counts it.</summary>
    public required string Measure { get; init; }

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>What is wrong: "missed Person", "false cue".</summary>
    public required string What { get; init; }

    /// <summary>Where.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words there.</summary>
    public required string Words { get; init; }

    /// <summary>The text around them.</summary>
    public required string Passage { get; init; }

    /// <summary>Makes an example of a span of an article.</summary>
    public static Example Of(string measure, GoldArticle article, string what, TextSpan span) => new()
    {
        Measure = measure,
        ArticleId = article.Id,
        What = what,
        Span = span,
        Words = Evaluation.Passage.Line(article.Text, span),
        Passage = Evaluation.Passage.Line(article.Text, Evaluation.Passage.Around(article.Text, span, 120)),
    };
}

/// <summary>One figure that a measure gives.</summary>
/// <param name="Label">What the table calls it.</param>
/// <param name="Key">The tally whose precision, recall and counts stand beside it, or null.</param>
/// <param name="Value">The figure for a sample of articles.</param>
public sealed record Part(string Label, string? Key, Func<IReadOnlyList<Measurement>, double> Value)
{
    /// <summary>F1 of the sums.</summary>
    public static Part Micro(string key, string? label = null) => new(label ?? key, key, a => Sum(a, key).F1);

    /// <summary>The mean of the articles' F1.</summary>
    public static Part Macro(string key, string label) => new(label, null, a => Tally.MacroF1(a.Select(m => m[key])));

    /// <summary>The share of the gold that was found.</summary>
    public static Part Recall(string key, string label) => new(label, key, a => Sum(a, key).Recall);

    /// <summary>The mean of several F1 of sums.</summary>
    public static Part Mean(string label, params string[] keys) => new(label, null, a => keys.Average(k => Sum(a, k).F1));

    private static Tally Sum(IReadOnlyList<Measurement> articles, string key) => Tally.Sum(articles.Select(m => m[key]));
}

/// <summary>A measure that is counted article by article.</summary>
public interface IMeasure
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>The figures that it gives.</summary>
    IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether the gold annotates what is measured.</summary>
    bool Applies(GoldArticle gold);

    /// <summary>Counts one article.</summary>
    Measurement Of(GoldArticle gold, AnnotatedArticle predicted);
}
