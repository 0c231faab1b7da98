namespace EntityGraph.Evaluation.Tests;

public class AttributionScoring
{
    private readonly Written _w = new("Ann said Bo claimed that it would rain. The council denied it, said Cy.");

    // Ann said [Bo claimed [that it would rain]]; the second is inside the first's content.
    private GoldArticle Gold() => _w.Gold() with
    {
        Attributions =
        [
            new("1", [_w.At("Ann")], [_w.At("said")], [_w.At("Bo claimed that it would rain")], ["P1"]),
            new("2", [_w.At("Bo")], [_w.At("claimed")], [_w.At("that it would rain")], ["P2"]),
            new("3", [_w.At("Cy")], [_w.At("said", 2)], [_w.At("The council denied it")], ["P3"]),
        ],
        Entities =
        [
            new("P1", EntityType.Person, ["Ann"], []), new("P2", EntityType.Person, ["Bo"], []), new("P3", EntityType.Person, ["Cy"], []),
        ],
    };

    private Written Named() => _w.Entity("e1", EntityType.Person, _w.At("Ann")).Entity("e2", EntityType.Person, _w.At("Bo")).Entity("e3", EntityType.Person, _w.At("Cy"));

    [Fact]
    public void An_attribution_inside_anothers_content_is_scored_in_the_nested_layer()
    {
        _w.Says(null, _w.At("Ann"), _w.At("said"), _w.At("Bo claimed that it would rain")).Says(null, _w.At("Bo"), null, _w.At("it would rain"));
        var outer = new AttributionSpanMeasure(SpanComparison.Strict, nested: false).Of(Gold(), _w.Annotated());
        Assert.Equal([Tally.Of(1, 1, 2), Tally.Of(1, 1, 2), Tally.Of(1, 1, 2)], [outer["source"], outer["cue"], outer["content"]]);
        var strict = new AttributionSpanMeasure(SpanComparison.Strict, nested: true).Of(Gold(), _w.Annotated());
        Assert.Equal([Tally.Of(1, 1, 1), Tally.Of(0, 0, 1), Tally.Of(0, 1, 1)], [strict["source"], strict["cue"], strict["content"]]);
        var token = new AttributionSpanMeasure(SpanComparison.Token, nested: true).Of(Gold(), _w.Annotated());
        Assert.Equal(Tally.Of(3, 3, 4), token["content"]);
    }

    [Fact]
    public void A_set_that_marks_none_inside_another_has_no_nested_layer()
    {
        var flat = Gold() with { MarksNested = false };
        Assert.False(new AttributionSpanMeasure(SpanComparison.Strict, nested: true).Applies(flat));
        _w.Says(null, _w.At("Ann"), _w.At("said"), _w.At("Bo claimed that it would rain")).Says(null, _w.At("Bo"), _w.At("claimed"), _w.At("that it would rain"));
        Assert.Equal(Tally.Of(1, 1, 3), new RelationMeasure().Of(flat, _w.Annotated())["relation"]);
    }

    [Fact]
    public void Of_two_spans_in_one_layer_that_share_words_the_first_and_shorter_stays()
    {
        _w.Says(null, _w.At("Ann said"), null, _w.At("claimed that")).Says(null, _w.At("Ann"), null, _w.At("would rain"));
        var measured = new AttributionSpanMeasure(SpanComparison.Strict, nested: false).Of(Gold(), _w.Annotated());
        Assert.Equal(Tally.Of(1, 1, 2), measured["source"]);
    }

    [Fact]
    public void A_relation_wants_cue_and_source_to_touch_and_four_fifths_of_the_content()
    {
        // "that it would rain" has 4 words: 3 of them are a Dice of 6/7, 2 of them 4/6.
        _w.Says(null, _w.At("Bo"), _w.At("claimed"), _w.At("it would rain"))
            .Says(null, _w.At("Cy"), _w.At("denied"), _w.At("The council denied it"));
        var measured = new RelationMeasure().Of(Gold(), _w.Annotated());
        Assert.Equal(Tally.Of(1, 2, 3), measured["relation"]);
        Assert.Equal(Tally.Of(2, 2, 3), measured["without cue"]);
        Assert.Equal(0.8 + (2 / 35.0), SpanTallies.Dice(new HashSet<int> { 1, 2, 3, 4 }, new HashSet<int> { 2, 3, 4 }), 12);
    }

    [Fact]
    public void A_relation_does_not_take_no_cue_for_any_cue()
    {
        _w.Says(null, _w.At("Cy"), null, _w.At("The council denied it"));
        Assert.Equal(Tally.Of(0, 1, 3), new RelationMeasure().Of(Gold(), _w.Annotated())["relation"]);
    }

    [Fact]
    public void A_speaker_is_right_where_the_aligned_entity_is_the_golds()
    {
        Named();
        _w.Says("e1", _w.At("Ann"), _w.At("said"), _w.At("Bo claimed that it would rain"))
            .Says("e1", _w.At("Bo"), _w.At("claimed"), _w.At("it would rain"))
            .Says(null, _w.At("Cy"), _w.At("said", 2), _w.At("The council denied it"));
        var measured = new SpeakerMeasure().Of(Gold(), _w.Annotated());
        Assert.Equal(Tally.Of(1, 2, 3), measured["end to end"]);
        Assert.Equal(Tally.Of(1, 0, 3), measured["spans found"]);
        Assert.Equal(["given to Ann, said by Bo", "given to nobody, said by Cy"], measured.Examples.Select(e => e.What));
    }

    [Fact]
    public void What_two_say_together_is_one_attribution_with_two_speakers()
    {
        Named();
        foreach (var speaker in new[] { "e1", "e2" })
        {
            _w.Says(speaker, _w.At("Ann"), _w.At("said"), _w.At("Bo claimed that it would rain"));
        }
        var gold = Gold() with { Attributions = [Gold().Attributions![0] with { SpeakerIds = ["P1", "P3"] }] };
        Assert.Equal(Tally.Of(1, 1, 1), new AttributionSpanMeasure(SpanComparison.Strict, nested: false).Of(gold, _w.Annotated())["content"]);
        Assert.Equal(Tally.Of(1, 1, 1), new RelationMeasure().Of(gold, _w.Annotated())["relation"]);
        var speakers = new SpeakerMeasure().Of(gold, _w.Annotated());
        Assert.Equal((Tally.Of(1, 2, 2), Tally.Of(1, 0, 2)), (speakers["end to end"], speakers["spans found"]));
        Assert.Equal("given to Ann and Bo, said by Ann and Cy", Assert.Single(speakers.Examples).What);
    }

    [Fact]
    public void A_speaker_of_a_content_that_the_gold_gives_nobody_counts_as_wrong()
    {
        Named();
        _w.Says("e3", null, null, _w.At("it would rain"));
        var gold = Gold() with { Attributions = [new("2", [], [_w.At("claimed")], [_w.At("that it would rain")], [])] };
        Assert.Equal(Tally.Of(0, 1, 0), new SpeakerMeasure().Of(gold, _w.Annotated())["end to end"]);
    }
}
