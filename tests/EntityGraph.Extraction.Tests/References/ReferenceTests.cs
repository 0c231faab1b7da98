using EntityGraph.Extraction.References;

namespace EntityGraph.Extraction.Tests.References;

public class ReferenceTests
{
    [Fact]
    public void A_pronoun_as_source_is_who_spoke_last_and_not_who_was_spoken_of()
    {
        var article = Model.Annotate(
            "Amara Obi accused Joan Pyle of misleading the council in Leeds. She said the minutes had been changed by Tom Ashe.");
        Assert.Contains(("Amara Obi", "Tom Ashe"), article.Edges());
    }

    [Fact]
    public void He_and_she_go_by_what_titles_and_given_names_say()
    {
        var article = Model.Annotate("Margaret Ashe met Peter Obi in Leeds on Monday. He gave a speech. She left early.");
        Assert.Contains("He", article.Words(article.Entity("Peter Obi")));
        Assert.Contains("She", article.Words(article.Entity("Margaret Ashe")));
    }

    [Fact]
    public void He_in_a_quotation_is_not_its_speaker()
    {
        var article = Model.Annotate("Tom Ashe resigned on Monday. “He lied to all of us,” Peter Obi said in Leeds.");
        Assert.Contains(("Peter Obi", "Tom Ashe"), article.Edges());
        Assert.DoesNotContain("He", article.Words(article.Entity("Peter Obi")));
    }

    [Fact]
    public void A_description_before_a_name_is_that_person()
    {
        var article = Model.Annotate("The council leader, Joan Pyle, arrived in Leeds. Amara Obi said the council leader had misled her.");
        Assert.Contains(("Amara Obi", "Joan Pyle"), article.Edges());
    }

    [Fact]
    public void A_decision_tells_its_candidates_best_first_and_what_spoke_for_them()
    {
        var explained = Model.Explain("Margaret Ashe met Peter Obi in Leeds on Monday. He gave a speech.");
        var article = explained.Annotated;
        var decision = Assert.Single(explained.Decisions, d => d.Span.In(article.Article.Text) == "He");
        Assert.Equal(article.Entity("Peter Obi").Id, decision.EntityId);
        Assert.Equal(article.Entity("Peter Obi").Id, decision.Candidates[0].EntityId);
        Assert.Contains(decision.Candidates, c => c.EntityId == article.Entity("Margaret Ashe").Id && c.Probability < decision.Candidates[0].Probability);
        Assert.All(decision.Candidates, c => Assert.NotEmpty(c.Reasons));
        Assert.Equivalent(article, Model.Annotate(article.Article.Text), strict: true);
    }

    [Fact]
    public void Rankers_for_other_features_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "reference.json"), """{"features": ["bestScore"], "none": {"People": 0.5}}""");
        Assert.Contains("other features", Assert.Throws<ModelException>(() => AntecedentRanker.Load(folder)).Message, StringComparison.Ordinal);
    }
}
