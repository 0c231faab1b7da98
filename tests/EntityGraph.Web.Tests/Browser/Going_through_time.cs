using System.Net.Http.Json;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Going_through_time(Chromium chromium)
{
    [SkippableFact]
    public async Task The_graph_as_of_a_day_is_chosen_by_keys_and_a_stretch_by_the_mouse()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server, ReducedMotion.Reduce);
        var page = explorer.Page;
        var end = page.GetByRole(AriaRole.Slider, new() { Name = "To" });
        await Expect(end).ToHaveAttributeAsync("aria-valuetext", "4 Mar 2025");
        await end.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole");
        await Expect(page.Locator("#timeline")).ToContainTextAsync("As of 1 Mar 2025");
        await Expect(page.Locator("#filter-chips")).ToContainTextAsync("until 1 Mar 2025");

        // Who wants no motion is shown one period more, and then the next.
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the next period too" }).ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow");
        await page.Locator("#undo").ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole");

        await page.Locator("#time-all").ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck");
        var area = (await page.Locator(".time-area").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.4f), area.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.9f), area.Y + 20, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await explorer.ShowsAsync("Cy Dow", "Ben Cole", "Di Eck");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “since 2 Mar 2025”" }).ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task It_is_played_from_the_first_day_to_the_last_as_one_step()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server, ReducedMotion.NoPreference);
        var page = explorer.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Play: watch the graph grow" }).ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play: watch the graph grow" })).ToBeVisibleAsync();
        await Expect(page.Locator("#filter-chips .filter-chip")).ToHaveCountAsync(0);
        await Expect(page.Locator("#undo")).ToHaveAttributeAsync("title", "Undo: Play (Ctrl+Z)");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Two_stretches_are_compared_link_by_link()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server, ReducedMotion.Reduce);
        await explorer.Page.Locator("#time-compare").ClickAsync();
        var rows = explorer.Panel.Locator("[data-change]");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(explorer.Panel.Locator("[data-change=gone]")).ToHaveTextAsync(["Person: Ada ByrnePerson: Ben Cole1 → 0Gone", "Person: Cy DowPerson: Ben Cole1 → 0Gone"]);
        await Expect(explorer.Panel.Locator("[data-change=new]")).ToContainTextAsync("Di Eck");
        await explorer.Panel.GetByLabel("Before, from").FillAsync("2025-03-02");
        await explorer.Panel.GetByLabel("Before, from").BlurAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await explorer.Panel.Locator("[data-change=new]").ClickAsync();
        await Expect(explorer.Panel.Locator(".statement .passage")).ToContainTextAsync("Di Eck says that Ben Cole");
        explorer.HasNoComplaints();
    }

    private async Task<Explorer> OpenAsync(WebServer server, ReducedMotion motion)
    {
        foreach (var (day, speaker) in new[] { (1, "Ada Byrne"), (2, "Cy Dow"), (4, "Di Eck") })
        {
            using var response = await server.Client.PostAsJsonAsync("api/articles", new { text = Notes.That(speaker, "Ben Cole"), published = $"2025-03-0{day}" });
            await server.EndOfAsync((await WebServer.ReadAsync<Taken>(response.EnsureSuccessStatusCode())).Inputs[0]);
        }

        var explorer = await chromium.OpenAsync(server, options: new BrowserNewContextOptions { ReducedMotion = motion });
        await explorer.HasEverythingOfAsync(server);
        return explorer;
    }
}
