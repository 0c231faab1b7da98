namespace EntityGraph.Evaluation.Tests;

public class Tallies
{
    [Fact]
    public void Macro_is_the_mean_of_the_articles_and_micro_the_F1_of_the_sums()
    {
        Tally[] articles = [Tally.Of(1, 1, 1), Tally.Of(1, 3, 5)];
        Assert.Equal((1 + 0.25) / 2, Tally.MacroF1(articles), 12);
        Assert.Equal(2.0 * 2 / (4 + 6), Tally.Sum(articles).F1, 12);
    }

    [Fact]
    public void Nothing_to_find_and_nothing_found_is_right()
    {
        Assert.Equal(1, Tally.Of(0, 0, 0).F1);
        Assert.Equal(0, Tally.Of(0, 2, 0).F1);
        Assert.Equal(0, Tally.Of(0, 0, 2).F1);
    }

    [Fact]
    public void The_interval_of_a_mean_is_the_same_each_time_and_holds_the_mean()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
        var interval = Bootstrap.Of(values, s => s.Average());
        Assert.Equal(interval, Bootstrap.Of(values, s => s.Average()));
        // The standard error of the mean of 100 evenly spread numbers is .0292; 1.96 of them either side.
        Assert.InRange(interval.Low, 0.5 - 0.070, 0.5 - 0.045);
        Assert.InRange(interval.High, 0.5 + 0.045, 0.5 + 0.070);
    }

    [Fact]
    public void One_article_gives_a_range_without_width() => Assert.Equal(new Interval(0.4, 0.4), Bootstrap.Of([0.4], s => s[0]));
}
