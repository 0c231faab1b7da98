using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class JsonArticleReaderTests
{
    private static readonly string BodyJson = System.Text.Json.JsonSerializer.Serialize(Body);

    private readonly ArticleReader _reader = new();

    [Fact]
    public void Common_fields_are_known()
    {
        var article = _reader.One(Document(
            $$"""
            {"headline": "Bridge closed", "articleBody": {{BodyJson}}, "publisher": {"name": "The Fenwick Courier"},
             "datePublished": "2026-03-05T10:00:00Z", "url": "https://courier.example/bridge", "inLanguage": "en-GB", "id": 5}
            """, "bridge.json"));

        Assert.Equal("Bridge closed\n\n" + Body, article.Text);
        Assert.Equal("The Fenwick Courier", article.Outlet);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published);
        Assert.Equal("https://courier.example/bridge", article.Origin);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Fields_can_be_mapped()
    {
        var reader = new ArticleReader(new ReadingOptions { Fields = FieldMapping.Parse("text=data.story, title = kicker") });

        var article = reader.One(Document($$"""{"data": {"story": {{BodyJson}}}, "kicker": "Bridge", "title": "no", "outlet": "Courier"}""", "a.json"));

        Assert.Equal("Bridge\n\n" + Body, article.Text);
        Assert.Equal("Courier", article.Outlet);
    }

    [Theory]
    [InlineData("text", "\"text\" is not of the form PART=FIELD")]
    [InlineData("text=", "\"text=\" is not of the form PART=FIELD")]
    [InlineData("author=by", "\"author\" is not one of text, title, outlet, url, date, language, id")]
    public void A_mapping_that_makes_no_sense_is_refused(string mapping, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => FieldMapping.Parse(mapping)).Message);

    [Fact]
    public void A_headline_at_the_head_of_the_text_stands_there_once()
    {
        var text = System.Text.Json.JsonSerializer.Serialize("Bridge closed\n\n" + Body);

        Assert.Equal("Bridge closed\n\n" + Body, _reader.One(Document($$"""{"title": "Bridge closed", "text": {{text}}}""", "a.json")).Text);
    }

    [Fact]
    public void An_array_gives_an_article_for_each_object_and_a_failure_for_each_bad_one()
    {
        var outcomes = _reader.Read(Document($$"""[{"text": {{BodyJson}}}, {"txt": "x", "n": 1}, 7, {"text": " "}, {"text": {{BodyJson}}, "title": "T"}]""", "a.json"));

        Assert.Equal(["a.json[1]", "a.json[2]", "a.json[3]", "a.json[4]", "a.json[5]"], outcomes.Select(o => o.Name));
        Assert.Equal([true, false, false, false, true], outcomes.Select(o => o.IsArticle));
        Assert.Equal("a.json[2]: has no text in a field named text or body or articleBody or content (its fields: txt, n)", outcomes[1].Failure!.Message);
        Assert.Equal("a.json[3]: is not a JSON object", outcomes[2].Failure!.Message);
        Assert.Equal("a.json[4]: is empty", outcomes[3].Failure!.Message);
    }

    [Fact]
    public void Of_many_articles_in_a_file_only_those_with_an_id_or_address_have_an_origin()
    {
        var content = $$"""{"text": {{BodyJson}}, "id": "a"}{{'\n'}}{"text": {{BodyJson}}}{{'\n'}}{"text": {{BodyJson}}, "url": "https://c.example/"}""";
        var document = Document(content, "a.jsonl");

        Assert.Equal(["/n/a.jsonl#a", null, "https://c.example/"], _reader.Read(document with { Origin = "/n/a.jsonl" }).Select(o => o.Article!.Origin));
        Assert.Equal([null, null, "https://c.example/"], _reader.Read(document).Select(o => o.Article!.Origin));
        Assert.Equal("/n/a.json", _reader.One(Document($$"""{"text": {{BodyJson}}}""", "a.json") with { Origin = "/n/a.json" }).Origin);
    }

    [Fact]
    public void One_bad_line_is_one_failure()
    {
        var outcomes = _reader.Read(Document($$"""{"text": {{BodyJson}}}{{"\r\n\r\n"}}{"text": "x{{'\n'}}{"text": {{BodyJson}}}""", "a.jsonl"));

        Assert.Equal(["a.jsonl:1", "a.jsonl:3", "a.jsonl:4"], outcomes.Select(o => o.Name));
        Assert.Equal([true, false, true], outcomes.Select(o => o.IsArticle));
        Assert.StartsWith("a.jsonl:3: is malformed JSON", outcomes[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\": \"abc\"", "bad.json: is malformed JSON (line 1, byte 15)")]
    [InlineData("7", "bad.json: is JSON, but neither an object nor an array of objects")]
    [InlineData("{\"text\": \"a\\ud800b\"}", "bad.json: has a field with half a surrogate pair in it")]
    [InlineData("{\"text\": \"a\\u0000b\"}", "bad.json: is binary, not text")]
    public void Bad_JSON_is_refused(string json, string message) =>
        Assert.Equal(message, _reader.Refused(Document(json, "bad.json")));

    [Fact]
    public void Deeply_nested_JSON_is_refused() =>
        Assert.StartsWith(
            "deep.json: is malformed JSON", _reader.Refused(Document(new string('[', 1_000_000), "deep.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"text\":\"a\"}", DocumentFormat.JsonLines)]
    [InlineData("{\"text\":\"a\n{\"text\":\"b\"}", DocumentFormat.JsonLines)]
    [InlineData("\uFEFF{\n  \"text\": \"a\"\n}", DocumentFormat.Json)]
    [InlineData(" [ {\"text\":\"a\"}]", DocumentFormat.Json)]
    [InlineData("<!doctype html><p>a", DocumentFormat.Html)]
    [InlineData("---\ntitle: a\n---\n", DocumentFormat.Markdown)]
    [InlineData("[Editor's note] The", DocumentFormat.Text)]
    [InlineData("The < council", DocumentFormat.Text)]
    public void A_form_that_nobody_tells_is_seen_from_the_beginning(string content, DocumentFormat format) =>
        Assert.Equal(format, DocumentFormats.Of(Document(content, "-")));

    [Theory]
    [InlineData("a.md", "text/plain", DocumentFormat.Markdown)]
    [InlineData("a.txt", "text/html; charset=utf-8", DocumentFormat.Html)]
    [InlineData("a.HTM", null, DocumentFormat.Html)]
    [InlineData("a.json", "application/octet-stream", DocumentFormat.Json)]
    public void A_form_is_told_by_type_and_ending(string name, string? type, DocumentFormat format) =>
        Assert.Equal(format, DocumentFormats.Of(Document("x", name, type)));
}
