using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Sqlite.Changes;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>What goes wrong with files, and what people are told of it.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("graph.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        var file = folder.File(Path.Combine("a", "b", "graph.db"));
        await using var store = Store(file);
        await store.OpenAsync();
        Assert.True(System.IO.File.Exists(file));
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        await using var store = Store(folder.Path);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
        Assert.Contains($"'{folder.Path}' is a folder", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_file_where_a_folder_should_be_is_named()
    {
        await System.IO.File.WriteAllTextAsync(folder.File("a"), "");
        await using var store = Store(folder.File(Path.Combine("a", "graph.db")));
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
        Assert.Contains("cannot be made", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 1000));
        await System.IO.File.WriteAllTextAsync(File, text);
        await using (var store = Store())
        {
            var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
            Assert.Contains($"'{File}' is not a graph", failure.Message, StringComparison.Ordinal);
            Assert.False(failure.IsTransient);
        }

        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        Sql("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await using (var store = Store())
        {
            var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
            Assert.Contains("some other program", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_graph_of_an_earlier_program_is_brought_up_to_date()
    {
        await using (var store = await OpenAsync()) await store.ApplyAsync(Article().Put());
        Sql("DROP TABLE decision; DROP TABLE decision_about; DROP TABLE decided; DROP TABLE put_form; PRAGMA user_version = 1");
        await using var again = await OpenAsync();
        Assert.Equal(1, (await again.StatisticsAsync()).Articles);
        Assert.Equal(0, (await again.DecisionsAsync(new DecisionQuery())).Total);
    }

    [Fact]
    public async Task A_newer_graph_is_refused_and_left_alone()
    {
        await using (var store = await OpenAsync()) await store.ApplyAsync(Article().Put());
        Sql("PRAGMA user_version = 1000");
        await using (var store = Store())
        {
            var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.OpenAsync());
            Assert.Contains("newer version", failure.Message, StringComparison.Ordinal);
            Assert.Contains("schema 1000", failure.Message, StringComparison.Ordinal);
        }

        Sql($"PRAGMA user_version = {Migrations.Latest}");
        await using var again = await OpenAsync();
        Assert.Equal(1, (await again.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task A_damaged_graph_is_named()
    {
        await using (var store = await OpenAsync())
        {
            for (var i = 0; i < 20; i++) await store.ApplyAsync(Article(i).Put());
        }

        await using (var stream = new FileStream(File, FileMode.Open))
        {
            // The first page, with the schema, is left whole: the damage shows only where it is met.
            stream.Position = 4096;
            var noise = new byte[stream.Length - 4096];
            new Random(1).NextBytes(noise);
            await stream.WriteAsync(noise);
        }

        await using var damaged = Store();
        var failure = await Assert.ThrowsAsync<GraphStoreException>(async () =>
        {
            await damaged.OpenAsync();
            await damaged.ApplyAsync(Article(21).Put());
        });
        Assert.Contains($"'{File}' is damaged", failure.Message, StringComparison.Ordinal);
        Assert.Contains("copy", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_graph_that_another_program_writes_to_is_waited_for_then_given_up_as_transient()
    {
        await using var store = Store(patience: TimeSpan.FromMilliseconds(150));
        await store.OpenAsync();
        using (var other = Connect())
        {
            Execute(other, "BEGIN IMMEDIATE");
            var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.ApplyAsync(Article().Put()));
            Assert.True(failure.IsTransient);
            Assert.Contains(File, failure.Message, StringComparison.Ordinal);

            // Who only reads need not wait.
            Assert.Equal(0, (await store.StatisticsAsync()).Articles);
            Execute(other, "ROLLBACK");
        }

        Assert.Equal(1, (await store.ApplyAsync(Article().Put())).Difference!.Number);
    }

    [Fact]
    public async Task Waiting_for_another_program_can_be_cancelled()
    {
        await using var store = Store(patience: TimeSpan.FromMinutes(5));
        await store.OpenAsync();
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");
        using var cancellation = new CancellationTokenSource();
        var waiting = store.ApplyAsync(Article().Put(), cancellation.Token);
        var behind = store.ApplyAsync(Article(2).Put(), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);
        Execute(other, "ROLLBACK");
        Assert.Equal(ChangeOutcome.Added, (await store.ApplyAsync(Article().Put())).Outcome);
    }

    [Fact]
    public async Task A_change_for_which_there_is_no_room_is_not_written_at_all()
    {
        await using var store = await OpenAsync();
        await store.ApplyAsync(Article().Put());
        var before = await GraphPicture.Of(store);

        // A connection that is held to the file's present size meets what it would on a full disk.
        await using var full = new SessionPool(new SqliteStoreOptions { Path = File });
        await full.WriteAsync(s => s.Number("PRAGMA max_page_count = 1"), default);
        var failure = await Assert.ThrowsAsync<GraphStoreException>(async () =>
        {
            for (var i = 2; i < 200; i++) await full.WriteAsync(s => new ChangeWriter(s, TimeProvider.System).Apply(Long(i).Put()), default);
        });
        Assert.Contains("no room left", failure.Message, StringComparison.Ordinal);
        Assert.Contains(File, failure.Message, StringComparison.Ordinal);

        var (number, nodes, edges) = await GraphPicture.Replay(store);
        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 1000 });
        Assert.Equal((snapshot.Number, snapshot.TotalNodes, snapshot.TotalEdges), (number, nodes.Count, edges.Count));

        Assert.Equal(number + 1, (await store.ApplyAsync(Article(999).Put())).Difference!.Number);
        foreach (var article in (await store.ArticlesAsync(new ArticleQuery { Page = new PageRequest(0, 1000) })).Items)
        {
            if (article.Id != Article().Annotated().Article.Id) await store.ApplyAsync(new GraphChange.Remove(article.Id));
        }

        Assert.Equal(before, await GraphPicture.Of(store));
    }

    [SkippableFact]
    public async Task A_graph_that_may_only_be_read_says_so()
    {
        await using (var store = await OpenAsync()) await store.ApplyAsync(Article().Put());
        Skip.If(Environment.IsPrivilegedProcess, "an administrator may write everything");
        Permit(File, UnixFileMode.UserRead);
        Permit(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            await using var store = Store();
            var failure = await Assert.ThrowsAsync<GraphStoreException>(async () =>
            {
                await store.OpenAsync();
                await store.ApplyAsync(Article(2).Put());
            });
            Assert.Contains(File, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Permit(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.StatisticsAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ApplyAsync(Article().Put()));
    }

    private static ArticleBuilder Article(int number = 1) => An.Article($"Ada Byrne said that Carl Dunne lied {number} times.")
        .Person("Ada Byrne").Person("Carl Dunne").Says("Ada Byrne", "said", $"that Carl Dunne lied {number} times");

    private static ArticleBuilder Long(int number) =>
        An.Article($"Citizen {number} said {string.Join(' ', Enumerable.Repeat("never", 5000))} again.").Person($"Citizen {number}");

    private static void Permit(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) throw new SkipException("needs the file permissions of Unix");
        System.IO.File.SetUnixFileMode(path, mode);
    }

    private SqliteGraphStore Store(string? file = null, TimeSpan? patience = null) =>
        new(new SqliteStoreOptions { Path = file ?? File, BusyTimeout = patience ?? TimeSpan.FromSeconds(5) });

    private async Task<SqliteGraphStore> OpenAsync()
    {
        var store = Store();
        await store.OpenAsync();
        return store;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Sql(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
