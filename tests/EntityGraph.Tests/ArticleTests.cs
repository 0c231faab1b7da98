namespace EntityGraph.Tests;

public sealed class ArticleTests
{
    [Fact]
    public void The_title_heads_the_text()
    {
        var article = Article.Create("Body.", title: " Title ");
        Assert.Equal(("Title", "Title\n\nBody."), (article.Title, article.Text));
        Assert.Equal("Body.", Article.Create("Body.", title: "  ").Text);
    }

    [Fact]
    public void The_origin_is_the_address_unless_another_is_given()
    {
        var url = new Uri("https://courier.example/a");
        Assert.Equal("https://courier.example/a", Article.Create("Body.", url: url).Origin);
        Assert.Equal("a.txt", Article.Create("Body.", url: url, origin: "a.txt").Origin);
        Assert.Null(Article.Create("Body.").Origin);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_text_is_no_article(string text) => Assert.Throws<ArgumentException>(() => Article.Create(text));

    [Fact]
    public void A_summary_without_a_title_begins_with_the_first_words()
    {
        Assert.Equal("One two.", Title("One\n two."));
        var title = Title(string.Join(' ', Enumerable.Repeat("word", 100)));
        Assert.EndsWith("word…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 70, 80);
        var unbroken = Title(string.Concat(Enumerable.Repeat("🦊", 100)));
        Assert.InRange(unbroken.Length, 70, 80);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(unbroken)));

        static string Title(string text) => ArticleSummary.Of(new AnnotatedArticle { Article = Article.Create(text) }).Title;
    }
}
