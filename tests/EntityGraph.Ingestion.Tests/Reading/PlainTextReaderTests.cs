using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class PlainTextReaderTests
{
    private readonly ArticleReader _reader = new();

    [Fact]
    public void A_text_is_kept_as_it_is()
    {
        var text = "  \n" + Body + "\n\n\n  A last line with\ttabs, \u00A0odd  spaces and an emoji 😀.\n";

        Assert.Equal(text, _reader.One(Document(text)).Text);
    }

    [Fact]
    public void A_short_first_line_before_a_blank_line_is_the_title()
    {
        var article = _reader.One(Document("Bridge \"closed until summer\"\n\n" + Body));

        Assert.Equal("Bridge \"closed until summer\"", article.Title);
        Assert.Equal("Bridge \"closed until summer\"\n\n" + Body, article.Text);
    }

    [Theory]
    [InlineData("The bridge stays closed, the leader says.\n\n")]
    [InlineData("\"The bridge stays closed.\"\n\n")]
    [InlineData("Bridge closed until summer\n")]
    [InlineData("Bridge closed \n\n")]
    [InlineData("Bridge closed\n\n\n")]
    public void A_first_line_that_is_a_sentence_or_has_no_blank_line_behind_it_is_no_title(string first)
    {
        var article = _reader.One(Document(first + Body));

        Assert.Null(article.Title);
        Assert.Equal(first + Body, article.Text);
    }

    [Fact]
    public void A_long_first_line_is_no_title() =>
        Assert.Null(_reader.One(Document(new string('a', 201) + "\n\n" + Body)).Title);

    [Fact]
    public void Line_ends_of_every_system_become_one_kind()
    {
        var article = _reader.One(Document("Bridge closed\r\n\r\n" + Body.Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal("Bridge closed\n\n" + Body, article.Text);
        Assert.Equal("Bridge closed", article.Title);
    }

    [Fact]
    public void What_is_given_from_outside_wins()
    {
        var article = _reader.One(Document("Bridge closed\n\n" + Body) with
        {
            Title = "Another headline",
            Outlet = "The Fenwick Courier",
            Published = new DateOnly(2026, 3, 5),
            Url = new Uri("https://courier.example/bridge"),
            Collection = "samples",
            Language = "en",
        });

        Assert.Equal("Another headline\n\nBridge closed\n\n" + Body, article.Text);
        Assert.Equal("The Fenwick Courier", article.Outlet);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published);
        Assert.Equal("https://courier.example/bridge", article.Origin);
        Assert.Equal("samples", article.Collection);
    }

    [Fact]
    public void The_origin_of_a_text_without_an_address_is_what_its_document_says()
    {
        Assert.Equal("/news/bridge.txt", _reader.One(Document(Body) with { Origin = "/news/bridge.txt" }).Origin);
        Assert.Null(_reader.One(Document(Body)).Origin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    public void An_empty_document_is_refused(string content) =>
        Assert.Equal("test.txt: is empty", _reader.Refused(Document(content)));

    [Fact]
    public void A_document_over_the_limit_is_refused()
    {
        var reader = new ArticleReader(new ReadingOptions { MaxDocumentBytes = 1_000_000 });

        Assert.Equal("test.txt: has 1.5 MB; the limit is 1 MB", reader.Refused(Document(new string('a', 1_500_000))));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused()
    {
        var reader = new ArticleReader(new ReadingOptions { MaxTextLength = 200 });

        Assert.Equal($"test.txt: has {Body.Length} characters of text; the limit is 200", reader.Refused(Document(Body)));
    }
}
