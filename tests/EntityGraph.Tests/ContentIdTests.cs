namespace EntityGraph.Tests;

public sealed class ContentIdTests
{
    [Fact]
    public void An_id_is_24_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{24}$", ContentId.OfArticle("text", null, null));

    [Fact]
    public void Ids_stay_what_they_are_from_version_to_version()
    {
        Assert.Equal("d19e9ebfc6b78a3364e6aaa3", ContentId.OfArticle("A 🦊 text", null, new DateOnly(2026, 1, 5)));
        Assert.Equal("7239a9ce8bb9ec7166dab2f9", ContentId.OfEntity(EntityType.Person, "Ada Byrne"));
    }

    [Fact]
    public void The_same_article_has_the_same_id_wherever_it_is_ingested() =>
        Assert.Equal(
            ContentId.OfArticle("text", "The Courier", new DateOnly(2026, 1, 5)), ContentId.OfArticle("text", "The Courier", new DateOnly(2026, 1, 5)));

    [Fact]
    public void Text_outlet_and_day_each_make_another_article()
    {
        var day = new DateOnly(2026, 1, 5);
        string[] ids =
        [
            ContentId.OfArticle("text", "The Courier", day), ContentId.OfArticle("text ", "The Courier", day), ContentId.OfArticle("text", "The Gazette", day),
            ContentId.OfArticle("text", "The Courier", day.AddDays(1)), ContentId.OfArticle("text", null, day), ContentId.OfArticle("text", "", day),
            ContentId.OfArticle("text", "The Courier", null),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_borders_between_parts_count() =>
        Assert.NotEqual(ContentId.OfEdge(GraphEdgeKind.Said, "ab", "c"), ContentId.OfEdge(GraphEdgeKind.Said, "a", "bc"));

    [Theory]
    [InlineData("Ada Byrne", "ada  byrne")]
    [InlineData("Ada Byrne", " ADA\tBYRNE\n")]
    [InlineData("Zo\u00eb", "Zoe\u0308")]
    [InlineData("Ada\u00a0Byrne", "Ada Byrne")]
    public void Case_white_space_and_unicode_form_make_no_other_entity(string one, string other) =>
        Assert.Equal(ContentId.OfEntity(EntityType.Person, one), ContentId.OfEntity(EntityType.Person, other));

    [Fact]
    public void Type_and_name_each_make_another_entity()
    {
        Assert.NotEqual(ContentId.OfEntity(EntityType.Person, "Byrne"), ContentId.OfEntity(EntityType.Place, "Byrne"));
        Assert.NotEqual(ContentId.OfEntity(EntityType.Person, "Byrne"), ContentId.OfEntity(EntityType.Person, "Byrnes"));
        Assert.NotEqual(ContentId.OfEntity(EntityType.Person, "Zoë"), ContentId.OfEntity(EntityType.Person, "Zoe"));
    }

    [Theory]
    [InlineData("\"Dunne lied,\"", "Dunne lied")]
    [InlineData("“Dunne   lied!”", "dunne lied.")]
    public void Punctuation_case_and_white_space_make_no_other_statement(string one, string other) =>
        Assert.Equal(ContentId.OfStatement("e1", one), ContentId.OfStatement("e1", other));

    [Fact]
    public void Speaker_and_words_each_make_another_statement()
    {
        Assert.NotEqual(ContentId.OfStatement("e1", "Dunne lied"), ContentId.OfStatement("e2", "Dunne lied"));
        Assert.NotEqual(ContentId.OfStatement("e1", "Dunne lied"), ContentId.OfStatement(null, "Dunne lied"));
        Assert.NotEqual(ContentId.OfStatement("e1", "Dunne lied"), ContentId.OfStatement("e1", "Dunne died"));
    }

    [Fact]
    public void The_pieces_of_a_content_are_read_as_one_statement()
    {
        const string text = "\"Dunne,\" said Byrne, \"lied.\"";
        var attribution = new Attribution
        {
            Id = "a1",
            SpeakerId = "e1",
            Kind = AttributionKind.Direct,
            Content = [new TextSpan(0, 8), new TextSpan(21, 28)],
        };
        Assert.Equal(ContentId.OfStatement("e1", "Dunne lied"), ContentId.OfStatementIn(text, attribution));
    }

    [Fact]
    public void An_edge_has_a_direction_and_a_kind()
    {
        var id = ContentId.OfEdge(GraphEdgeKind.Mentioned, "a", "b");
        Assert.NotEqual(id, ContentId.OfEdge(GraphEdgeKind.Mentioned, "b", "a"));
        Assert.NotEqual(id, ContentId.OfEdge(GraphEdgeKind.AppearsWith, "a", "b"));
    }

    [Fact]
    public void An_attribution_is_known_by_its_place() =>
        Assert.NotEqual(ContentId.OfAttribution("x", "s", new TextSpan(1, 12)), ContentId.OfAttribution("x", "s", new TextSpan(11, 2)));
}
