namespace EntityGraph.Evaluation.Tests;

public class NameKeys
{
    [Theory]
    [InlineData("Mr. Lowe", "lowe")]
    [InlineData("the Washington Post's", "washington post")]
    [InlineData("The Washington Post’s", "washington post")]
    [InlineData("Gov. Mike\u00a0Pence", "mike pence")]
    [InlineData("U.S.", "u.s")]
    [InlineData("The", "the")]
    [InlineData("President", "president")]
    [InlineData("Zoe\u0308", "zoë")]
    public void A_name_is_compared_without_title_article_possessive_and_case(string name, string key) => Assert.Equal(key, NameKey.Of(name));
}
