namespace EntityGraph.Evaluation.Tests;

public class ReadingPredictions
{
    private static string Line(int start, int end) => $$$"""
        {"article":{"path":"in/one.txt","title":null,"text":"🙂 Ann spoke."},"entities":[{"id":"e1","type":"Person","name":"Ann","mentions":[{"start":{{{start}}},"end":{{{end}}},"text":"Ann","kind":"name"}]}],"attributions":[],"edges":[],"roles":[]}
        """;

    [Theory]
    [InlineData(3, 6)]
    [InlineData(2, 5)]
    public void Spans_in_code_units_or_in_code_points_are_told_apart_by_their_words(int start, int end)
    {
        var (id, article) = ExtractJsonReader.Parse(Line(start, end), "test");
        Assert.Equal("one", id);
        Assert.Equal(new TextSpan(3, 6), article.Entities[0].Mentions[0].Span);
    }

    [Fact]
    public void Spans_that_do_not_fit_are_an_error_that_names_the_line()
    {
        var e = Assert.Throws<GoldException>(() => ExtractJsonReader.Parse(Line(7, 9), "out.jsonl line 4"));
        Assert.StartsWith("out.jsonl line 4: ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"article":{"text":"a"},"entities":[]}""", "attributions")]
    [InlineData("""{"article":{"text":"a"},"entities":[],"attributions":[{"id":"a1","kind":"direct","speaker":"e9","content":[{"start":0,"end":1}]}]}""", "e9")]
    [InlineData("""{"article":{"text":"a"},"entities":[],"attributions":[{"id":"a1","kind":"direct","content":[]}]}""", "a1")]
    [InlineData("""{"article":{"text":"a"},"entities":[{"id":"e1","type":"Person","name":"A","mentions":[]}],"attributions":[]}""", "e1")]
    [InlineData("{", "test")]
    public void A_line_that_cannot_be_scored_is_an_error_that_says_why(string line, string named)
    {
        var e = Assert.Throws<GoldException>(() => ExtractJsonReader.Parse(line, "test"));
        Assert.StartsWith("test: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trimmed_white_space_moves_the_spans_and_any_other_text_is_an_error()
    {
        var (id, article) = ExtractJsonReader.Parse(Line(3, 6), "test");
        var predictions = new Predictions(new Dictionary<string, AnnotatedArticle> { [id] = article }, "test");
        var moved = predictions.Of(new GoldArticle { Id = "one", Text = "\n🙂 Ann spoke.\n" });
        Assert.Equal("Ann", moved.Entities[0].Mentions[0].Span.In(moved.Article.Text));
        Assert.Throws<GoldException>(() => predictions.Of(new GoldArticle { Id = "one", Text = "🙂 Ann spoke" }));
        Assert.Throws<GoldException>(() => predictions.Of(new GoldArticle { Id = "two", Text = "" }));
    }
}
