namespace EntityGraph.Extraction.Tests.Names;

public class NameTests
{
    [Fact]
    public void A_surname_and_a_title_belong_to_the_full_name()
    {
        var article = Model.Annotate("Dr Amara Obi opened the clinic in Leeds.\n\nMr Haldane thanked Obi, and Dr Obi's staff cheered.");
        Assert.Equal(["Dr Amara Obi", "Obi", "Dr Obi"], article.Words(article.Entity("Amara Obi")));
    }

    [Fact]
    public void A_title_keeps_two_of_one_surname_apart()
    {
        var article = Model.Annotate(
            "Mr Peter Haldane and Mrs Joan Haldane arrived in York on Monday.\n\nMrs Haldane said she was tired. Mr Haldane said he was not.");
        Assert.Contains("Mrs Haldane", article.Words(article.Entity("Joan Haldane")));
        Assert.Contains("Mr Haldane", article.Words(article.Entity("Peter Haldane")));
    }

    [Fact]
    public void An_acronym_belongs_to_the_organisation_that_it_stands_for()
    {
        var article = Model.Annotate(
            "The Harbour Workers Union (HWU) called off the strike on Tuesday.\n\nThe HWU said talks with ministers in London would go on.");
        Assert.Equal(2, article.Words(article.Entity("Harbour Workers Union")).Count(w => w == "HWU"));
    }

    [Fact]
    public void A_name_is_shown_without_style_and_legal_form()
    {
        var article = Model.Annotate("Mr Peter Haldane joined the board of Meridian Energy plc in Leeds on Monday.");
        Assert.Equal(["Peter Haldane", "Meridian Energy", "Leeds"], article.Entities.Select(e => e.Name));
    }

    [Fact]
    public void A_possessive_ending_is_no_part_of_a_name()
    {
        var article = Model.Annotate("Amara Obi’s lawyers met in Leeds on Monday. The judge praised Amara Obi's patience.");
        Assert.Equal(2, article.Entity("Amara Obi").Mentions.Count(m => m.Kind == MentionKind.Name && m.Span.In(article.Article.Text) == "Amara Obi"));
    }

    [Fact]
    public void Offsets_cut_the_same_words_out_of_a_text_with_characters_beyond_the_basic_plane()
    {
        var article = Model.Annotate("😀 In Łódź, Amara Obi said: “Tom Ashe lied to us 🙃 twice.”");
        Assert.Contains("Amara Obi", article.Words(article.Entity("Amara Obi")));
        Assert.Contains("Tom Ashe", article.Words(article.Entity("Tom Ashe")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("…")]
    [InlineData("\ud83d")]
    public void A_text_without_words_has_no_annotations(string text)
    {
        using var annotator = Annotator.Load();
        var annotated = annotator.Annotate([new Article { Id = "x", Text = text }])[0];
        Assert.Empty(annotated.Entities);
        Assert.Empty(annotated.Attributions);
    }
}
