namespace EntityGraph.Evaluation.Tests;

public class Calibrating
{
    private static readonly Judged[] Four = [new(0.95, true), new(0.91, false), new(0.25, false), new(1.0, true)];

    [Fact]
    public void Bins_have_equal_width_and_the_last_holds_one()
    {
        var table = Reliability.Table(Four);
        Assert.Equal([(0.2, 1), (0.9, 3)], table.Select(b => (b.From, b.Count)));
        Assert.Equal((0.95 + 0.91 + 1.0) / 3, table[1].Confidence, 12);
        Assert.Equal(2 / 3.0, table[1].Right, 12);
    }

    [Fact]
    public void The_expected_error_is_the_weighted_distance_of_confidence_from_truth() =>
        Assert.Equal(((0.25 * 1) + (Math.Abs((2.86 / 3) - (2 / 3.0)) * 3)) / 4, Reliability.ExpectedError(Four), 12);

    [Fact]
    public void The_Brier_score_is_the_mean_square_distance() =>
        Assert.Equal(((0.05 * 0.05) + (0.91 * 0.91) + (0.25 * 0.25)) / 4, Reliability.Brier(Four), 12);

    [Fact]
    public void An_attribution_is_right_if_half_its_content_is_the_speakers()
    {
        var w = new Written("Ann said it would rain all day. Bo said so too.");
        var gold = w.Gold() with
        {
            Attributions = [new("1", [w.At("Ann")], [w.At("said")], [w.At("it would rain all day")], ["P1"]), new("2", [w.At("Bo")], [], [w.At("so too")], ["P2"])],
            Entities = [new("P1", EntityType.Person, ["Ann"], []), new("P2", EntityType.Person, ["Bo"], [])],
        };
        w.Entity("e1", EntityType.Person, w.At("Ann")).Entity("e2", EntityType.Person, w.At("Bo"))
            .Says("e1", null, null, w.At("it would"), confidence: 0.9)         // Dice 4/7
            .Says("e1", null, null, w.At("it"), confidence: 0.8)               // Dice 2/6
            .Says("e1", null, null, w.At("so too"), confidence: 0.7)           // another's
            .Says(null, null, null, w.At("so too"), confidence: 0.6);          // nobody's: not judged
        Assert.Equal([new(0.9, true), new(0.8, false), new(0.7, false)], Reliability.Judge(gold, w.Annotated()));
    }
}
