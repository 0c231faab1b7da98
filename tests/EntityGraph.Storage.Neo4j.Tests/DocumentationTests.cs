using System.Text.RegularExpressions;
using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>The questions of docs/neo4j.md, asked as they stand there.</summary>
[Collection(ServerCollection.Name)]
public sealed partial class DocumentationTests
{
    [SkippableFact]
    public async Task Every_question_of_the_documentation_has_an_answer()
    {
        await using var store = await TestServer.OpenEmptyAsync();
        foreach (var article in News()) await store.ApplyAsync(article.Put());
        var questions = Questions().Matches(await File.ReadAllTextAsync(Documentation())).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, questions.Count);
        await using var transport = Transports.To(TestServer.Options);
        foreach (var question in questions)
        {
            var rows = await transport.ReadAsync(
                new Statement(question, ("name", "Elon Musk"), ("other", "Nigel Farage"), ("outlet", "The Fenwick Courier")), null, default);
            Assert.True(rows.Count > 0, question);
        }
    }

    private static ArticleBuilder[] News() =>
    [
        Interview().In("The Fenwick Courier").On("2026-01-05"),
        Interview().In("The Gazette").On("2026-01-06"),
        An.Article("Nigel Farage said Elon Musk was right. Jess Phillips and Elon Musk met.").In("The Gazette").On("2026-02-01")
            .Person("Nigel Farage").Person("Elon Musk").Person("Jess Phillips").Says("Nigel Farage", "said", "Elon Musk was right"),
    ];

    private static ArticleBuilder Interview() => An.Article("Elon Musk said Nigel Farage should leave Reform UK to Rupert Lowe.")
        .Person("Elon Musk").Person("Nigel Farage").Organisation("Reform UK").Person("Rupert Lowe")
        .Says("Elon Musk", "said", "Nigel Farage should leave Reform UK to Rupert Lowe");

    private static string Documentation()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "docs", "neo4j.md");
            if (File.Exists(file)) return file;
        }

        throw new FileNotFoundException("docs/neo4j.md is not above the tests.");
    }

    [GeneratedRegex("```cypher\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Questions();
}
