using EntityGraph.Storage.Sqlite.Encoding;

namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>How annotations are kept in few bytes.</summary>
public sealed class AnnotationFormTests
{
    [Fact]
    public void Spans_in_any_order_come_back_as_they_were()
    {
        TextSpan[] spans = [new(0, 1), new(100_000, 2_000_000), new(5, 6), new(5, 9), new(int.MaxValue - 1, int.MaxValue), new(0, int.MaxValue)];
        Assert.Equal(spans, AnnotationForm.Sentences(AnnotationForm.OfSentences(spans)));
        Assert.Empty(AnnotationForm.Sentences(AnnotationForm.OfSentences([])));
    }

    [Fact]
    public void Confidences_come_back_exactly()
    {
        Mention[] mentions =
        [
            new(new TextSpan(3, 9), MentionKind.Name), new(new TextSpan(1, 2), MentionKind.Pronoun, 1.0 / 3), new(new TextSpan(4, 5), MentionKind.Nominal, 0),
        ];
        Assert.Equal(mentions, AnnotationForm.Mentions(AnnotationForm.OfMentions(mentions)));
    }

    [Fact]
    public void Sentences_take_about_two_bytes_each()
    {
        var sentences = Enumerable.Range(0, 100).Select(i => new TextSpan(i * 100, (i * 100) + 99)).ToArray();
        Assert.InRange(AnnotationForm.OfSentences(sentences).Length, 100, 210);
    }
}
