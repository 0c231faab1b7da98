using Microsoft.Playwright;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>The system's Chromium, started once for all tests that look at the page. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is, or null: then the tests are skipped.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("ENTITYGRAPH_CHROMIUM") }.Concat(Places).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;
        // Patience for a busy machine; nothing is said about how fast the page is.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh browser with a page on the server's explorer; whoever is there for the first time is shown around.</summary>
    public async Task<Explorer> OpenAsync(WebServer server, Func<IPage, Task>? before = null, BrowserNewContextOptions? options = null, string? at = null, bool firstTime = false)
    {
        Skip.If(_browser is null, "Chromium is not installed (or name it in ENTITYGRAPH_CHROMIUM).");
        options ??= new BrowserNewContextOptions();
        options.ViewportSize ??= new ViewportSize { Width = 1440, Height = 900 };
        options.ReducedMotion ??= ReducedMotion.Reduce;
        options.Locale ??= "en-GB";
        var context = await _browser!.NewContextAsync(options);
        var page = await context.NewPageAsync();
        var explorer = new Explorer(page, context);
        await explorer.WatchAsync();
        if (!firstTime)
            await page.AddInitScriptAsync("if (location.protocol.startsWith('http')) localStorage.setItem('tour', 'seen')");
        if (before is not null)
            await before(page);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(at ?? server.Address.AbsoluteUri);
        return explorer;
    }
}

/// <summary>Tests that share the browser and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
