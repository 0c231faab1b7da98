using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Deciding(Chromium chromium)
{
    [SkippableFact]
    public async Task Two_spellings_are_merged_after_a_look_at_what_moves_and_parted_again()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Ada Burn", "Cy Dow"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await page.Keyboard.DownAsync("Shift");
        foreach (var name in new[] { "Ada Byrne", "Ada Burn" })
        {
            var at = await explorer.PlaceOfAsync(name);
            await page.Mouse.ClickAsync((float)at.X, (float)at.Y);
        }

        await page.Keyboard.UpAsync("Shift");
        await page.Locator("#group-bar").GetByRole(AriaRole.Button, new() { Name = "Merge: they are the same" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Merge 2 entities?" });
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Ada Byrne" }).CheckAsync();
        await Expect(dialog).ToContainTextAsync("Moves 1 statement");
        await Expect(dialog).ToContainTextAsync("Known as Ada Burn");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow");
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Ada Byrne");
        await explorer.EqualsTheStoreAsync(server);

        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await explorer.ShowsAsync("Ada Burn", "Ada Byrne", "Ben Cole", "Cy Dow");
        await page.Keyboard.PressAsync("Control+Shift+z");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow");

        // The list of what was decided holds both, and undoes as well.
        await page.Keyboard.PressAsync("Escape");
        await explorer.Panel.Locator("#decisions").ClickAsync();
        await Expect(explorer.Panel.Locator(".decision")).ToHaveCountAsync(2);
        await Expect(explorer.Panel.Locator(".decision").First).ToContainTextAsync("“Ada Burn” merged into “Ada Byrne”");
        await explorer.Panel.Locator(".decision").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await explorer.ShowsAsync("Ada Burn", "Ada Byrne", "Ben Cole", "Cy Dow");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_wrong_speaker_is_corrected_where_it_is_read_and_the_link_moves()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ada Byrne"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;
        await explorer.SearchAsync("Ben Cole");
        var statement = explorer.Panel.Locator(".statement");
        await statement.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Not “Ada Byrne”" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Who said it?" });
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("Cy");
        await dialog.GetByRole(AriaRole.Option, new() { Name = "Cy Dow" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Moves 1 statement in 1 article.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await Expect(statement.Locator(".statement-meta .entity")).ToHaveTextAsync("Person: Cy Dow");
        await WebServer.UntilAsync(async () => (await LinksAsync(explorer)).SequenceEqual(["Cy Dow > Ada Byrne", "Cy Dow > Ben Cole"]));
        await explorer.EqualsTheStoreAsync(server);

        await page.Locator("#undo").ClickAsync();
        await WebServer.UntilAsync(async () => (await LinksAsync(explorer)).SequenceEqual(["Ada Byrne > Ben Cole", "Cy Dow > Ada Byrne"]));
        await Expect(statement.Locator(".statement-meta .entity")).ToHaveTextAsync("Person: Ada Byrne");

        await statement.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "It is not a quotation" }).ClickAsync();
        await Expect(statement).ToHaveCountAsync(0);
        await page.Locator("#undo").ClickAsync();
        await Expect(statement).ToHaveCountAsync(1);
        explorer.HasNoComplaints();
    }

    private static async Task<string[]> LinksAsync(Explorer explorer)
    {
        var known = await explorer.KnownAsync();
        var names = known.Nodes.ToDictionary(n => n.Id, n => n.Name);
        return [.. known.Edges.Select(e => $"{names.GetValueOrDefault(e.Source)} > {names.GetValueOrDefault(e.Target)}").Order(StringComparer.Ordinal)];
    }
}
