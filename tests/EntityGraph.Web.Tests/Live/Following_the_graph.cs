using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using EntityGraph.Ingestion;
using EntityGraph.Storage.Conformance;
using EntityGraph.Web.Live;
using EntityGraph.Web.Tests.Api;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EntityGraph.Web.Tests.Live;

public sealed class Following_the_graph : IAsyncLifetime
{
    private readonly WebServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_ingested_article_reaches_every_page_as_a_numbered_change()
    {
        await using var one = new Page(_server);
        await using var two = new Page(_server);
        Assert.Equal(0, await one.JoinAsync());
        Assert.Equal(0, await two.JoinAsync());
        await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await _server.PasteAsync(Notes.That("Ben Cole", "Cy Dow"));
        await one.HasAsync(2);
        await two.HasAsync(2);
        Assert.Equal([1L, 2L], one.Changes.Select(c => c.Number));
        Assert.Equal(Told(one.Changes), Told(two.Changes));
        Assert.Equal(Told(await _server.GetAsync<GraphDifference[]>("api/changes")), Told(one.Changes));
    }

    [Fact]
    public async Task The_steps_of_an_input_reach_the_pages_up_to_its_end()
    {
        await using var page = new Page(_server);
        await page.JoinAsync();
        var end = await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await WebServer.UntilAsync(() => Task.FromResult(page.Steps.Any(s => s.IsFinal)));
        var last = page.Steps[^1];
        Assert.Equal((end.Input, IngestionState.Added, 1L), (last.Input, last.State, last.Number));
    }

    [Fact]
    public async Task A_burst_arrives_whole_in_order_and_gathered()
    {
        const int Count = 120;
        await using var page = new Page(_server);
        await page.JoinAsync();
        var lines = Enumerable.Range(0, Count)
            .Select(i => JsonSerializer.Serialize(new { text = Notes.That("Ada Byrne", "Ben Cole", $"wrote the letter with the number {i} to the council") }));
        using var form = new MultipartFormDataContent { { new StringContent(string.Join('\n', lines)), "files", "burst.jsonl" } };
        using var response = await _server.Client.PostAsync("api/articles/files", form);
        await page.HasAsync(Count);
        Assert.Equal(Enumerable.Range(1, Count).Select(n => (long)n), page.Changes.Select(c => c.Number));
        Assert.InRange(page.Messages.Count, 1, Count - 1);
    }

    [Fact]
    public async Task What_another_program_commits_to_the_same_file_is_announced()
    {
        await using var page = new Page(_server);
        await page.JoinAsync();
        await using var other = await _server.OtherProgramAsync();
        await other.ApplyAsync(An.Article("Ada Byrne said that Ben Cole lied.").Person("Ada Byrne").Person("Ben Cole")
            .Says("Ada Byrne", "said", "that Ben Cole lied").Put());
        await page.HasAsync(1);
        Assert.Equal(2, page.Changes[0].Nodes.Count);
    }

    [Fact]
    public async Task A_page_that_was_away_asks_for_what_it_missed_and_has_the_same_graph()
    {
        await using var page = new Page(_server);
        await page.JoinAsync();
        await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await page.HasAsync(1);
        await page.Connection.StopAsync();
        await _server.PasteAsync(Notes.That("Ben Cole", "Cy Dow"));
        await _server.PasteAsync(Notes.That("Cy Dow", "Ada Byrne"));
        await using var witness = new Page(_server);
        await WebServer.UntilAsync(async () => await witness.JoinAsync() == 3);

        Assert.Equal(3, await page.JoinAsync());
        var known = page.Changes.ToList();
        while (await page.ChangesAfterAsync(known[^1].Number) is { Length: > 0 } missed)
            known.AddRange(missed);
        Assert.Equal([1L, 2L, 3L], known.Select(c => c.Number));
        var graph = await _server.GetAsync<GraphSnapshot>("api/graph");
        Assert.Equal(
            graph.Nodes.Select(n => (n.Id, n.MentionedBy, n.Said)).Order(),
            known.SelectMany(c => c.Nodes).GroupBy(n => n.Id).Select(g => g.Last()).Select(n => (n.Id, n.MentionedBy, n.Said)).Order());
        Assert.Equal(
            graph.Edges.Select(e => (e.Id, e.Count)).Order(),
            known.SelectMany(c => c.Edges).GroupBy(e => e.Id).Select(g => g.Last()).Select(e => (e.Id, e.Count)).Order());
    }

