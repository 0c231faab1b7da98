namespace EntityGraph.Tests;

public sealed class PassagesTests
{
    private static readonly TextSpan[] Sentences = [new(0, 10), new(11, 20), new(21, 30)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(29, 2)]
    [InlineData(99, 2)]
    public void An_offset_belongs_to_the_sentence_that_began_last(int offset, int sentence) =>
        Assert.Equal(sentence, Passages.SentenceAt(Sentences, offset));

    [Fact]
    public void A_passage_runs_from_the_first_to_the_last_sentence_of_source_cue_and_content()
    {
        Assert.Equal(new TextSpan(11, 20), Passages.Of(Sentences, Said([], new TextSpan(12, 15))));
        Assert.Equal(new TextSpan(0, 20), Passages.Of(Sentences, Said([new TextSpan(2, 4)], new TextSpan(12, 20))));
        Assert.Equal(new TextSpan(0, 30), Passages.Of(Sentences, Said([new TextSpan(22, 24)], new TextSpan(2, 4))));
    }

    [Fact]
    public void Words_outside_all_sentences_are_still_in_the_passage() =>
        Assert.Equal(new TextSpan(21, 35), Passages.Of(Sentences, Said([], new TextSpan(28, 35))));

    [Fact]
    public void Without_sentences_the_whole_text_is_one() =>
        Assert.Equal([new TextSpan(0, 5)], Passages.SentencesOf(new AnnotatedArticle { Article = Article.Create("Text.") }));

    private static Attribution Said(TextSpan[] source, TextSpan content) => new()
    {
        Id = "a1",
        Kind = AttributionKind.Direct,
        Source = source,
        Content = [content],
    };
}
