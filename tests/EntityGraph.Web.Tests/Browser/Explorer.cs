using System.Text.Json;
using EntityGraph.Web.Api;
using Microsoft.Playwright;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>An open explorer page: what it knows, what it shows, and what it complained of.</summary>
public sealed class Explorer(IPage page, IBrowserContext context) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    public ILocator Panel => page.Locator("#panel");

    public ILocator Feed => page.Locator("#feed");

    /// <summary>Errors and warnings in the console, uncaught exceptions, and what the content security policy forbade.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task WatchAsync()
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        await page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error('forbidden: ' + e.violatedDirective + ' ' + e.blockedURI))");
    }

    public void HasNoComplaints() => Assert.Empty(_complaints);

    /// <summary>What the page knows of the graph.</summary>
    public async Task<Known> KnownAsync() =>
        JsonSerializer.Deserialize<Known>(await page.EvaluateAsync<string>("JSON.stringify(window.entityGraph.state)"), WebServer.Json)!;

    /// <summary>What the canvas shows now.</summary>
    public async Task<Shown> ShownAsync() =>
        JsonSerializer.Deserialize<Shown>(await page.EvaluateAsync<string>("JSON.stringify(window.entityGraph.view)"), WebServer.Json)!;

    /// <summary>Waits until the page has every change of the store.</summary>
    public async Task HasEverythingOfAsync(WebServer server) =>
        await WebServer.UntilAsync(async () =>
            await page.EvaluateAsync<bool>("!!window.entityGraph") && (await KnownAsync()).Number == (await server.GetAsync<Status>("api/status")).Number);

    /// <summary>Waits until nothing moves and the names are decided.</summary>
    public async Task IsAtRestAsync()
    {
        await page.WaitForFunctionAsync(
            "() => new Promise(done => { const before = JSON.stringify(entityGraph.view.screen); "
            + "setTimeout(() => done(entityGraph.view.atRest && before === JSON.stringify(entityGraph.view.screen)), 250); })");
    }

    /// <summary>Asserts that the page's graph is the store's, node by node and edge by edge.</summary>
    public async Task EqualsTheStoreAsync(WebServer server)
    {
        var store = await server.GetAsync<GraphSnapshot>("api/graph?budget=1000");
        var known = await KnownAsync();
        Assert.Equal(store.Number, known.Number);
        Assert.Equal(store.Nodes.OrderBy(n => n.Id, StringComparer.Ordinal), known.Nodes.OrderBy(n => n.Id, StringComparer.Ordinal));
        Assert.Equal(store.Edges.OrderBy(e => e.Id, StringComparer.Ordinal), known.Edges.OrderBy(e => e.Id, StringComparer.Ordinal));
    }

    /// <summary>Types a name into the search box and takes the first hit.</summary>
    public async Task SearchAsync(string name)
    {
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search people, organisations and places, or ask" });
        await box.FillAsync(name);
        await page.Locator("#search").GetByRole(AriaRole.Option).Filter(new() { HasText = name }).First.ClickAsync();
        await Assertions.Expect(Panel.Locator(".entity-title")).ToContainTextAsync(name);
    }

    /// <summary>Types a question into the search box and takes what the page understood.</summary>
    public async Task AskAsync(string question)
    {
        await page.GetByRole(AriaRole.Combobox).First.FillAsync(question);
        await page.Locator("#search .option-question").ClickAsync();
    }

    /// <summary>Where an entity is on the page, in pixels.</summary>
    public async Task<Point> PlaceOfAsync(string name)
    {
        await IsAtRestAsync();
        var id = (await KnownAsync()).Nodes.Single(n => n.Name == name).Id;
        var at = (await ShownAsync()).Screen[id];
        var box = (await page.Locator("#canvas").BoundingBoxAsync())!;
        return new Point(box.X + at.X, box.Y + at.Y);
    }

    /// <summary>The names of the entities that are drawn, sorted.</summary>
    public async Task<string[]> NamesAsync()
    {
        var known = await KnownAsync();
        return [.. known.Nodes.Where(n => known.Shown.Nodes.Contains(n.Id)).Select(n => n.Name).Order()];
    }

    /// <summary>Waits until just these entities are drawn.</summary>
    public Task ShowsAsync(params string[] names) => WebServer.UntilAsync(async () => (await NamesAsync()).SequenceEqual(names.Order()));

    /// <summary>Clicks a place of the canvas.</summary>
    public async Task ClickCanvasAsync(Point at)
    {
        var box = (await page.Locator("#canvas").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync((float)(box.X + at.X), (float)(box.Y + at.Y));
    }

    public ValueTask DisposeAsync() => new(context.CloseAsync());
}

/// <summary>What the page knows.</summary>
public sealed record Known(long Number, bool Complete, string Phase, GraphNode[] Nodes, GraphEdge[] Edges, ShownIds Shown, string[] HiddenTypes, string[] Group);

/// <summary>The ids of what is drawn.</summary>
public sealed record ShownIds(string[] Nodes, string[] Edges);

/// <summary>What the canvas shows: positions in the graph's units, the rest in pixels.</summary>
public sealed record Shown(bool AtRest, Dictionary<string, Point> Positions, Label[] Labels, Dictionary<string, Disc> Screen, Dictionary<string, Point> Edges);

/// <summary>A place.</summary>
public sealed record Point(double X, double Y);

/// <summary>A node on the screen.</summary>
public sealed record Disc(double X, double Y, double R);

/// <summary>A name on the screen.</summary>
public sealed record Label(string Id, string Text, double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Label other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
