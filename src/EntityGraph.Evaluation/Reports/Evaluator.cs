namespace EntityGraph.Evaluation;

/// <summary>Measures a set: everything that its gold annotates, over all articles and genre by genre.</summary>
public static class Evaluator
{
    /// <summary>How many examples each measure shows.</summary>
    public const int ExamplesShown = 10;

    /// <summary>The measures that are counted article by article.</summary>
    public static IReadOnlyList<IMeasure> Measures { get; } =
    [
        new EntityMeasure(),
        new EdgeMeasure(),
        new NameMeasure(),
        .. from nested in new[] { false, true }
            from comparison in Enum.GetValues<SpanComparison>()
            select new AttributionSpanMeasure(comparison, nested),
        new RelationMeasure(),
        new SpeakerMeasure(),
        new ReferenceMeasure(),
        new CoreferenceMeasure(),
        new GapMeasure(),
        new RoleMeasure(),
    ];

    /// <summary>Measures a set.</summary>
    /// <param name="set">The gold.</param>
    /// <param name="predictionOf">The annotated article for a gold one, its text the same.</param>
    /// <param name="resolve">Gives an article's entities the ids that they have in the graph.</param>
    /// <param name="wordsPerSecond">How fast the annotator was, where that was measured.</param>
    public static EvaluationReport Measure(
        EvaluationSet set,
        Func<GoldArticle, AnnotatedArticle> predictionOf,
        Func<AnnotatedArticle, AnnotatedArticle> resolve,
        double? wordsPerSecond = null)
    {
        var pairs = set.Articles.Select(gold => (Gold: gold, Predicted: predictionOf(gold))).ToList();
        var scores = new List<Score>();
        var worst = new List<Example>();
        foreach (var measure in Measures)
        {
            var measured = pairs.Where(p => measure.Applies(p.Gold))
                .Select(p => (p.Gold.Genre, Counted: measure.Of(p.Gold, p.Predicted))).ToList();
            if (measured.Count == 0)
            {
                continue;
            }
            scores.AddRange(ScoresOf(measure, [.. measured.Select(m => m.Counted)], null));
            var genres = measured.Where(m => m.Genre is not null)
                .GroupBy(m => m.Genre!).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
            if (genres.Count > 1)
            {
                scores.AddRange(genres.SelectMany(g => ScoresOf(measure, [.. g.Select(m => m.Counted)], g.Key)));
            }
            worst.AddRange(Worst(measured.Select(m => m.Counted)));
        }

        var cross = pairs.Where(p => p.Gold.Entities?.Any(e => e.Identity is not null) == true)
            .Select(p => CrossDocument.Items(p.Gold, p.Predicted, resolve)).ToList();
        if (cross.Count > 1)
        {
            var tallies = CrossDocument.BCubed(cross);
            scores.Add(new Score
            {
                Measure = "entities across articles",
                Part = "B³",
                Value = Tally.Sum(tallies).F1,
                Interval = Bootstrap.Of(tallies, sample => Tally.Sum(sample).F1),
                Tally = Tally.Sum(tallies),
                Articles = tallies.Count,
            });
        }
        var judged = pairs.Where(p => p.Gold.Attributions?.Any(a => a.SpeakerIds is not null) == true && p.Gold.Entities is not null)
            .Select(p => Reliability.Judge(p.Gold, p.Predicted)).ToList();
        if (judged.Count > 0)
        {
            scores.Add(Pooled("confidence", "expected calibration error", judged, all => Reliability.ExpectedError(all)));
            scores.Add(Pooled("confidence", "Brier score", judged, all => Reliability.Brier(all)));
        }
        return new EvaluationReport
        {
            Set = set.Name,
            Description = set.Description,
            Articles = set.Articles.Count,
            Words = set.Articles.Sum(a => CountWords(a.Text)),
            WordsPerSecond = wordsPerSecond,
            Scores = scores,
            Reliability = Reliability.Table([.. judged.SelectMany(j => j)]),
            Worst = worst,
            EdgeErrors = [.. pairs.Where(p => p.Gold.Edges is not null)
                .SelectMany(p => EdgeErrors.Of(p.Gold, p.Predicted, WhoMentionedWhom.Of(p.Gold, p.Predicted)))],
        };
    }

    /// <summary>How many words a text has, counted at white space.</summary>
    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<Score> ScoresOf(IMeasure measure, IReadOnlyList<Measurement> measured, string? genre) => measure.Parts
        .Where(part => part.Key is null || measured.Any(m => m[part.Key] != default))
        .Select(part => new Score
        {
            Measure = measure.Name,
            Part = part.Label,
            Genre = genre,
            Value = part.Value(measured),
            Interval = Bootstrap.Of(measured, part.Value),
            Tally = part.Key is null ? null : Tally.Sum(measured.Select(m => m[part.Key])),
            Articles = measured.Count,
        });

    private static Score Pooled<T>(
        string measure, string part, List<IReadOnlyList<T>> articles, Func<IReadOnlyList<T>, double> value) => new()
        {
            Measure = measure,
            Part = part,
            Value = value([.. articles.SelectMany(a => a)]),
            Interval = Bootstrap.Of(articles, sample => value([.. sample.SelectMany(a => a)])),
            Articles = articles.Count,
        };

    // The articles with most errors for what there was to find; of each the first error, so that one article does not fill the list.
    private static IEnumerable<Example> Worst(IEnumerable<Measurement> measured) => measured.Where(m => m.Examples.Count > 0)
        .OrderByDescending(m => m.Examples.Count / Math.Max(1, m.Counts.Values.Max(t => t.Gold)))
        .ThenByDescending(m => m.Examples.Count)
        .Take(ExamplesShown).Select(m => m.Examples[0]);
}
