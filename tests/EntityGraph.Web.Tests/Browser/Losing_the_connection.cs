using System.Net.Http.Json;
using EntityGraph.Web.Api;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Losing_the_connection(Chromium chromium)
{
    private static readonly string[] Names = ["Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck", "Ed Fry", "Flo Gill", "Gus Hart", "Hal Ives", "Ida Jay", "Jo Kerr"];

    [SkippableFact]
    public async Task In_the_middle_of_an_ingest_the_page_says_so_and_ends_with_the_graph_of_the_store()
    {
        var notes = new NoteTaker();
        await using var server = new WebServer(notes);
        var wire = new Wire();
        await using var explorer = await chromium.OpenAsync(server, wire.TapAsync);
        await IngestAsync(server, 0, 5);
        await explorer.HasEverythingOfAsync(server);

        notes.Hold();
        var rest = IngestAsync(server, 5, 30);
        await notes.Reached;
        await wire.CutAsync();
        await Expect(explorer.Page.Locator("#connection-notice")).ToContainTextAsync("The graph is as of");
        await Expect(explorer.Page.Locator("#connection")).ToHaveTextAsync("Reconnecting");
        var behind = await explorer.KnownAsync();
        notes.GoOn();
        await rest;
        Assert.True((await explorer.KnownAsync()).Number < (await server.GetAsync<Status>("api/status")).Number, "the page heard of changes without a connection");
        Assert.Equal(behind.Number, (await explorer.KnownAsync()).Number);

        var more = IngestAsync(server, 30, 40);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry now" }).ClickAsync();
        wire.Mend();
        await more;
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
        await Expect(explorer.Page.Locator("#connection")).ToHaveTextAsync("Live");
        await Expect(explorer.Page.Locator("#connection-notice")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Messages_that_get_lost_are_asked_for()
    {
        await using var server = new WebServer();
        var wire = new Wire();
        await using var explorer = await chromium.OpenAsync(server, wire.TapAsync);
        await IngestAsync(server, 0, 2);
        await explorer.HasEverythingOfAsync(server);
        wire.LosesChanges = true;
        await IngestAsync(server, 2, 8);
        await WebServer.UntilAsync(() => Task.FromResult(wire.Lost > 0));
        wire.LosesChanges = false;
        await IngestAsync(server, 8, 9);
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_page_that_cannot_load_the_graph_says_so_and_tries_again()
    {
        await using var server = new WebServer();
        await IngestAsync(server, 0, 2);
        var fails = true;
        await using var explorer = await chromium.OpenAsync(server, page => page.RouteAsync("**/api/graph*", route => !fails ? route.ContinueAsync() : route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"title":"Store","detail":"The graph store is locked by another program.","status":503}""",
        })));
        await Expect(explorer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("locked by another program");
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("locked by another program");
        fails = false;
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
    }

    private static async Task IngestAsync(WebServer server, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var text = Notes.That(Names[i % Names.Length], Names[((i * 3) + 1) % Names.Length], $"left before item {i} was read to the members of the board");
            using var response = await server.Client.PostAsJsonAsync("api/articles", new { text });
            var names = await WebServer.ReadAsync<Taken>(response.EnsureSuccessStatusCode());
            await server.EndOfAsync(names.Inputs[0]);
        }
    }

    /// <summary>Stands between the page and the hub.</summary>
    private sealed class Wire
    {
        private readonly List<IWebSocketRoute> _open = [];
        private volatile bool _cut;

        public bool LosesChanges { get; set; }

        public int Lost { get; private set; }

        public async Task TapAsync(IPage page)
        {
            await page.RouteAsync("**/live/negotiate*", route => _cut ? route.AbortAsync("connectionreset") : route.ContinueAsync());
            await page.RouteWebSocketAsync("**/live?*", socket =>
            {
                _open.Add(socket);
                var server = socket.ConnectToServer();
                server.OnMessage(frame =>
                {
                    if (LosesChanges && frame.Text?.Contains("\"target\":\"changes\"", StringComparison.Ordinal) == true)
                        Lost++;
                    else if (!_cut)
                        socket.Send(frame.Text ?? "");
                });
            });
        }

        public async Task CutAsync()
        {
            _cut = true;
            foreach (var socket in _open)
                await socket.CloseAsync(new() { Code = 4000, Reason = "cut" });
            _open.Clear();
        }

        public void Mend() => _cut = false;
    }
}
