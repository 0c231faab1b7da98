using System.Text;
using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class HtmlReaderTests
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html lang="en-GB"><head>
        <meta charset="utf-8"><title>Bridge closed | The Fenwick Courier</title>
        <meta property="og:title" content="Bridge closed"><meta property="og:site_name" content="The Fenwick Courier">
        <meta property="article:published_time" content="2026-03-05T23:30:00-05:00">
        <link rel="canonical" href="https://courier.example/bridge">
        <script>document.write("<p>written by a script</p>")</script>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <div class="cookie-banner">We value your privacy. Accept all cookies?</div>
        <article><h1>Bridge closed</h1>
        <figure><img src="http://192.168.0.1/track.png" alt="bridge"><figcaption>The bridge. Photo: somebody</figcaption></figure>
        <p>The council’s leader said on Monday that
           the bridge would stay&nbsp;closed until the <b>sum&shy;mer</b>, and that nobody had been told why it was closed.</p>
        <p>“We were not asked,” she said.<br>The mayor has not answered the letters, which were sent to his office after the flood, and his deputy was not there.</p>
        <ul><li>Jo Marsh, who leads the opposition, said that she would not wait for the council any longer.</li></ul>
        </article>
        <aside><h3>Most read</h3><a href="/1">Ten things</a></aside>
        <footer>© 2026 The Fenwick Courier. All rights reserved.</footer>
        </body></html>
        """;

    private readonly ArticleReader _reader = new();

    [Fact]
    public void The_article_is_found_and_cleaned()
    {
        var article = _reader.One(Document(Page, "bridge.html"));

        Assert.Equal(
            "Bridge closed\n\n"
            + "The council’s leader said on Monday that the bridge would stay closed until the summer, and that nobody had been told why it was closed.\n\n"
            + "“We were not asked,” she said.\nThe mayor has not answered the letters, which were sent to his office after the flood, and his deputy was not there.\n\n"
            + "Jo Marsh, who leads the opposition, said that she would not wait for the council any longer.",
            article.Text);
    }

    [Fact]
    public void Metadata_come_from_meta_elements()
    {
        var article = _reader.One(Document(Page, "bridge.html") with { Origin = "/news/bridge.html" });

        Assert.Equal("Bridge closed", article.Title);
        Assert.Equal("The Fenwick Courier", article.Outlet);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published);
        Assert.Equal("https://courier.example/bridge", article.Url?.AbsoluteUri);
        Assert.Equal("/news/bridge.html", article.Origin);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void The_address_of_a_fetched_page_is_not_what_the_page_claims()
    {
        var url = new Uri("https://somewhere.example/copy");

        var article = _reader.One(Document(Page, "https://somewhere.example/copy", "text/html") with { Url = url, Origin = url.AbsoluteUri });

        Assert.Equal(url, article.Url);
        Assert.Equal(url.AbsoluteUri, article.Origin);
    }

    [Fact]
    public void Metadata_come_from_linked_data_too()
    {
        var html = Paragraphs(
            """
            <script type="application/ld+json">{ broken </script>
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
             {"@type":["NewsArticle"],"headline":"Bridge &amp; road closed","datePublished":"2026-03-05",
              "publisher":{"@type":"Organization","name":"The Fenwick Courier"}}]}
            </script>
            """);

        var article = _reader.One(Document(html, "bridge.html"));

        Assert.Equal("Bridge & road closed", article.Title);
        Assert.Equal("The Fenwick Courier", article.Outlet);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published);
    }

    [Fact]
    public void A_time_element_gives_the_day_where_nothing_else_does() =>
        Assert.Equal(
            new DateOnly(2026, 3, 5),
            _reader.One(Document(Paragraphs("", "<time datetime='2026-03-05T10:00'>last week</time>"), "bridge.html")).Published);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/bridge")]
    public void A_canonical_address_that_is_not_of_the_web_is_passed_over(string address) =>
        Assert.Null(_reader.One(Document(Paragraphs($"<link rel=canonical href='{address}'>"), "bridge.html")).Url);

    [Fact]
    public void A_character_set_in_a_meta_element_is_believed()
    {
        var html = Paragraphs("<meta http-equiv='Content-Type' content='text/html; charset=macintosh'>", "<p>Zoë Müller said it to the café’s owners.</p>");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var article = _reader.One(new Document { Name = "bridge.html", Content = Encoding.GetEncoding("macintosh").GetBytes(html) });

        Assert.Contains("Zoë Müller said it to the café’s owners.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_article_is_found() =>
        Assert.Contains(
            "She said no.",
            _reader.One(Document("<html><head><title>Short</title></head><body><p>Jo Marsh was asked about it on Monday. She said no.</p></body></html>", "short.html")).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><script>var a = 'The council said that';</script><img src=x></body></html>")]
    public void A_page_without_an_article_is_refused(string html) =>
        Assert.StartsWith("page.html: has no ", _reader.Refused(Document(html, "page.html")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    [InlineData("<script></script><div><!-- </div> -->")]
    [InlineData("<svg><script></div></svg><div>")]
    public void Endlessly_nested_pages_are_refused(string element)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(element, 100_000)) + Body;

        // Some of these close one another and come out flat, but large.
        Assert.Matches(
            "^deep.html: is (nested too deep: more than 512 elements inside one another|too large a page: it has more than 20,000 elements)$",
            _reader.Refused(Document(html, "deep.html")));
    }

    [Fact]
    public void A_tag_with_endless_attributes_is_read_without_them()
    {
        var attributes = string.Concat(Enumerable.Range(0, 500_000).Select(i => $" a{i}=b"));

        Assert.Equal(Body, _reader.One(Document(Paragraphs("").Replace("<p>", $"<p{attributes}>", StringComparison.Ordinal), "wide.html")).Text);
    }

    [Fact]
    public void A_long_page_that_is_flat_is_read()
    {
        var paragraph = "<p>The council's leader said on Monday that the bridge would stay closed, and that was all she said of it.";

        var article = _reader.One(Document("<html><body><article>" + string.Concat(Enumerable.Repeat(paragraph, 1_500)), "long.html"));

        Assert.Equal(1_500, article.Text.Split("\n\n").Length);
    }

    private static string Paragraphs(string head, string more = "") =>
        $"<html><head>{head}</head><body><article>"
        + string.Concat(Body.Split("\n\n").Select(p => $"<p>{p}</p>")) + more + "</article></body></html>";
}
