namespace EntityGraph.Extraction.Tests.Attributions;

public class AttributionTests
{
    [Fact]
    public void A_quotation_goes_to_its_speaker_and_mentions_whom_it_names()
    {
        var article = Model.Annotate("“Tom Ashe misled the council,” Amara Obi said on Monday in Leeds.");
        Assert.Contains(("Amara Obi", "Tom Ashe"), article.Edges());
        Assert.Equal(AttributionKind.Direct, Assert.Single(article.Attributions).Kind);
    }

    [Fact]
    public void Reported_speech_is_indirect_and_with_quoted_pieces_mixed()
    {
        var article = Model.Annotate("Amara Obi said that Tom Ashe had misled the council.\n\nJoan Pyle said that Tom Ashe was “a liar”.");
        Assert.Equal([AttributionKind.Indirect, AttributionKind.Mixed], article.Attributions.Select(a => a.Kind));
    }

    [Theory]
    [InlineData("‘Tom Ashe misled the council’s members,’ Amara Obi said on Monday.")]
    [InlineData("'Tom Ashe misled the council's members,' Amara Obi said on Monday.")]
    public void Single_quotation_marks_are_quotation_marks_and_apostrophes_are_not(string text) =>
        Assert.Equal(AttributionKind.Direct, Model.Annotate(text).Attributions[0].Kind);

    [Fact]
    public void First_person_inside_a_quotation_is_its_speaker()
    {
        var article = Model.Annotate("Amara Obi opened the inquiry in Leeds. “I never trusted Tom Ashe,” Obi said.");
        Assert.Contains("I", article.Words(article.Entity("Amara Obi")));
    }

    [Fact]
    public void What_two_say_together_both_say()
    {
        var edges = Model.Annotate("Amara Obi and Joan Pyle said that Tom Ashe had misled the council in Leeds.").Edges();
        Assert.Contains(("Amara Obi", "Tom Ashe"), edges);
        Assert.Contains(("Joan Pyle", "Tom Ashe"), edges);
    }

    [Fact]
    public void A_spokesman_who_is_named_speaks_and_not_the_company_he_speaks_for()
    {
        var edges = Model.Annotate("A spokesman for Meridian Energy, Tobin Vance, said on Monday that Tom Ashe had misled investors.").Edges();
        Assert.Contains(("Tobin Vance", "Tom Ashe"), edges);
        Assert.DoesNotContain(("Meridian Energy", "Tom Ashe"), edges);
    }

    [Fact]
    public void An_office_speaks_for_its_holder_and_a_relative_does_not()
    {
        var edges = Model.Annotate("Amara Obi’s office said that Tom Ashe had resigned.\n\nJoan Pyle’s neighbour said that Tom Ashe was at home.").Edges();
        Assert.Contains(("Amara Obi", "Tom Ashe"), edges);
        Assert.DoesNotContain(("Joan Pyle", "Tom Ashe"), edges);
    }

    [Fact]
    public void Every_confidence_is_a_probability_and_a_named_source_is_surer_than_an_unnamed_pronoun()
    {
        var article = Model.Annotate("Amara Obi said that Tom Ashe had resigned.\n\nThe mayor met Joan Pyle. She said that Tom Ashe was at home.");
        Assert.All(article.Attributions, a => Assert.InRange(a.Confidence, 0, 1));
        Assert.True(article.Attributions[0].Confidence > article.Attributions[^1].Confidence);
    }

    [Fact]
    public void An_article_is_annotated_the_same_whatever_company_it_comes_in()
    {
        using var annotator = Annotator.Load();
        Article[] articles =
        [
            .. Enumerable.Range(1, 6).Select(i => Article.Create(
                string.Join("\n\n", Enumerable.Repeat("Amara Obi said that Tom Ashe, the mayor of Leeds, had misled the council. He denied it.", i * 5)))),
        ];
        var together = annotator.Annotate(articles);
        for (var i = 0; i < articles.Length; i++)
            Assert.Equivalent(annotator.Annotate([articles[i]])[0], together[i], strict: true);
    }
}
