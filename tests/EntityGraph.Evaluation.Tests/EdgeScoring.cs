namespace EntityGraph.Evaluation.Tests;

public class EdgeScoring
{
    private const string Text = "Ann Lee said Bo Ray lied. Ray said that Lee ruined Oxford. She called Acme weak.";

    private static GoldArticle Gold(params GoldEdge[] edges) => new()
    {
        Id = "x",
        Text = Text,
        Entities =
        [
            new GoldEntity("lee", EntityType.Person, ["Ann Lee", "Lee"], []),
            new GoldEntity("ray", EntityType.Person, ["Bo Ray", "Ray"], []),
            new GoldEntity("oxford", EntityType.Place, ["Oxford"], []),
            new GoldEntity("acme", EntityType.Organisation, ["Acme"], []),
        ],
        Edges = [.. edges.Select(e => e with { Place = e.Evidence is null ? null : Passage.Find(Text, e.Evidence) })],
    };

    private static Written Named()
    {
        var w = new Written(Text);
        return w.Entity("e1", EntityType.Person, w.At("Ann Lee"), w.At("Lee", 2))
            .Entity("e2", EntityType.Person, w.At("Bo Ray"), w.At("Ray", 2))
            .Entity("e3", EntityType.Organisation, w.At("Oxford"));
    }

    [Fact]
    public void Entities_count_where_names_and_type_agree()
    {
        var score = WhoMentionedWhom.Of(Gold(), Named().Annotated());
        Assert.Equal(Tally.Of(2, 3, 4), score.Entities);
        Assert.Equal(Tally.Of(3, 3, 4), score.EntitiesUntyped);
    }

    [Fact]
    public void Edges_are_right_missed_or_false_and_a_wrong_type_does_not_matter_to_them()
    {
        var w = Named();
        w.Says("e1", w.At("Ann Lee"), w.At("said"), w.At("Bo Ray lied"), ["e2"]).Says("e2", null, null, w.At("that Lee ruined Oxford"), ["e1", "e3"]);
        var score = WhoMentionedWhom.Of(
            Gold(new("lee", "ray", MentionKind.Name), new("ray", "oxford", MentionKind.Name), new("lee", "acme", MentionKind.Name)),
            w.Annotated());
        Assert.Equal(Tally.Of(2, 3, 3), score.Edges);
        Assert.Equal("acme", Assert.Single(score.Missed).Mentioned);
        Assert.Equal(new PredictedEdge("e2", "e1"), Assert.Single(score.False));
    }

    [Fact]
    public void An_optional_edge_is_neither_missed_nor_false()
    {
        var w = Named();
        w.Says("e1", null, null, w.At("Bo Ray lied"), ["e2"]);
        var gold = Gold(new("lee", "ray", MentionKind.Name, Optional: true), new("lee", "acme", MentionKind.Name, Optional: true));
        Assert.Equal(Tally.Of(0, 0, 0), WhoMentionedWhom.Of(gold, w.Annotated()).Edges);
    }

    [Fact]
    public void A_split_entity_gives_only_one_of_its_parts_unless_merged()
    {
        var w = new Written(Text);
        w.Entity("e1", EntityType.Person, w.At("Ann Lee")).Entity("e2", EntityType.Person, w.At("Lee", 2))
            .Entity("e3", EntityType.Person, w.At("Bo Ray"))
            .Says("e2", null, null, w.At("Bo Ray lied"), ["e3"]);
        var score = WhoMentionedWhom.Of(Gold(new GoldEdge("lee", "ray", MentionKind.Name)), w.Annotated());
        // "Ann Lee" and "Lee" are each half of the names: the first in the list is the entity.
        Assert.Equal("lee", score.Alignment.OneToOne["e1"].Id);
        Assert.Equal(Tally.Of(0, 1, 1), score.Edges);
        Assert.Equal(Tally.Of(1, 1, 1), score.EdgesMerged);
    }

    [Fact]
    public void Each_missed_edge_has_a_cause()
    {
        var w = Named();
        w.Says("e2", w.At("Ray", 2), w.At("said", 2), w.At("that Lee ruined Oxford"), ["e1"]).Says(null, null, null, w.At("Bo Ray lied"), ["e2"]);
        var gold = Gold(
            new("ray", "oxford", MentionKind.Name, "Lee ruined Oxford"),
            new("lee", "oxford", MentionKind.Name, "that Lee ruined Oxford"),
            new("lee", "ray", MentionKind.Name, "Bo Ray lied"),
            new("ray", "lee", MentionKind.Name, "Acme weak"),
            new("lee", "acme", MentionKind.Name, "Acme weak"));
        var errors = EdgeErrors.Of(gold, w.Annotated(), WhoMentionedWhom.Of(gold, w.Annotated()));
        Assert.Equal(
            [EdgeErrorCause.MentionUnresolved, EdgeErrorCause.OtherSpeaker, EdgeErrorCause.NoSpeaker, EdgeErrorCause.MentionedEntityMissing],
            errors.Select(e => e.Cause));
        Assert.Equal("Ray | said | that Lee ruined Oxford → Bo Ray of Ann Lee", errors[0].Predicted[0]);
    }

    [Fact]
    public void Each_false_edge_has_a_cause()
    {
        var w = Named();
        w.Says("e2", null, null, w.At("Bo Ray lied"), ["e1"]).Says("e1", null, null, w.At("Lee ruined Oxford"), ["e3"]);
        var gold = Gold(new GoldEdge("ray", "oxford", MentionKind.Name, "ruined Oxford"));
        var errors = EdgeErrors.Of(gold, w.Annotated(), WhoMentionedWhom.Of(gold, w.Annotated())).Where(e => !e.Missed);
        Assert.Equal([EdgeErrorCause.PronounOrDescription, EdgeErrorCause.AnotherSpeaks], errors.Select(e => e.Cause));
    }
}
