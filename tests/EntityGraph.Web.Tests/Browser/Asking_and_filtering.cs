using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Asking_and_filtering(Chromium chromium)
{
    private static readonly string Told = string.Join(' ', Notes.That("Ada Byrne", "Ben Cole"), Notes.That("Cy Dow", "Ben Cole"), Notes.That("Ada Byrne", "Di Eck"));

    [SkippableFact]
    public async Task Who_mentioned_somebody_is_asked_in_words_and_what_was_understood_can_be_taken_away()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        await Expect(explorer.Panel.Locator(".who-row")).ToHaveCountAsync(3);
        await explorer.AskAsync("Who mentioned Ben Cole?");
        await Expect(explorer.Panel.Locator(".who-row")).ToHaveCountAsync(2);
        await Expect(explorer.Panel.Locator(".who-asked")).ToContainTextAsync("2 pairs");
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Nodes.Length == 3);
        await explorer.Page.Locator("#filter-chips .filter-remove").ClickAsync();
        await Expect(explorer.Panel.Locator(".who-row")).ToHaveCountAsync(3);
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Nodes.Length == 4);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_one_said_about_another_is_answered_by_the_sentence()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        await explorer.AskAsync("what did Cy Dow say about Ben Cole");
        await Expect(explorer.Panel.Locator(".statement .passage")).ToContainTextAsync("Cy Dow says that Ben Cole");
        await Expect(explorer.Page.Locator("#filter-chips .filter-chip")).ToHaveCountAsync(2);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_question_that_is_not_understood_says_so()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        await explorer.Page.GetByRole(AriaRole.Combobox).First.FillAsync("why does Ben Cole sing?");
        await Expect(explorer.Page.Locator("#search")).ToContainTextAsync("Not understood as a question");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task How_two_are_linked_is_shown_hop_by_hop_each_with_its_sentence()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        await explorer.AskAsync("how is Cy Dow linked to Di Eck");
        var path = explorer.Panel.Locator(".path");
        await Expect(path).ToHaveCountAsync(1);
        await Expect(path.Locator(".entity-name")).ToHaveTextAsync(["Cy Dow", "Ben Cole", "Ada Byrne", "Di Eck"]);
        await path.Locator(".path-edge").Nth(2).ClickAsync();
        await Expect(explorer.Panel.Locator(".statement .passage")).ToContainTextAsync("Ada Byrne says that Di Eck");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_filter_holds_for_the_graph_and_what_comes_in_and_is_undone()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        var page = explorer.Page;
        await page.Locator("#filter").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Said by", Exact = true }).FillAsync("Ada");
        await page.Locator(".filter-form").GetByRole(AriaRole.Option, new() { Name = "Ada Byrne" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Edges.Length == 2);
        await server.PasteAsync(Notes.That("Cy Dow", "Ed Fry") + " " + Notes.That("Ada Byrne", "Gus Hart"));
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Edges.Length == 3);
        await page.Keyboard.PressAsync("Control+z");
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Edges.Length == 5);
        await Expect(page.Locator("#filter-chips .filter-chip")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(page.Locator("#filter-chips .filter-chip")).ToHaveCountAsync(1);
        explorer.HasNoComplaints();
    }

    private async Task<Explorer> OpenAsync(WebServer server)
    {
        await server.PasteAsync(Told);
        var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        return explorer;
    }
}
