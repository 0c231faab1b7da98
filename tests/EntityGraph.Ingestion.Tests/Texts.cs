using System.Text;

namespace EntityGraph.Ingestion.Tests;

/// <summary>Articles and documents to test with.</summary>
internal static class Texts
{
    public const string Body =
        "The council's leader said on Monday that the bridge would stay closed until the summer, and that nobody had been told why.\n\n"
        + "\"We were not asked,\" she said. The mayor has not answered the letters which were sent to his office after the flood.";

    public static Document Document(string content, string name = "test.txt", string? mediaType = null) =>
        new() { Name = name, Content = Encoding.UTF8.GetBytes(content), MediaType = mediaType };

    public static Article One(this ArticleReader reader, Document document)
    {
        var outcome = Assert.Single(reader.Read(document));
        Assert.True(outcome.IsArticle, outcome.Failure?.Message);
        return outcome.Article;
    }

    public static string Refused(this ArticleReader reader, Document document)
    {
        var outcome = Assert.Single(reader.Read(document));
        Assert.False(outcome.IsArticle, "The document was read.");
        return outcome.Failure.Message;
    }
}
