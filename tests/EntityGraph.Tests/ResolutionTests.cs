namespace EntityGraph.Tests;

public sealed class ResolutionTests
{
    private const string Text = "Ada Byrne said Carl Dunne lied. ADA BYRNE left Norvik.";

    private static readonly AnnotatedArticle Local = new()
    {
        Article = Article.Create(Text),
        Entities =
        [
            new("e1", EntityType.Person, "Ada Byrne", [new(new TextSpan(0, 9), MentionKind.Name)]),
            new("e2", EntityType.Person, "Carl Dunne", [new(new TextSpan(15, 25), MentionKind.Name)]),
            new("e3", EntityType.Person, "ADA BYRNE", [new(new TextSpan(32, 41), MentionKind.Name)]),
            new("e4", EntityType.Organisation, "Norvik", [new(new TextSpan(47, 53), MentionKind.Name)]),
        ],
        Attributions =
        [
            new()
            {
                Id = "a1",
                SpeakerId = "e1",
                Kind = AttributionKind.Indirect,
                Content = [new TextSpan(15, 30)],
                MentionedIds = ["e2", "e3"],
            },
        ],
        Roles = [new("e3", "left", "e4", new TextSpan(42, 46))],
    };

    [Fact]
    public void Entities_get_the_ids_of_their_types_and_names()
    {
        var resolved = Resolution.ByName(Local);
        Assert.Equal(
            [ContentId.OfEntity(EntityType.Person, "Ada Byrne"), ContentId.OfEntity(EntityType.Person, "Carl Dunne"), ContentId.OfEntity(EntityType.Organisation, "Norvik")],
            resolved.Entities.Select(e => e.Id));
    }

    [Fact]
    public void Entities_that_come_out_as_one_are_joined_with_all_their_mentions()
    {
        var ada = Resolution.ByName(Local).Entities[0];
        Assert.Equal(("Ada Byrne", 2), (ada.Name, ada.Mentions.Count));
        Assert.Equal(["Ada Byrne", "ADA BYRNE"], ada.Mentions.Select(m => m.Span.In(Text)));
    }

    [Fact]
    public void A_speaker_who_comes_out_as_the_one_mentioned_does_not_mention_itself()
    {
        var attribution = Assert.Single(Resolution.ByName(Local).Attributions);
        Assert.Equal(ContentId.OfEntity(EntityType.Person, "Ada Byrne"), attribution.SpeakerId);
        Assert.Equal([ContentId.OfEntity(EntityType.Person, "Carl Dunne")], attribution.MentionedIds);
        Assert.Equal(ContentId.OfAttribution(Local.Article.Id, attribution.SpeakerId, new TextSpan(15, 30)), attribution.Id);
    }

    [Fact]
    public void Roles_follow_their_entities()
    {
        var role = Assert.Single(Resolution.ByName(Local).Roles);
        Assert.Equal((ContentId.OfEntity(EntityType.Person, "Ada Byrne"), ContentId.OfEntity(EntityType.Organisation, "Norvik")), (role.HolderId, role.OrganisationId));
    }

    [Fact]
    public void What_is_resolved_can_be_stored() => Assert.NotNull(Resolution.ByName(Local).Checked());
}
