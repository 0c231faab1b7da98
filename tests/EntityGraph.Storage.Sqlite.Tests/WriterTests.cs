using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Sqlite.Changes;
using EntityGraph.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Storage.Sqlite.Tests;

/// <summary>How changes that come at once are written.</summary>
public sealed class WriterTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteGraphStore store = null!;
    private Writer writer = null!;

    private SqliteStoreOptions Options => new() { Path = folder.File("graph.db"), BusyTimeout = TimeSpan.FromMinutes(1) };

    public async Task InitializeAsync()
    {
        store = new SqliteGraphStore(Options);
        await store.OpenAsync();
        writer = new Writer(Options);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Of_changes_written_together_one_that_fails_takes_none_of_the_others_with_it()
    {
        var writes = new List<Task<CommitResult>>();
        using (Held())
        {
            for (var i = 0; i < 50; i++)
            {
                var number = i;
                writes.Add(writer.WriteAsync(
                    session =>
                    {
                        var result = new ChangeWriter(session, TimeProvider.System).Apply(Article(number));
                        return number % 10 == 7 ? throw new InvalidOperationException($"no {number}") : result;
                    },
                    default));
            }
        }

        for (var i = 0; i < 50; i++)
        {
            if (i % 10 == 7) Assert.Equal($"no {i}", (await Assert.ThrowsAsync<InvalidOperationException>(() => writes[i])).Message);
            else Assert.Equal(ChangeOutcome.Added, (await writes[i]).Outcome);
        }

        var (last, nodes, _) = await GraphPicture.Replay(store);
        Assert.Equal((45L, 45 + 1), (last, nodes.Count));
        Assert.Equal(45, (await store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task A_change_cancelled_while_it_waits_is_left_out_and_the_others_are_written()
    {
        using var cancellation = new CancellationTokenSource();
        var writes = new List<Task<CommitResult>>();
        using (Held())
        {
            for (var i = 0; i < 10; i++)
            {
                var number = i;
                writes.Add(writer.WriteAsync(
                    session => new ChangeWriter(session, TimeProvider.System).Apply(Article(number)), i % 2 == 0 ? cancellation.Token : default));
            }

            await cancellation.CancelAsync();
            for (var i = 0; i < 10; i += 2) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[i]);
        }

        for (var i = 1; i < 10; i += 2) Assert.Equal(ChangeOutcome.Added, (await writes[i]).Outcome);
        Assert.Equal(5, (await store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task Closing_waits_for_what_is_still_to_be_written()
    {
        Task<CommitResult> write;
        ValueTask closing;
        using (Held())
        {
            write = writer.WriteAsync(session => new ChangeWriter(session, TimeProvider.System).Apply(Article(1)), default);
            closing = writer.DisposeAsync();
        }

        await closing;
        Assert.Equal(ChangeOutcome.Added, (await write).Outcome);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(_ => 1, default));
    }

    private static GraphChange.Put Article(int number) =>
        An.Article($"Ada Byrne met Citizen {number}.").Person("Ada Byrne").Person($"Citizen {number}").Put();

    /// <summary>Another connection that writes, until it is disposed.</summary>
    private SqliteConnection Held()
    {
        var connection = new SqliteConnection($"Data Source={Options.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
