namespace EntityGraph.Extraction.Text;

/// <summary>A word or a punctuation character: a stretch of the article's text, the end exclusive.</summary>
internal readonly record struct Word(int Start, int End)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
