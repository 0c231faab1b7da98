using EntityGraph.Web.Hosting;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>What axe (Deque's checker) finds on the page's screens.</summary>
[Collection(Browsing.Name)]
public sealed class Access_for_all(Chromium chromium)
{
    private static readonly string Axe = Path.Combine(Home.Folder, "node_modules", "axe-core", "axe.min.js");

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_on_any_screen(int width, ColorScheme scheme)
    {
        Skip.IfNot(File.Exists(Axe), "axe-core is not in node_modules (npm ci).");
        await using var server = new WebServer();
        await server.PasteAsync(string.Join(' ', Notes.That("Ada Byrne", "Ben Cole"), Notes.That("Cy Dow", "Ben Cole"), Notes.That("Ben Cole", "Di Eck")));
        await using var explorer = await chromium.OpenAsync(server, options: new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        await CheckAsync(page, "the graph");

        await explorer.SearchAsync("Ben Cole");
        await explorer.Panel.Locator(".statement").First.WaitForAsync();
        await CheckAsync(page, "an entity");
        await page.Locator("#more").ClickAsync();
        await CheckAsync(page, "the menu");
        await page.Keyboard.PressAsync("Escape");
        await explorer.Panel.Locator(".tab-body .chip").First.ClickAsync();
        await explorer.Panel.Locator(".pair-head").WaitForAsync();
        await CheckAsync(page, "a pair");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Open in article" }).First.ClickAsync();
        await explorer.Panel.Locator(".reader-title").WaitForAsync();
        await CheckAsync(page, "an article");
        await page.Locator("#panel-close").ClickAsync();

        foreach (var (button, screen) in new[] { ("#share", "the views"), ("#filter", "the filters"), ("#help", "the keys") })
        {
            if (!await page.Locator(button).IsVisibleAsync())
                continue;
            await page.Locator(button).ClickAsync();
            await CheckAsync(page, screen);
            await page.Keyboard.PressAsync("Escape");
        }

        if (await page.Locator(".panel-open").IsVisibleAsync())
            await page.Locator(".panel-open").ClickAsync();
        await explorer.Panel.Locator("#analysis").ClickAsync();
        await explorer.Panel.Locator(".analysis tbody tr").First.WaitForAsync();
        await explorer.Panel.Locator("#colour-groups").ClickAsync();
        await CheckAsync(page, "the analysis");
        await page.Locator("#panel-close").ClickAsync();
        await page.Locator("#view-list").ClickAsync();
        await CheckAsync(page, "the list");
        await page.Locator("#add").ClickAsync();
        await CheckAsync(page, "adding an article");
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ["violations"], preload: false })).violations
              .filter(one => one.impact === "serious" || one.impact === "critical")
              .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" … ")}`)
            """);
        Assert.True(found.Length == 0, $"{screen}: {string.Join('\n', found)}");
    }
}
