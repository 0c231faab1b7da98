using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Following_the_news(Chromium chromium)
{
    [SkippableFact]
    public async Task Changes_are_held_back_and_counted_until_one_goes_on()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await page.Locator("#follow").ClickAsync();
        await Expect(page.Locator("#follow")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator("#pause").ClickAsync();
        await server.PasteAsync(Notes.That("Cy Dow", "Ben Cole"));
        await server.PasteAsync(Notes.That("Di Eck", "Ben Cole"));
        await Expect(page.Locator("#pause")).ToHaveAttributeAsync("title", "Go on: 2 changes wait");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole");
        await page.Locator("#pause").ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck");
        await explorer.EqualsTheStoreAsync(server);

        // Whoever comes back is told what came in meanwhile.
        await page.GotoAsync("about:blank");
        await server.PasteAsync(Notes.That("Ed Fry", "Ben Cole"));
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("#since-notice")).ToContainTextAsync("1 article came in since you were here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show whom they concern" }).ClickAsync();
        await Expect(page.Locator("#group-bar")).ToContainTextAsync("2 chosen");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Whoever_is_here_for_the_first_time_is_shown_around_once()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server, firstTime: true);
        var tour = explorer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tour" });
        for (var i = 1; i <= 4; i++)
        {
            await Expect(tour).ToContainTextAsync($"{i} of 4");
            await tour.Locator(".primary").ClickAsync();
        }

        await Expect(tour).ToBeHiddenAsync();
        await explorer.Page.ReloadAsync();
        await explorer.HasEverythingOfAsync(server);
        await Expect(tour).ToBeHiddenAsync();
        await explorer.Page.Keyboard.PressAsync("?");
        await explorer.Page.Locator("#tour-again").ClickAsync();
        await Expect(tour).ToContainTextAsync("1 of 4");
        explorer.HasNoComplaints();
    }
}
