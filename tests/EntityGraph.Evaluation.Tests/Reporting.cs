namespace EntityGraph.Evaluation.Tests;

public class Reporting
{
    private static (GoldArticle Gold, AnnotatedArticle Predicted) Article(string id, string genre, bool right)
    {
        var gold = CorpusReader.Parse($"#id: {id}\n#genre: {genre}\n#title: A dispute\n#source: s\n#date: 2024-01-01\n\n<s1>[Ann Lee|P1]</s1> <c1>said</c1> <q1>[Bo Ray|P2] lied</q1>.", id);
        var w = new Written(gold.Text);
        w.Entity("e1", EntityType.Person, w.At("Ann Lee")).Entity("e2", EntityType.Person, w.At("Bo Ray"))
            .Says(right ? "e1" : null, w.At("Ann Lee"), w.At("said"), w.At("Bo Ray lied"), right ? ["e2"] : ["e1", "e2"]);
        return (gold, w.Annotated());
    }

    [Fact]
    public void A_set_is_measured_as_a_whole_and_genre_by_genre()
    {
        var articles = new[] { Article("a", "wire", true), Article("b", "wire", true), Article("c", "court", false) };
        var predicted = articles.ToDictionary(a => a.Gold.Id, a => a.Predicted);
        var report = Evaluator.Measure(
            new EvaluationSet("x", "three articles", [.. articles.Select(a => a.Gold)]), g => predicted[g.Id], Resolution.ByName);
        Score Of(string measure, string part, string? genre = null) => report.Scores.Single(s => (s.Measure, s.Part, s.Genre) == (measure, part, genre));

        Assert.Equal(2 / 3.0, Of("who mentioned whom", "macro F1").Value, 12);
        Assert.Equal(1, Of("who mentioned whom", "macro F1", "wire").Value);
        Assert.Equal(0, Of("who mentioned whom", "macro F1", "court").Value);
        Assert.Equal(new Interval(0, 0), Of("who mentioned whom", "macro F1", "court").Interval);
        Assert.Equal(Tally.Of(2, 2, 3), Of("speaker", "end to end").Tally);
        Assert.Equal(1, Of("attribution as a relation", "source, cue and content").Value);
        Assert.Equal(1, Of("names, strict", "all three").Value);
        // Coreference keeps single mentions, so that two names found alone are right in B³ and CEAF, and MUC has no links.
        Assert.Equal(1, Of("coreference", "B³").Value);
        Assert.Equal(24, report.Words);
        var missed = Assert.Single(report.EdgeErrors);
        Assert.Equal(("c", EdgeErrorCause.SourceUnresolved), (missed.ArticleId, missed.Cause));
        Assert.Equal("given to nobody, said by Ann Lee", Assert.Single(report.Worst, e => e.Measure == "speaker").What);
        // Two attributions with a speaker, both right at confidence 1.
        Assert.Equal((2, 1.0, 1.0), (report.Reliability.Single().Count, report.Reliability.Single().Confidence, report.Reliability.Single().Right));
    }

    [Fact]
    public void An_unknown_set_is_an_error_that_lists_the_known_ones()
    {
        var e = Assert.Throws<GoldException>(() => EvaluationSets.Read("nonesuch", "."));
        Assert.Contains("polnear", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_the_set() =>
        Assert.StartsWith("gum: ", Assert.Throws<GoldException>(() => EvaluationSets.Read("gum", "/nonexistent")).Message, StringComparison.Ordinal);
}
