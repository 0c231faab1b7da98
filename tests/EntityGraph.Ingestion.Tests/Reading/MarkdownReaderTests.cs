using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class MarkdownReaderTests
{
    private readonly ArticleReader _reader = new();

    [Fact]
    public void Front_matter_gives_the_metadata()
    {
        const string frontMatter =
            """
            ---
            title: "Bridge closed: until summer"
            outlet: The Fenwick Courier
            url: https://courier.example/bridge
            date: 2026-03-05
            language: en
            tags: [bridge, {deep: [er]}]
            author:
              name: nobody
            ---

            """;

        var article = _reader.One(Document(frontMatter + Body, "bridge.md") with { Origin = "/news/bridge.md" });

        Assert.Equal("Bridge closed: until summer\n\n" + Body, article.Text);
        Assert.Equal("Bridge closed: until summer", article.Title);
        Assert.Equal("The Fenwick Courier", article.Outlet);
        Assert.Equal("https://courier.example/bridge", article.Url?.AbsoluteUri);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void An_address_in_front_matter_is_the_origin_and_the_path_is_it_without_one()
    {
        var with = Document("---\nurl: https://courier.example/bridge\n---\n\n" + Body, "bridge.md") with { Origin = "/news/bridge.md" };
        var without = Document("---\noutlet: Courier\n---\n\n" + Body, "bridge.md") with { Origin = "/news/bridge.md" };

        Assert.Equal("https://courier.example/bridge", _reader.One(with).Origin);
        Assert.Equal("/news/bridge.md", _reader.One(without).Origin);
    }

    [Fact]
    public void An_address_that_is_not_of_the_web_is_passed_over() =>
        Assert.Null(_reader.One(Document("---\nurl: javascript:alert(1)\n---\n\n" + Body, "bridge.md")).Url);

    [Fact]
    public void Marks_go_and_words_and_paragraphs_stay()
    {
        var article = _reader.One(Document(
            """
            # Bridge *closed*

            The **leader** said that [the bridge](https://courier.example "x") would stay `closed` until
            the summer &amp; that ![a photo of it](bridge.jpg) nobody <b>had</b> been told.

            <div>raw HTML</div>

            > We were not asked, she said.

            * Jo Marsh said no to it.
            * Tom Ashe said yes to it.
            """, "bridge.md"));

        Assert.Equal("Bridge closed", article.Title);
        Assert.Equal(
            "Bridge closed\n\n"
            + "The leader said that the bridge would stay closed until\nthe summer & that  nobody had been told.\n\n"
            + "We were not asked, she said.\n\nJo Marsh said no to it.\n\nTom Ashe said yes to it.",
            article.Text);
    }

    [Fact]
    public void A_heading_equal_to_the_title_stands_in_the_text_once() =>
        Assert.Equal(
            "Bridge closed\n\n" + Body,
            _reader.One(Document("---\ntitle: Bridge closed\n---\n# Bridge closed\n\n" + Body, "bridge.md")).Text);

    [Fact]
    public void Malformed_front_matter_is_refused_with_its_place() =>
        Assert.Matches(
            @"^bridge\.md: has malformed front matter \(line \d+\): ",
            _reader.Refused(Document("---\noutlet: Courier\ntitle: \"Bridge\n---\n\n" + Body, "bridge.md")));

    [Fact]
    public void Front_matter_that_would_multiply_is_harmless()
    {
        var yaml = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 24).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [*{(char)('a' + i)}, *{(char)('a' + i)}]\n"));

        Assert.Equal(Body, _reader.One(Document($"---\n{yaml}---\n\n{Body}", "bridge.md")).Text);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    public void Deeply_nested_front_matter_is_refused(string opening) =>
        Assert.StartsWith(
            "bridge.md: has malformed front matter",
            _reader.Refused(Document($"---\na: {string.Concat(Enumerable.Repeat(opening, 3_000))}\n---\n\n{Body}", "bridge.md")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(20_000, "bridge.md: has front matter of")]
    [InlineData(900_000, "bridge.md: has 900,")]
    public void Front_matter_and_markup_without_end_are_refused(int length, string reason) =>
        Assert.StartsWith(reason, _reader.Refused(Document($"---\na: {new string('x', length)}\n---\n\n{Body}", "bridge.md")), StringComparison.Ordinal);

    [Fact]
    public void Deeply_nested_Markdown_is_refused_or_read_but_ends()
    {
        var outcome = Assert.Single(_reader.Read(Document(new string('>', 100_000) + " " + Body, "bridge.md")));

        Assert.True(outcome.IsArticle || outcome.Failure.Message.StartsWith("bridge.md: is no readable Markdown", StringComparison.Ordinal));
    }
}
