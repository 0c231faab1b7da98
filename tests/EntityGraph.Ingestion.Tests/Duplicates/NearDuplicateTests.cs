using System.Text.RegularExpressions;
using EntityGraph.Ingestion.Tests.Pipeline;

namespace EntityGraph.Ingestion.Tests.Duplicates;

public sealed partial class NearDuplicateTests : PipelineTestBase
{
    private const string Wire =
        "The bridge at Norwick was closed on Monday after engineers found cracks in two of its piers, the county said. "
        + "Amara Obi said: \"We were told in May that the piers would hold for another ten years.\" "
        + "Traffic is being sent round by the old road, which adds forty minutes to the way into town for most people. "
        + "Joan Pyle said: \"Nobody told me anything.\" The county has asked for a second report by the end of the month.";

    private static readonly string Rewrite = Wire
        .Replace("The bridge at Norwick was closed on Monday", "Norwick's bridge was shut yesterday", StringComparison.Ordinal)
        .Replace("\"We were told in May that the piers would hold for another ten years.\"", "\"We were told in May the piers would hold for another ten years\"", StringComparison.Ordinal)
        .Replace("\"Nobody told me anything.\"", "\"Somebody told me everything.\"", StringComparison.Ordinal);

    private const string Other =
        "A bakery in Leeds has won the prize for the best loaf in the north for the third year in a row, the judges said at a dinner. "
        + "Amara Obi said: \"We were told in May that the piers would hold for another ten years or so.\" The winner gets a wooden spoon.";

    [Fact]
    public void A_rewrite_is_like_its_original_and_another_article_is_not()
    {
        var wire = MinHash.Of(Wire);
        Assert.InRange(wire.Similarity(MinHash.Of(Rewrite)), 0.5, 0.95);
        Assert.InRange(wire.Similarity(MinHash.Of(Other)), 0, 0.25);
        Assert.Equal(1, wire.Similarity(MinHash.Of(Wire.ToUpperInvariant().Replace("\"", "", StringComparison.Ordinal))));
        Assert.NotEmpty(wire.Keys().Intersect(MinHash.Of(Rewrite).Keys()));
    }

    [Fact]
    public async Task A_statement_that_a_rewrite_words_a_little_otherwise_is_the_same_and_one_that_says_otherwise_is_not()
    {
        await IngestAsync(new IngestionPipeline(new SayingAnnotator(), Store), [Write("wire.txt", Wire)]);
        // Another pipeline, as another process would have: what it compares with is in the store alone.
        await IngestAsync(new IngestionPipeline(new SayingAnnotator(), Store), [Write("rewrite.txt", Rewrite)]);

        var said = await Store.EvidenceAsync(new MentionFilter(), new PageRequest());
        var shared = Assert.Single(said.Items, e => e.AlsoIn.Count > 0);
        Assert.Equal("Amara Obi", shared.Speaker!.Name);
        Assert.Equal(2, said.Items.Count(e => e.Speaker!.Name == "Joan Pyle"));
        Assert.Equal(3, said.Total);
    }

    [Theory]
    [InlineData("that the gate must stay shut until May", "that the gate must stay shut until May, and that others would be tested", true)]
    [InlineData("that the gate must stay shut until May", "that the gate might stay shut until May", true)]
    [InlineData("that the gate must stay shut until May", "that the gate must stay shut until May, which nobody on the board of the company had expected to hear", false)]
    [InlineData("he lied", "he lied again", false)]
    [InlineData("that the storm had hurt 17 people in town", "that the storm had hurt 18 people in town", false)]
    [InlineData("that the piers would hold for ten years", "that the piers wouldn't hold for ten years", false)]
    [InlineData("that the town would not pay for the piers", "that the town would pay for the piers", false)]
    public void Statements_of_near_duplicates_are_one_where_their_words_agree_or_the_one_is_cut_out_of_the_other(string own, string theirs, bool same)
    {
        var shared = SharedWording.Of(Saying(own), Saying(theirs)).Attributions.Single();
        Assert.Equal(same ? theirs : null, shared.Wording);

        static AnnotatedArticle Saying(string content) => new()
        {
            Article = Article.Create(content),
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Content = [new TextSpan(0, content.Length)] }],
        };
    }

    [Fact]
    public void Statements_about_different_people_stay_two_however_alike_their_words()
    {
        Assert.Null(SharedWording.Of(About("Ashe"), About("Byrne")).Attributions.Single().Wording);
        Assert.Equal(Content("Ashe") + " again", SharedWording.Of(About("Ashe"), About("Ashe", " again")).Attributions.Single().Wording);

        static string Content(string name) => $"that Ms {name} had closed the bridge in May";

        static AnnotatedArticle About(string name, string more = "") => new()
        {
            Article = Article.Create(Content(name) + more),
            Attributions =
            [
                new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Content = [new TextSpan(0, Content(name).Length + more.Length)], MentionedIds = [name] },
            ],
        };
    }

    [Fact]
    public async Task The_like_words_in_another_article_stay_a_statement_of_their_own()
    {
        await IngestAsync(new IngestionPipeline(new SayingAnnotator(), Store), [Write("wire.txt", Wire), Write("other.txt", Other)]);
        Assert.All((await Store.EvidenceAsync(new MentionFilter(), new PageRequest())).Items, e => Assert.Empty(e.AlsoIn));
    }

    /// <summary>Takes <c>First Last said: "…"</c> for what it is.</summary>
    private sealed partial class SayingAnnotator : IAnnotator
    {
        public IReadOnlyList<AnnotatedArticle> Annotate(IReadOnlyList<Article> articles, CancellationToken cancellation = default) =>
            [.. articles.Select(Annotate)];

        private static AnnotatedArticle Annotate(Article article)
        {
            var sayings = Saying().Matches(article.Text);
            return new AnnotatedArticle
            {
                Article = article,
                Entities = [.. sayings.Select((m, i) => new AnnotatedEntity($"e{i}", EntityType.Person, m.Groups[1].Value, [new Mention(Span(m.Groups[1]), MentionKind.Name)]))],
                Attributions = [.. sayings.Select((m, i) => new Attribution { Id = $"a{i}", SpeakerId = $"e{i}", Kind = AttributionKind.Direct, Content = [Span(m.Groups[2])] })],
            };
        }

        private static TextSpan Span(Group group) => new(group.Index, group.Index + group.Length);

        [GeneratedRegex("([A-Z][a-z]+ [A-Z][a-z]+) said: (\"[^\"]+\")")]
        private static partial Regex Saying();
    }
}
