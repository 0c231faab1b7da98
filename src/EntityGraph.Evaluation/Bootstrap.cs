namespace EntityGraph.Evaluation;

/// <summary>A range that holds the true value with 95 % confidence, as far as the articles are a sample of such articles.</summary>
/// <param name="Low">The 2.5 % quantile.</param>
/// <param name="High">The 97.5 % quantile.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>Percentile bootstrap over articles (Efron and Tibshirani 1993): the articles, not the spans, are resampled.</summary>
public static class Bootstrap
{
    /// <summary>The interval of a statistic; the same articles and seed give the same interval.</summary>
    /// <param name="articles">What was counted in each article; fewer than two give a range without width.</param>
    /// <param name="statistic">The value for a sample of articles.</param>
    /// <param name="resamples">How many samples are drawn.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public static Interval Of<T>(IReadOnlyList<T> articles, Func<IReadOnlyList<T>, double> statistic, int resamples = 1000, int seed = 1)
    {
        if (articles.Count < 2)
        {
            var value = statistic(articles);
            return new Interval(value, value);
        }
        // Not for secrets: the seed makes the interval the same in every run.
#pragma warning disable CA5394
        var random = new Random(seed);
        var values = new double[resamples];
        var sample = new T[articles.Count];
        for (var i = 0; i < resamples; i++)
        {
            for (var j = 0; j < sample.Length; j++)
            {
                sample[j] = articles[random.Next(articles.Count)];
            }
            values[i] = statistic(sample);
        }
#pragma warning restore CA5394
        Array.Sort(values);
        return new Interval(Quantile(values, 0.025), Quantile(values, 0.975));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
