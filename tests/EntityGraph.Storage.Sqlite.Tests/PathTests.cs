using EntityGraph.Storage.Conformance;

namespace EntityGraph.Storage.Sqlite.Tests;

public sealed class PathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_answer_that_had_to_leave_neighbours_out_says_so()
    {
        await using var store = new SqliteGraphStore(new SqliteStoreOptions { Path = folder.File("hubs.db") });
        await store.OpenAsync();
        foreach (var hub in new[] { "Ada", "Zoe" })
        {
            for (var part = 0; part < 9; part++)
            {
                var names = Enumerable.Range(0, 50).Select(i => $"{hub} Friend{part:00}{i:00}").ToList();
                var article = An.Article(string.Join(' ', names.Select(n => $"{hub} said {n} came."))).Person(hub);
                foreach (var name in names) article.Person(name);
                await store.ApplyAsync(article.SaysAll(hub, names.Select(n => $"{n} came")).Put());
            }
        }

        var query = new PathQuery { FromId = ContentId.OfEntity(EntityType.Person, "Ada"), ToId = ContentId.OfEntity(EntityType.Person, "Zoe") };
        var answer = await store.PathsAsync(query);
        Assert.Equal((0, false), (answer.Paths.Count, answer.Complete));
        Assert.True((await store.PathsAsync(query with { MaxLength = 2 })).Complete);
    }
}
