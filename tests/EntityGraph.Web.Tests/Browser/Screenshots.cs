using EntityGraph.Extraction;
using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;
using Microsoft.Playwright;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>
/// Pictures of every screen and state, to be looked at: with ENTITYGRAPH_SCREENSHOTS=1 they are written to artifacts/screenshots.
/// </summary>
[Collection(Browsing.Name)]
public sealed class Screenshots(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Home.Folder, "artifacts", "screenshots");

    [SkippableTheory]
    [InlineData("wide", ColorScheme.Light)]
    [InlineData("wide", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task Of_every_screen_and_state(string size, ColorScheme scheme)
    {
        Skip.If(Environment.GetEnvironmentVariable("ENTITYGRAPH_SCREENSHOTS") is null or "" or "0", "ENTITYGRAPH_SCREENSHOTS is not set.");
        Directory.CreateDirectory(Folder);
        var phone = size == "phone";
        var options = new BrowserNewContextOptions
        {
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            ColorScheme = scheme,
            HasTouch = phone,
            IsMobile = phone,
            DeviceScaleFactor = phone ? 2 : 1,
        };
        var camera = new Camera($"{size}-{scheme.ToString().ToLowerInvariant()}");
        using var annotator = Annotator.Load();
        await using var server = new WebServer(annotator, null, ("Samples:Folder", Path.Combine(Home.Folder, "samples")), ("Samples:WaitSeconds", "3600"));
        await ComingInAsync(server, options, camera);
        await LookingAroundAsync(server, options, camera, phone);
        await AddingAsync(server, options, camera);
        await InTroubleAsync(server, options, camera);
    }

    private async Task ComingInAsync(WebServer server, BrowserNewContextOptions options, Camera camera)
    {
        await using (var nothing = new WebServer(null, null, ("Samples:Enabled", "false")))
        await using (var empty = await chromium.OpenAsync(nothing, options: options))
        {
            await empty.Page.GetByText("Who said what about whom").WaitForAsync();
            await camera.TakeAsync(empty, "empty");
        }

        await using var explorer = await chromium.OpenAsync(server, options: options);
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Number >= 3);
        await camera.TakeAsync(explorer, "streaming");
        await WebServer.UntilAsync(async () => (await server.GetAsync<IngestionEvent[]>("api/ingestion?limit=100")) is { Length: >= 24 } all && all.All(e => e.IsFinal));
        await explorer.HasEverythingOfAsync(server);
        await explorer.IsAtRestAsync();
        await camera.TakeAsync(explorer, "streamed");
    }

    private async Task LookingAroundAsync(WebServer server, BrowserNewContextOptions options, Camera camera, bool phone)
    {
        await using var explorer = await chromium.OpenAsync(server, options: options);
        var page = explorer.Page;
        await explorer.HasEverythingOfAsync(server);
        await explorer.IsAtRestAsync();
        await camera.TakeAsync(explorer, "graph");
        if (phone)
        {
            await page.Locator("#menu").ClickAsync();
            await camera.TakeAsync(explorer, "drawer");
            await page.Keyboard.PressAsync("Escape");
        }

        var pairs = await server.GetAsync<Page<WhoMentioned>>("api/mentions?speakerType=Person&mentionedType=Person&limit=1");
        var (speaker, mentioned) = (pairs.Items[0].Speaker, pairs.Items[0].Mentioned);
        await page.GetByRole(AriaRole.Combobox).First.FillAsync(mentioned.Name[..3]);
        await page.Locator("#search").GetByRole(AriaRole.Option).First.WaitForAsync();
        await camera.TakeAsync(explorer, "search");
        await explorer.SearchAsync(mentioned.Name);
        await explorer.Panel.Locator(".statement").First.WaitForAsync();
        await camera.TakeAsync(explorer, "entity");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Articles on graph" }).ClickAsync();
        await camera.TakeAsync(explorer, "articles");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Hide articles" }).ClickAsync();
        await explorer.Panel.Locator(".chip").Filter(new() { HasText = speaker.Name }).First.ClickAsync();
        await explorer.Panel.Locator(".pair-head").WaitForAsync();
        await explorer.Panel.Locator(".statement").First.WaitForAsync();
        await camera.TakeAsync(explorer, "pair");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Open in article" }).First.ClickAsync();
        await explorer.Panel.Locator(".m-here").First.WaitForAsync();
        await camera.TakeAsync(explorer, "article");
        await page.Locator("#panel-close").ClickAsync();
        await explorer.AskAsync($"who mentioned {mentioned.Name}");
        await explorer.Panel.Locator(".who-row").First.WaitForAsync();
        await camera.TakeAsync(explorer, "ask");
        if (phone)
            await page.Locator("#panel-close").ClickAsync();
        await page.Locator("#filter").ClickAsync();
        await camera.TakeAsync(explorer, "filter-form");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Remove “about {mentioned.Name}”" }).ClickAsync();
        await explorer.AskAsync($"how is {speaker.Name} linked to {mentioned.Name}");
        await explorer.Panel.Locator(".path").First.WaitForAsync();
        await camera.TakeAsync(explorer, "paths");
        await page.Locator("#panel-close").ClickAsync();
        if (!phone)
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Appears with" }).CheckAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Places" }).UncheckAsync();
            await camera.TakeAsync(explorer, "filters");
        }

        await page.Locator("#view-list").ClickAsync();
        await camera.TakeAsync(explorer, "list");
    }

    private async Task AddingAsync(WebServer server, BrowserNewContextOptions options, Camera camera)
    {
        await using var explorer = await chromium.OpenAsync(server, options: options);
        var page = explorer.Page;
        await explorer.HasEverythingOfAsync(server);
        await page.Locator("#add").ClickAsync();
        await camera.TakeAsync(explorer, "add-text");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Files" }).ClickAsync();
        await camera.TakeAsync(explorer, "add-files");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Web address" }).ClickAsync();
        await page.GetByLabel("Address of the article").FillAsync("http://127.0.0.1:1/private");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fetch and add" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert).WaitForAsync();
        await camera.TakeAsync(explorer, "add-refused");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#samples-clear").ClickAsync();
        await camera.TakeAsync(explorer, "confirm");
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task InTroubleAsync(WebServer server, BrowserNewContextOptions options, Camera camera)
    {
        await using (var explorer = await chromium.OpenAsync(server, page => page.RouteAsync("**/live/negotiate*", _ => Task.CompletedTask), options))
            await camera.TakeAsync(explorer, "loading");
        await using (var explorer = await chromium.OpenAsync(server, page => page.RouteAsync("**/live/negotiate*", route => route.AbortAsync()), options))
        {
            await explorer.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
            await camera.TakeAsync(explorer, "unreachable");
        }

        var sockets = new List<IWebSocketRoute>();
        await using (var explorer = await chromium.OpenAsync(server, page => page.RouteWebSocketAsync("**/live?*", s => { sockets.Add(s); s.ConnectToServer(); }), options))
        {
            await explorer.HasEverythingOfAsync(server);
            await explorer.Page.RouteAsync("**/live/negotiate*", route => route.AbortAsync());
            foreach (var socket in sockets)
                await socket.CloseAsync();
            await explorer.Page.Locator("#connection-notice").WaitForAsync();
            await camera.TakeAsync(explorer, "reconnecting");
        }

        await using (var explorer = await chromium.OpenAsync(server, options: options))
        {
            await explorer.HasEverythingOfAsync(server);
            await explorer.Page.Locator("#samples-clear").ClickAsync();
            await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Clear samples" }).ClickAsync();
            await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).WaitForAsync();
            await explorer.Page.Locator("#samples-notice").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await camera.TakeAsync(explorer, "cleared");
        }
    }

    private sealed class Camera(string prefix)
    {
        public async Task TakeAsync(Explorer explorer, string state)
        {
            await explorer.Page.WaitForTimeoutAsync(700);
            await explorer.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{prefix}-{state}.png") });
        }
    }
}
