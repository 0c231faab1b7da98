using System.Net;
using System.Net.Http.Json;
using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;
using EntityGraph.Web.Intake;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntityGraph.Web.Tests.Api;

public sealed class Waiting_in_the_queue
{
    [Fact]
    public async Task What_finds_no_room_is_told_to_come_again()
    {
        var notes = new NoteTaker();
        notes.Hold();
        await using var server = new WebServer(notes, null, ("Ingestion:QueueLength", "1"));
        using var first = await server.Client.PostAsJsonAsync("api/articles", new { text = Notes.That("Ada Byrne", "Ben Cole") });
        await notes.Reached;
        using var second = await server.Client.PostAsJsonAsync("api/articles", new { text = Notes.That("Ada Byrne", "Cy Dow") });
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        using var third = await server.Client.PostAsJsonAsync("api/articles", new { text = Notes.That("Ada Byrne", "Di Eck") });
        await Problem.HasAsync(third, HttpStatusCode.ServiceUnavailable, "too much waits");
        Assert.NotNull(third.Headers.RetryAfter);
        notes.GoOn();
        var taken = await WebServer.ReadAsync<Taken>(second);
        Assert.Equal(IngestionState.Added, (await server.EndOfAsync(taken.Inputs[0])).State);
    }

    [Fact]
    public async Task A_server_that_stops_finishes_what_it_has_begun_and_fails_the_rest_with_the_reason()
    {
        var notes = new NoteTaker();
        await using var world = new World(notes, drainSeconds: 30);
        notes.Hold();
        world.Add("begun.txt");
        await notes.Reached;
        world.Add("waiting.txt");
        var stopped = world.Queue.StopAsync(CancellationToken.None);
        Assert.Null(world.Queue.TryAdd([World.Note("late.txt")]));
        notes.GoOn();
        await stopped;
        var ends = world.Ledger.Latest(10).ToDictionary(e => e.Input);
        Assert.Equal(IngestionState.Added, ends["begun.txt"].State);
        Assert.Equal(IngestionState.Failed, ends["waiting.txt"].State);
        Assert.Contains("stopped before its turn", ends["waiting.txt"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_wait_any_longer_says_what_it_broke_off()
    {
        var notes = new NoteTaker();
        await using var world = new World(notes, drainSeconds: 0);
        notes.Hold();
        world.Add("begun.txt");
        await notes.Reached;
        await world.Queue.StopAsync(CancellationToken.None);
        var end = Assert.Single(world.Ledger.Latest(10));
        Assert.Equal(IngestionState.Failed, end.State);
        Assert.Contains("stopped while", end.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_keeps_failing_fails_each_input_and_the_worker_goes_on()
    {
        await using var world = new World(new NoteTaker(), drainSeconds: 10, full: true);
        for (var i = 0; i < 5; i++)
            world.Add($"{i}.txt");
        await WebServer.UntilAsync(() => Task.FromResult(world.Ledger.Latest(10).All(e => e.IsFinal)));
        Assert.All(world.Ledger.Latest(10), e => Assert.Equal(IngestionState.Failed, e.State));
        Assert.All(world.Ledger.Latest(10), e => Assert.DoesNotContain("/", e.Reason, StringComparison.Ordinal));
        world.Store.IsFull = false;
        world.Add("after.txt");
        await WebServer.UntilAsync(() => Task.FromResult(world.Ledger.Latest(1)[0].IsFinal));
        Assert.Equal(IngestionState.Added, world.Ledger.Latest(1)[0].State);
    }

    [Fact]
    public void The_ledger_keeps_the_latest_state_of_the_last_inputs_only()
    {
        var ledger = new IngestionLedger(new IntakeSettings { LedgerLength = 2 }, new StoreName("/a/graph.db"));
        foreach (var (input, state) in new[]
        {
            ("a", IngestionState.Queued), ("b", IngestionState.Queued), ("a", IngestionState.Added), ("c", IngestionState.Queued),
        })
        {
            ledger.Record(new IngestionEvent { Input = input, State = state, At = DateTimeOffset.UnixEpoch });
        }

        Assert.Equal([("c", IngestionState.Queued), ("a", IngestionState.Added)], ledger.Latest(10).Select(e => (e.Input, e.State)));
    }

    /// <summary>A queue with its pipeline over a real store that can be made to run out of room.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-queue").FullName;

        public World(NoteTaker notes, double drainSeconds, bool full = false)
        {
            var path = Path.Combine(_folder, "graph.db");
            Store = new StoreOutOfRoom(path) { IsFull = full };
            Store.OpenAsync().GetAwaiter().GetResult();
            var settings = new IntakeSettings { DrainSeconds = drainSeconds };
            Ledger = new IngestionLedger(settings, new StoreName(path));
            Queue = new IngestionQueue(new IngestionPipeline(notes, Store), Ledger, settings, TimeProvider.System, NullLogger<IngestionQueue>.Instance);
            Queue.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        public StoreOutOfRoom Store { get; }

        public IngestionLedger Ledger { get; }

        public IngestionQueue Queue { get; }

        public static DocumentOrFailure Note(string name) => new(new Document
        {
            Name = name,
            Content = System.Text.Encoding.UTF8.GetBytes(Notes.That("Ada Byrne", "Ben Cole", $"took the paper called {name} to the others in the house")),
        });

        public void Add(string name) => Assert.NotNull(Queue.TryAdd([Note(name)]));

        public async ValueTask DisposeAsync()
        {
            await Queue.StopAsync(CancellationToken.None);
            Queue.Dispose();
            await Store.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
