using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class On_a_phone(Chromium chromium)
{
    private const string LongName = "Maximiliana Featherstonehaughcholmondeleymarjoribanks";

    [SkippableFact]
    public async Task Nothing_is_wider_than_the_screen_whatever_is_open()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That(LongName, "Ben Cole") + " " + Notes.That("Ben Cole", LongName) + " " + Crowd.Around("Ada Byrne", 30));
        await using var explorer = await chromium.OpenAsync(server, options: new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            HasTouch = true,
            IsMobile = true,
            DeviceScaleFactor = 2,
        });
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await Expect(explorer.Panel).ToBeHiddenAsync();
        await FitsAsync(page, "the graph");

        await page.Locator("#menu").ClickAsync();
        await Expect(page.Locator("#legend")).ToBeVisibleAsync();
        await FitsAsync(page, "the drawer");
        await page.Keyboard.PressAsync("Escape");

        await explorer.SearchAsync(LongName);
        await FitsAsync(page, "an entity");
        await explorer.Panel.Locator(".chip").First.ClickAsync();
        await Expect(explorer.Panel.Locator(".statement")).ToHaveCountAsync(1);
        await FitsAsync(page, "a pair");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Open in article" }).ClickAsync();
        await Expect(explorer.Panel).ToHaveAttributeAsync("data-snap", "full");
        await Expect(explorer.Panel.Locator(".m-here").First).ToBeInViewportAsync();
        await FitsAsync(page, "an article");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Smaller" }).ClickAsync();
        await Expect(explorer.Panel).ToHaveAttributeAsync("data-snap", "half");
        await page.Locator("#panel-close").ClickAsync();
        await Expect(explorer.Panel).ToBeHiddenAsync();

        await page.Locator("#filter").ClickAsync();
        await Expect(page.Locator(".filter-form")).ToBeVisibleAsync();
        await FitsAsync(page, "the filters");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#view-list").ClickAsync();
        await FitsAsync(page, "the list");
        await page.Locator("#add").ClickAsync();
        await FitsAsync(page, "the dialog");
        explorer.HasNoComplaints();
    }

    /// <summary>Asserts that the page does not scroll sideways and that nothing one can press reaches beyond its edge.</summary>
    private static async Task FitsAsync(IPage page, string what)
    {
        var beyond = await page.EvaluateAsync<string[]>(
            """
            () => {
              const wide = document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth ? ["the page"] : [];
              const scrolls = e => e && (e.scrollWidth > e.clientWidth && /auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
              const shown = [...document.querySelectorAll("button, input, a, h2, blockquote, .notice, .toast")].filter(e => e.checkVisibility());
              return [...wide, ...shown.filter(e => { const b = e.getBoundingClientRect(); return b.width > 2 && (b.right > innerWidth + 1 || b.left < -1) && !scrolls(e.parentElement); })
                .map(e => e.outerHTML.slice(0, 120))];
            }
            """);
        Assert.True(beyond.Length == 0, $"{what}: {string.Join('\n', beyond)}");
    }
}
