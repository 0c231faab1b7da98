namespace EntityGraph.Evaluation.Tests;

public class CoreferenceScoring
{
    // The worked example of Pradhan et al. 2014: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
    private static readonly Clusters Example = new(
        [new HashSet<int> { 1, 2, 3 }, new HashSet<int> { 4, 5, 6, 7 }],
        [new HashSet<int> { 1, 2 }, new HashSet<int> { 3, 4 }, new HashSet<int> { 6, 7, 8, 9 }]);

    [Fact]
    public void Muc_counts_links() => Assert.Equal(new Tally(2, 5, 2, 5), ClusterTallies.Muc(Example));

    [Fact]
    public void BCubed_counts_each_mentions_share()
    {
        var tally = ClusterTallies.BCubed(Example);
        Assert.Equal(35 / 12.0 / 7, tally.Recall, 12);
        Assert.Equal(4 / 8.0, tally.Precision, 12);
    }

    [Fact]
    public void Ceaf_pairs_clusters_for_the_greatest_likeness()
    {
        var tally = ClusterTallies.CeafPhi4(Example);
        Assert.Equal(1.3 / 2, tally.Recall, 12);
        Assert.Equal(1.3 / 3, tally.Precision, 12);
    }

    [Fact]
    public void The_best_assignment_is_not_the_greedy_one()
    {
        // Greedy takes 9 and then 1; the best is 8 + 8.
        Assert.Equal([(0, 1), (1, 0)], Assignment.Best(new double[,] { { 9, 8 }, { 8, 1 } }));
        Assert.Equal([(0, 2), (1, 0)], Assignment.Best(new double[,] { { 1, 0, 5 }, { 4, 0, 6 } }));
        Assert.Equal([(0, 0), (2, 1)], Assignment.Best(new double[,] { { 3, 1 }, { 2, 1 }, { 2, 7 } }));
        Assert.Empty(Assignment.Best(new double[0, 3]));
    }

