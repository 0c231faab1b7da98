using EntityGraph.Storage.Conformance;

namespace EntityGraph.Matching.Tests;

public sealed class ComparingNames
{
    [Theory]
    [InlineData("robert", "r163")]
    [InlineData("rupert", "r163")]
    [InlineData("ashcraft", "a261")]
    [InlineData("tymczak", "t522")]
    [InlineData("pfister", "p236")]
    [InlineData("lee", "l000")]
    public void Words_that_sound_alike_share_a_code(string word, string code) => Assert.Equal(code, Phonetic.Of(word));

    [Theory]
    [InlineData("Ben Cole", "Benjamin Cole", "Compatible")]
    [InlineData("B. Cole", "Benjamin Cole", "Compatible")]
    [InlineData("Mr Cole", "Benjamin Cole", "Missing")]
    [InlineData("Ada Cole", "Benjamin Cole", "Conflicting")]
    [InlineData("John A. Cole", "John B. Cole", "Conflicting")]
    [InlineData("Dr Ada Cole", "Ada Cole", "Same")]
    public void Given_names_are_told_apart(string one, string other, string expected) =>
        Assert.Equal(expected, Names(one, other, EntityType.Person).Given.ToString());

    [Fact]
    public void Numbers_and_generations_tell_apart()
    {
        Assert.True(Names("Route 11", "Route 17", EntityType.Place).Different);
        Assert.True(Names("Karl Jensen Jr", "Karl Jensen", EntityType.Person).Different);
        Assert.False(Names("Karl Jensen", "Carl Jensen", EntityType.Person).Different);
        Assert.True(Names("RMI", "Royal Mining Institute", EntityType.Organisation).Acronym);
    }

    [Fact]
    public void Only_what_shares_a_key_is_compared()
    {
        (EntityType, string)[] names =
        [
            (EntityType.Person, "Ada Byrne"), (EntityType.Person, "Mr Byrne"), (EntityType.Person, "Ada Burn"), (EntityType.Person, "Carl Dunne"),
            (EntityType.Organisation, "Royal Mining Institute"), (EntityType.Organisation, "RMI"), (EntityType.Place, "Britain"), (EntityType.Place, "UK"),
        ];
        var pairs = Blocking.Pairs([.. names.Select(n => (n.Item1, (IReadOnlyCollection<string>)[n.Item2]))]);
        Assert.Equal([(0, 1), (0, 2), (4, 5), (6, 7)], pairs.Order());
    }

    [Fact]
    public void Names_that_are_listed_as_one_are_merged_and_nothing_else_is()
    {
        var profiles = EntityProfile.Of(
        [
            An.Article("Ada Byrne said the UK and Britain would pay us.").Person("Ada Byrne").Place("UK").Place("Britain").Annotated(),
            An.Article("Ada Dunne said the United Kingdom was late.").Person("Ada Dunne").Place("United Kingdom").Annotated(),
            An.Article("Carl Dunne met Ada Dunne.").Person("Carl Dunne").Person("Ada Dunne").Annotated(),
        ]).Values.ToList();
        var merged = Comparing.Merged(Comparing.Pairs(profiles, Matcher.Load()), Matcher.Sure);
        Assert.Equal(3, merged.Count);
        Assert.Single(merged.Values.Distinct());
        Assert.Null(KnownNames.Of("us", EntityType.Place));
        Assert.Null(KnownNames.Of("America", EntityType.Person));
        Assert.Equal("United States", KnownNames.Of("the US", EntityType.Place));
    }

    private static NamePair Names(string one, string other, EntityType type) => new(new NameShape(one, type), new NameShape(other, type));
}
