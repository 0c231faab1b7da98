namespace EntityGraph.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_span_cuts_its_words_out_of_the_text()
    {
        var span = new TextSpan(4, 9);
        Assert.Equal("Byrne", span.In("Ada Byrne"));
        Assert.Equal(5, span.Length);
    }

    [Fact]
    public void Offsets_are_UTF16_code_units() => Assert.Equal("Ada", new TextSpan(3, 6).In("🦊 Ada"));

    [Theory]
    [InlineData(0, 5, 5, 9, false)]
    [InlineData(0, 5, 4, 9, true)]
    [InlineData(4, 9, 0, 5, true)]
    [InlineData(0, 9, 4, 5, true)]
    [InlineData(5, 9, 0, 5, false)]
    public void Spans_overlap_where_they_share_a_code_unit(int start, int end, int otherStart, int otherEnd, bool expected) =>
        Assert.Equal(expected, new TextSpan(start, end).Overlaps(new TextSpan(otherStart, otherEnd)));

    [Fact]
    public void A_span_contains_itself_and_what_lies_inside()
    {
        var span = new TextSpan(2, 8);
        Assert.True(span.Contains(span));
        Assert.True(span.Contains(new TextSpan(3, 8)));
        Assert.False(span.Contains(new TextSpan(1, 8)));
        Assert.False(span.Contains(new TextSpan(2, 9)));
    }

    [Fact]
    public void Spans_are_ordered_by_start_the_longer_first()
    {
        TextSpan[] spans = [new(5, 6), new(2, 3), new(2, 9), new(0, 1)];
        Assert.Equal([new(0, 1), new(2, 9), new(2, 3), new(5, 6)], spans.Order());
        Assert.True(new TextSpan(2, 9) < new TextSpan(2, 3));
        Assert.True(new TextSpan(2, 3) >= new TextSpan(2, 3));
    }
}
