using EntityGraph.Storage.Conformance;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>What the file promises: one file, to be copied, opened by several, ready to be moved to later schemas.</summary>
public sealed class FileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_closed_graph_is_one_file_that_can_be_copied()
    {
        string before;
        await using (var store = await OpenAsync("graph.db"))
        {
            await store.ApplyAsync(Article().Put());
            before = await GraphPicture.Of(store);
        }

        Assert.Equal(["graph.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        File.Copy(folder.File("graph.db"), folder.File("copy.db"));
        await using var copy = await OpenAsync("copy.db");
        Assert.Equal(before, await GraphPicture.Of(copy));
    }

    [Fact]
    public async Task Stores_that_open_an_empty_file_at_once_make_one_graph()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync("graph.db"))));
        var results = await Task.WhenAll(stores.Select((store, i) => store.ApplyAsync(Article(i).Put())));
        Assert.Equal([1L, 2L, 3L, 4L], results.Select(r => r.Difference!.Number).Order());
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Reading_goes_on_while_articles_are_put_and_each_snapshot_is_of_one_moment()
    {
        await using var store = await OpenAsync("graph.db");
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var read = 0;
            while (!done.IsCancellationRequested || read == 0)
            {
                var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 1000 });

                // Each article brings two nodes of its own and one edge.
                Assert.Equal((2 * snapshot.Number, snapshot.Number), (snapshot.Nodes.Count, snapshot.Edges.Count));
                read++;
            }

            return read;
        });
        for (var i = 0; i < 200; i++)
        {
            string ada = $"Ada N{i}", carl = $"Carl N{i}";
            await store.ApplyAsync(An.Article($"{ada} said {carl} lied.").Person(ada).Person(carl).Says(ada, "said", $"{carl} lied").Put());
        }

        await done.CancelAsync();
        Assert.True(await reading > 0);
    }

    [Fact]
    public async Task No_rows_are_left_over_when_all_articles_are_gone()
    {
        await using (var store = await OpenAsync("graph.db"))
        {
            for (var i = 0; i < 5; i++) await store.ApplyAsync(Article(i).Put());
            for (var i = 0; i < 5; i++) await store.ApplyAsync(new GraphChange.Remove(Article(i).Annotated().Article.Id));
        }

        using var connection = new SqliteConnection($"Data Source={folder.File("graph.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('graph', 'change', 'sqlite_sequence')
            -- The full-text indexes themselves are asked, not the tables that they are kept in.
            AND name NOT LIKE 'name#_word#_%' ESCAPE '#' AND name NOT LIKE 'misspelling#_%' ESCAPE '#'
            """;
        var tables = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) tables.Add(reader.GetString(0));
        }

        Assert.True(tables.Count > 10);
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT count(*) FROM {table}";
            Assert.Equal((table, 0L), (table, command.ExecuteScalar()));
        }
    }

    [Fact]
    public async Task The_store_is_given_to_applications_as_the_graph_store()
    {
        var services = new ServiceCollection().AddSqliteGraphStore(new SqliteStoreOptions { Path = folder.File("graph.db") });
        Assert.Equal(ServiceLifetime.Singleton, Assert.Single(services).Lifetime);
        await using var store = (IGraphStore)services[0].ImplementationFactory!(null!);
        await store.OpenAsync();
        Assert.Equal(0, (await store.StatisticsAsync()).Articles);
    }

    private static ArticleBuilder Article(int number = 1) =>
        An.Article($"Ada Byrne of Norvik said that Carl Dunne lied {number} times. She met Carl Dunne in Harwick.")
            .In("The Courier").On("2026-01-05").From($"{number}.txt").Person("Ada Byrne", "She").Organisation("Norvik").Person("Carl Dunne")
            .Place("Harwick").Says("Ada Byrne", "said", $"that Carl Dunne lied {number} times");

    private async Task<SqliteGraphStore> OpenAsync(string name)
    {
        var store = new SqliteGraphStore(new SqliteStoreOptions { Path = folder.File(name) });
        await store.OpenAsync();
        return store;
    }
}
