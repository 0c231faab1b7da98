namespace EntityGraph.Extraction.Tests.Text;

public class SentenceTests
{
    [Theory]
    [InlineData("Mr. Ashe met Sen. J. D. Vane. He left.", "Mr. Ashe met Sen. J. D. Vane.", "He left.")]
    [InlineData("“It is over!” she said. “Go.” They went.", "“It is over!” she said.", "“Go.”", "They went.")]
    [InlineData("It cost $3.5m in the U.S. market. Why?", "It cost $3.5m in the U.S. market.", "Why?")]
    [InlineData("A title\n\nA sentence. And one more", "A title", "A sentence.", "And one more")]
    public void Sentences_end_at_stops_and_paragraphs_but_not_at_abbreviations(string text, params string[] sentences) =>
        Assert.Equal(sentences, Model.Annotate(text).Sentences.Select(s => s.In(text)));
}