    [Fact]
    public async Task Clearing_the_samples_takes_their_nodes_off_every_page()
    {
        await using var page = new Page(_server);
        await page.JoinAsync();
        await _server.Store.ApplyAsync(An.Article("Ada Byrne said that Ben Cole lied.").Of("samples")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ada Byrne", "said", "that Ben Cole lied").Put());
        using var response = await _server.Client.DeleteAsync("api/samples");
        await page.HasAsync(2);
        Assert.Equal(2, page.Changes[^1].RemovedNodes.Count);
        Assert.Single(page.Changes[^1].RemovedEdges);
    }

    [Fact]
    public async Task What_does_not_make_sense_is_refused_and_the_connection_goes_on()
    {
        await using var page = new Page(_server);
        await page.JoinAsync();
        await Assert.ThrowsAsync<HubException>(() => page.ChangesAfterAsync(-1));
        await Assert.ThrowsAsync<HubException>(() => page.Connection.InvokeAsync("ChangesAfter", "one' OR 1=1"));
        await Assert.ThrowsAsync<HubException>(() => page.Connection.InvokeAsync("Announce", "anything"));
        Assert.Empty(await page.ChangesAfterAsync(long.MaxValue));
    }

    [Fact]
    public async Task A_page_that_sends_too_much_is_disconnected_and_the_others_are_not()
    {
        await using var loud = new Page(_server);
        await using var quiet = new Page(_server);
        await quiet.JoinAsync();
        await loud.JoinAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => loud.Connection.InvokeAsync("ChangesAfter", new string('9', 100_000)));
        await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await quiet.HasAsync(1);
        Assert.Equal(HubConnectionState.Connected, quiet.Connection.State);
    }

    [Fact]
    public async Task A_page_that_does_not_take_what_it_is_sent_is_disconnected_and_the_others_get_everything()
    {
        const int Count = 24;
        await using var server = new WebServer(null, null, ("Live:SendSeconds", "1"));
        await using var witness = new Page(server);
        var heard = 0;
        witness.Connection.On<string>("noise", _ => Interlocked.Increment(ref heard));
        await witness.JoinAsync();

        using var deaf = new ClientWebSocket();
        await deaf.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "live" }.Uri, CancellationToken.None);
        await SendAsync(deaf, """{"protocol":"json","version":1}""");
        await SendAsync(deaf, """{"type":1,"target":"Join","arguments":[],"invocationId":"1"}""");
        var audience = server.Services.GetRequiredService<Audience>();
        await WebServer.UntilAsync(() => Task.FromResult(audience.Count == 2));

        for (var i = 0; i < Count; i++)
            await audience.SendAsync("noise", new string('x', 1_000_000));
        Assert.Equal(1, audience.Count);
        await WebServer.UntilAsync(() => Task.FromResult(Volatile.Read(ref heard) == Count));

        static Task SendAsync(ClientWebSocket socket, string message) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    [Fact]
    public async Task Another_sites_page_cannot_listen()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        var address = new UriBuilder(_server.Address) { Scheme = "ws", Path = "live" }.Uri;
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_stay_below_their_size_and_keep_the_order()
    {
        var items = Enumerable.Range(0, 400).Select(i => new string((char)('a' + (i % 26)), i)).Append(new string('x', 2 * MessageSize.Limit)).Append("last").ToList();
        var messages = MessageSize.Split(items, WebServer.Json).ToList();
        Assert.Equal(items, messages.SelectMany(m => m));
        Assert.All(messages.Where(m => m.Count > 1), m => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(m).Length, 1, MessageSize.Limit));
        Assert.Contains(messages, m => m is [{ Length: 2 * MessageSize.Limit }]);
    }

    private static string Told(IEnumerable<GraphDifference> changes) => JsonSerializer.Serialize(changes, WebServer.Json);
}
