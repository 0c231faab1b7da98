namespace EntityGraph.Evaluation.Tests;

public class SpanScoring
{
    private static WordSpan W(int first, int last) => new(first, last);

    [Fact]
    public void Words_are_runs_and_every_mark_is_its_own()
    {
        const string Text = "Mr. O'Neil’s £5m\n– “no” 🙂";
        string[] words = [.. new WordIndex(Text).Words.Select(w => w.In(Text))];
        Assert.Equal(["Mr", ".", "O", "'", "Neil", "’", "s", "£", "5m", "–", "“", "no", "”", "🙂"], words);
    }

    [Fact]
    public void A_span_is_the_words_that_it_touches()
    {
        var words = new WordIndex("He said no.");
        Assert.Equal(W(1, 2), words.Of(new TextSpan(2, 10)));
        Assert.Equal(W(0, 1), words.Of(new TextSpan(1, 4)));
        Assert.Null(words.Of(new TextSpan(2, 3)));
    }

    // gold   [0 1 2] [5 6]
    // found  [0 1 2] [4 5] [8]
    [Fact]
    public void Strict_wants_both_borders() => Assert.Equal(Tally.Of(1, 3, 2), SpanTallies.Strict([W(0, 2), W(5, 6)], [W(0, 2), W(4, 5), W(8, 8)]));

    [Fact]
    public void Overlap_wants_a_shared_word() => Assert.Equal(Tally.Of(2, 3, 2), SpanTallies.Overlap([W(0, 2), W(5, 6)], [W(0, 2), W(4, 5), W(8, 8)]));

    [Fact]
    public void Overlap_counts_precision_and_recall_each_on_its_own() =>
        Assert.Equal(new Tally(2, 2, 1, 1), SpanTallies.Overlap([W(0, 9)], [W(0, 2), W(4, 5)]));

    [Fact]
    public void Token_counts_words() => Assert.Equal(Tally.Of(4, 6, 5), SpanTallies.Token([W(0, 2), W(5, 6)], [W(0, 2), W(4, 5), W(8, 8)]));

    [Fact]
    public void Names_want_borders_and_type_and_the_outermost_of_the_gold_counts()
    {
        var w = new Written("Fenwick Borough Council sued Jo Marsh over The Jo Marsh Show in Leeds.");
        var gold = w.Gold() with
        {
            Names =
            [
                new(w.At("Fenwick"), EntityType.Place), new(w.At("Fenwick Borough Council"), EntityType.Organisation),
                new(w.At("Jo Marsh"), EntityType.Person), new(w.At("The Jo Marsh Show"), null), new(w.At("Leeds"), EntityType.Place),
            ],
        };
        w.Entity("e1", EntityType.Organisation, w.At("Fenwick Borough Council")).Entity("e2", EntityType.Person, w.At("Jo Marsh"), w.At("Jo Marsh", 2))
            .Entity("e3", EntityType.Organisation, w.At("Leeds"));
        var measured = new NameMeasure().Of(gold, w.Annotated());
        Assert.Equal(Tally.Of(1, 2, 1), measured["Person"]);
        Assert.Equal(Tally.Of(1, 2, 1), measured["Organisation"]);
        Assert.Equal(Tally.Of(0, 0, 1), measured["Place"]);
        Assert.Equal(Tally.Of(2, 4, 3), measured["all"]);
        Assert.Equal(["missed Place: Leeds", "false Person: Jo Marsh", "false Organisation: Leeds"], measured.Examples.Select(e => $"{e.What}: {e.Words}"));
    }
}
