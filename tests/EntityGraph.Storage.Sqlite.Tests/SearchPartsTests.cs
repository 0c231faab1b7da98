namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>The parts that search is made of.</summary>
public sealed class SearchPartsTests
{
    [Theory]
    [InlineData("O’Brien-Søndergård", "obrien sondergard")]
    [InlineData("  J.D.  Vance ", "jd vance")]
    [InlineData("Łódź & Straße", "lodz strasse")]
    [InlineData("ﬁnance Ⅷ", "finance viii")]
    [InlineData("🦊—!", "")]
    [InlineData("a\ud800b", "a b")]
    public void Folding_sets_case_accents_and_punctuation_aside(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));

    [Theory]
    [InlineData("Federal Bureau of Investigation", "fboi fbi")]
    [InlineData("Ada Byrne", "ab")]
    [InlineData("Norvik", "")]
    public void Initials_are_of_all_words_and_of_those_with_a_capital(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', Folding.Initials(name)));

    [Theory]
    [InlineData("lowe", "lowe", 0)]
    [InlineData("lwoe", "lowe", 1)]
    [InlineData("love", "lowe", 1)]
    [InlineData("low", "lowe", 1)]
    [InlineData("zelenski", "zelensky", 1)]
    [InlineData("philips", "phillips", 1)]
    [InlineData("dods", "dodds", 1)]
    [InlineData("anelise", "anneliese", 2)]
    [InlineData("cat", "dogs", 3)]
    public void Slips_are_counted_up_to_the_most_forgiven(string typed, string word, int expected) =>
        Assert.Equal(expected, Misspelling.Distance(typed, word, 2, asBeginning: false));

    [Theory]
    [InlineData("zelns", "zelensky", 1)]
    [InlineData("phil", "phillips", 0)]
    [InlineData("xhil", "phillips", 1)]
    public void What_is_typed_may_go_on(string typed, string word, int expected) =>
        Assert.Equal(expected, Misspelling.Distance(typed, word, 2, asBeginning: true));

    [Fact]
    public void Misspelt_words_meet_in_what_is_left_of_them()
    {
        Assert.Contains("loe", Misspelling.Rests("lowe").Intersect(Misspelling.Rests("love")));
        Assert.NotEmpty(Misspelling.Rests("anneliese").Intersect(Misspelling.Rests("anelise")));
        Assert.Equal(["ab"], Misspelling.Rests("ab"));
        Assert.True(Misspelling.Rests(new string('x', 10_000)).Count < 30);
    }
}
