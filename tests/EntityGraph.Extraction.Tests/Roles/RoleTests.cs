namespace EntityGraph.Extraction.Tests.Roles;

public class RoleTests
{
    [Theory]
    [InlineData("Safeguarding minister Joan Pyle said on Monday that the inquiry would go on.", "Joan Pyle", "Safeguarding minister", null, false)]
    [InlineData("The report was sent to Amara Obi, chief executive of Norvik Holdings, who denied it.", "Amara Obi", "chief executive", "Norvik Holdings", false)]
    [InlineData("Support has grown for the Harbour Party, led by former Norvik Holdings deputy chairman Tom Ashe.", "Tom Ashe", "deputy chairman", "Norvik Holdings", true)]
    [InlineData("Support has grown for the Harbour Party, led by former Norvik Holdings deputy chairman Tom Ashe.", "Tom Ashe", "leader", "Harbour Party", false)]
    [InlineData("Norvik Holdings' finance director, Peter Obi, 52, said in Leeds that the figures were right.", "Peter Obi", "finance director", "Norvik Holdings", false)]
    [InlineData("Gov. Amara Obi of Ohio said on Monday that she would sign the bill.", "Amara Obi", "Gov", "Ohio", false)]
    public void A_role_is_told_with_its_holder_its_organisation_and_whether_it_is_over(string text, string holder, string role, string? of, bool former)
    {
        var article = Model.Annotate(text);
        var names = article.Entities.ToDictionary(e => e.Id, e => e.Name);
        Assert.Contains(
            (holder, role, of, former),
            article.Roles.Select(r => (names[r.HolderId].Replace("Gov. ", "", StringComparison.Ordinal), r.Role.TrimEnd('.'), r.OrganisationId is { } id ? names[id] : null, r.IsFormer)));
    }

    [Fact]
    public void Who_runs_for_an_office_does_not_hold_it()
    {
        var article = Model.Annotate("The union endorsed Amara Obi for mayor of Leeds on Monday, and Tom Ashe, who is her brother, was glad.");
        Assert.Empty(article.Roles);
    }
}