    [Fact]
    public void Assignment_is_the_best_of_all_permutations()
    {
#pragma warning disable CA5394 // a fixed seed: not for secrets
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            var worth = new double[4, 4];
            foreach (var (r, c) in from r in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 4) select (r, c))
            {
                worth[r, c] = random.NextDouble();
            }
#pragma warning restore CA5394
            var all = from a in Enumerable.Range(0, 4)
                      from b in Enumerable.Range(0, 4).Where(x => x != a)
                      from c in Enumerable.Range(0, 4).Where(x => x != a && x != b)
                      select worth[0, a] + worth[1, b] + worth[2, c] + worth[3, 6 - a - b - c];
            Assert.Equal(all.Max(), Assignment.Best(worth).Sum(p => worth[p.Row, p.Column]), 9);
        }
    }

    [Fact]
    public void Mentions_meet_by_their_words_or_by_head_inside_the_phrase_and_plural_ones_are_left_out()
    {
        var w = new Written("Ann Lee came. The tired mayor who won slept. She and Bo left; they ate. Oslo froze.");
        var gold = w.Gold() with
        {
            Entities =
            [
                new("P1", EntityType.Person, ["Ann Lee"],
                [
                    new(w.At("Ann Lee"), MentionKind.Name), new(w.At("The tired mayor who won"), MentionKind.Nominal) { Head = w.At("mayor") },
                    new(w.At("She"), MentionKind.Pronoun), new(w.At("they"), MentionKind.Pronoun) { Plural = true },
                ]),
                new("P2", EntityType.Person, ["Bo"], [new(w.At("Bo"), MentionKind.Name), new(w.At("they"), MentionKind.Pronoun) { Plural = true }]),
                new("M1", null, ["Oslo"], [new(w.At("Oslo"), MentionKind.Name)]),
            ],
        };
        w.Mentioned("e1", EntityType.Person, new(w.At("Ann Lee"), MentionKind.Name), new(w.At("The tired mayor"), MentionKind.Nominal), new(w.At("they"), MentionKind.Pronoun))
            .Mentioned("e2", EntityType.Person, new(w.At("Bo"), MentionKind.Name), new(w.At("She"), MentionKind.Pronoun))
            .Entity("e3", EntityType.Place, w.At("Oslo"));
        var clusters = Clusters.Of(gold, w.Annotated());
        Assert.Equal(["0 1 2", "3"], clusters.Gold.Select(c => string.Join(' ', c.Order())));
        Assert.Equal(["0 1", "2 3", "4"], clusters.Predicted.Select(c => string.Join(' ', c.Order())));
    }

    [Fact]
    public void A_mention_is_right_with_its_words_and_its_entity()
    {
        var w = new Written("Ann Lee met Bo. She left. The mayor slept.");
        var gold = w.Gold() with
        {
            Entities =
            [
                new("P1", EntityType.Person, ["Ann Lee"],
                    [new(w.At("Ann Lee"), MentionKind.Name), new(w.At("She"), MentionKind.Pronoun), new(w.At("The mayor"), MentionKind.Nominal)]),
                new("P2", EntityType.Person, ["Bo"], [new(w.At("Bo"), MentionKind.Name)]),
            ],
        };
        w.Mentioned("e1", EntityType.Person, new Mention(w.At("Ann Lee"), MentionKind.Name), new Mention(w.At("mayor"), MentionKind.Nominal))
            .Mentioned("e2", EntityType.Person, new Mention(w.At("Bo"), MentionKind.Name), new Mention(w.At("She"), MentionKind.Pronoun));
        var measured = new ReferenceMeasure().Of(gold, w.Annotated());
        Assert.Equal([Tally.Of(2, 2, 2), Tally.Of(0, 1, 1), Tally.Of(0, 1, 1)], [measured["Name"], measured["Pronoun"], measured["Nominal"]]);
        Assert.Equal((Tally.Of(2, 0, 2), Tally.Of(0, 0, 1), default), (measured["found Name"], measured["found Pronoun"], measured["found Nominal"]));
        Assert.Equal("taken for Bo, is Ann Lee", Assert.Single(measured.Examples).What);
    }

    [Fact]
    public void Gap_asks_of_each_name_whether_the_pronoun_is_it()
    {
        var w = new Written("Ann met Eva Poe before she left.");
        var gold = w.Gold() with { Pronouns = [new(w.At("she"), [(w.At("Ann"), false), (w.At("Eva Poe"), true)])] };
        Mention she = new(w.At("she"), MentionKind.Pronoun);
        w.Entity("e1", EntityType.Person, w.At("Ann")).Mentioned("e2", EntityType.Person, new(w.At("Poe"), MentionKind.Name), she);
        var right = new GapMeasure().Of(gold, w.Annotated());
        Assert.Equal((Tally.Of(1, 1, 1), Tally.Of(1, 1, 1)), (right["names"], right["right of two"]));

        var other = new Written(w.Text);
        other.Mentioned("e1", EntityType.Person, new(w.At("Ann"), MentionKind.Name), she).Entity("e2", EntityType.Person, w.At("Eva Poe"));
        var wrong = new GapMeasure().Of(gold, other.Annotated());
        Assert.Equal((Tally.Of(0, 1, 1), Tally.Of(0, 1, 1)), (wrong["names"], wrong["right of two"]));
        Assert.Equal("taken for Ann, is Eva Poe", wrong.Examples[0].What);

        var none = new GapMeasure().Of(gold, new Written(w.Text).Annotated());
        Assert.Equal(Tally.Of(0, 0, 1), none["names"]);
    }

    [Fact]
    public void Across_articles_an_entity_that_was_not_found_shares_nothing()
    {
        // One identity in three articles: found twice under one id, missed once; another under its own id.
        CrossDocument.Item[][] articles = [[new("Oslo", "g1"), new("Bergen", "g2")], [new("Oslo", "g1")], [new("Oslo", null)]];
        Assert.Equal(new Tally(2, 2, (2 / 3.0) + 1, 2), CrossDocument.BCubed(articles)[0]);
        var tally = Tally.Sum(CrossDocument.BCubed(articles));
        Assert.Equal(1.0, tally.Precision, 12);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + 0 + 1) / 4, tally.Recall, 12);
    }

    [Fact]
    public void Across_articles_two_namesakes_under_one_id_cost_precision()
    {
        CrossDocument.Item[][] articles = [[new("Paris (France)", "g1")], [new("Paris (Texas)", "g1")]];
        Assert.Equal(0.5, Tally.Sum(CrossDocument.BCubed(articles)).Precision, 12);
    }
}
