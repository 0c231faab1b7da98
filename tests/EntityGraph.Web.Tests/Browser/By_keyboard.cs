using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class By_keyboard(Chromium chromium)
{
    [SkippableFact]
    public async Task From_the_search_to_the_sentence_in_its_article_and_back()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var keys = explorer.Page.Keyboard;

        await keys.PressAsync("/");
        await keys.TypeAsync("ben c");
        await Expect(explorer.Page.Locator("#search").GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Ben Cole");

        // The focus is on the panel now; Tab leads through what it holds.
        await Expect(explorer.Panel.Locator(".statement")).ToHaveCountAsync(2);
        await TabToAsync(explorer.Page, "Open in article");
        await keys.PressAsync("Enter");
        await Expect(explorer.Panel.Locator(".m-here").First).ToBeInViewportAsync();
        await TabToAsync(explorer.Page, "Ada Byrne");
        await keys.PressAsync("Enter");
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Ada Byrne");
        await keys.PressAsync("Escape");
        await Expect(explorer.Panel.Locator(".who-row")).ToHaveCountAsync(2);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Arrow_keys_walk_on_the_canvas_and_say_where_they_are()
    {
        await using var server = new WebServer();
        await server.PasteAsync(string.Join(' ', new[] { "Ada Byrne", "Cy Dow", "Di Eck", "Ed Fry" }.Select(n => Notes.That(n, "Ben Cole"))));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Ben Cole");
        var visited = new HashSet<string>();
        foreach (var key in new[] { "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowUp" })
        {
            await page.Keyboard.PressAsync(key);
            visited.Add(await page.Locator("#announcer").InnerTextAsync());
        }

        Assert.True(visited.Count >= 3, $"only {string.Join(" / ", visited)} were reached");
        await page.Keyboard.PressAsync("Enter");
        await Expect(explorer.Panel.Locator(".entity-title")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(explorer.Panel.Locator(".entity-title")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task The_list_holds_what_the_canvas_shows_and_sorts()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        await explorer.Page.Locator("#view-list").ClickAsync();
        var rows = explorer.Page.Locator("#list tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.First).ToContainTextAsync("Ben Cole");
        await explorer.Page.Locator("#list").GetByRole(AriaRole.Button, new() { Name = "Name" }).ClickAsync();
        await Expect(rows.First).ToContainTextAsync("Ada Byrne");
        await Expect(explorer.Page.Locator("#list th[aria-sort=ascending]")).ToHaveTextAsync("Name");
        await rows.Nth(2).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Cy Dow");
        await Expect(rows.Nth(2)).ToHaveClassAsync("selected");
        await server.PasteAsync(Notes.That("Di Eck", "Ada Byrne"));
        await Expect(rows).ToHaveCountAsync(4);
        explorer.HasNoComplaints();
    }

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") == text)
                return;
        }

        throw new InvalidOperationException($"Tab does not lead to “{text}”.");
    }
}
