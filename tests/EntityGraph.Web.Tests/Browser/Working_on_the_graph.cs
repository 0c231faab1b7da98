using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Working_on_the_graph(Chromium chromium)
{
    // Ada hangs on Ben alone; Ben and Di both know Cy.
    private static readonly string Told = string.Join(' ', Notes.That("Ada Byrne", "Ben Cole"), Notes.That("Ben Cole", "Cy Dow"), Notes.That("Di Eck", "Cy Dow"));

    private static readonly string[] Everybody = ["Ada Byrne", "Ben Cole", "Cy Dow", "Di Eck"];

    [SkippableFact]
    public async Task By_keyboard_one_collapses_hides_pins_and_focuses_and_takes_each_back()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        var page = explorer.Page;
        var chips = page.Locator("#filter-chips");
        await explorer.SearchAsync("Ben Cole");
        await page.Locator("#canvas").FocusAsync();

        await page.Keyboard.PressAsync("c");
        await explorer.ShowsAsync("Ben Cole", "Cy Dow", "Di Eck");
        await Expect(chips).ToContainTextAsync("1 put away");
        await Expect(page.Locator("#undo")).ToHaveAttributeAsync("title", "Undo: Collapse: put an entity away (Ctrl+Z)");
        await page.Keyboard.PressAsync("Control+z");
        await explorer.ShowsAsync(Everybody);

        await page.Keyboard.PressAsync("o");
        await explorer.ShowsAsync("Ada Byrne", "Ben Cole", "Cy Dow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “Only 3 shown”" }).ClickAsync();
        await explorer.ShowsAsync(Everybody);

        // A pinned entity stays in sight whatever is filtered, and where it is whatever is tidied.
        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("k");
        var before = (await explorer.ShownAsync()).Positions;
        var ben = (await explorer.KnownAsync()).Nodes.Single(n => n.Name == "Ben Cole").Id;
        await page.Locator("#tidy").ClickAsync();
        await explorer.IsAtRestAsync();
        Assert.Equal(before[ben], (await explorer.ShownAsync()).Positions[ben]);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "People" }).UncheckAsync();
        await explorer.ShowsAsync("Ben Cole");
        await page.Keyboard.PressAsync("Control+z");
        await explorer.ShowsAsync(Everybody);

        await explorer.SearchAsync("Ben Cole");
        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page.GetByRole(AriaRole.Menu, new() { Name = "Ben Cole" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("h");
        await explorer.ShowsAsync("Ada Byrne", "Cy Dow", "Di Eck");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “1 put away”" }).ClickAsync();
        await explorer.ShowsAsync(Everybody);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task By_mouse_several_are_chosen_and_their_neighbours_in_common_found()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        var page = explorer.Page;
        var bar = page.Locator("#group-bar");
        await page.Keyboard.DownAsync("Shift");
        foreach (var name in new[] { "Ben Cole", "Di Eck" })
            await ClickAsync(page, await explorer.PlaceOfAsync(name));
        await page.Keyboard.UpAsync("Shift");
        await Expect(bar).ToContainTextAsync("2 chosen");

        await ClickAsync(page, await explorer.PlaceOfAsync("Di Eck"), MouseButton.Right);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Neighbours in common" }).ClickAsync();
        await Expect(explorer.Panel.Locator(".with-row")).ToHaveCountAsync(1);
        await Expect(explorer.Panel.Locator(".with-row")).ToContainTextAsync("Cy Dow1 + 1");

        // A line around everything chooses everything; hiding it leaves a way back.
        await page.Locator("#lasso").ClickAsync();
        var box = (await page.Locator("#canvas").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 5, box.Y + 60);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (box.Width - 5, 60f), (box.Width - 5, box.Height - 60), (5f, box.Height - 60), (5f, 70f) })
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(bar).ToContainTextAsync("4 chosen");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();
        await Expect(page.GetByText("Everything is filtered out")).ToBeVisibleAsync();
        await Expect(bar).ToBeHiddenAsync();
        await page.Locator("#undo").ClickAsync();
        await explorer.ShowsAsync(Everybody);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_is_seen_is_handed_on_as_a_link_and_kept_under_a_name()
    {
        await using var server = new WebServer();
        await using var explorer = await OpenAsync(server);
        var page = explorer.Page;
        await explorer.AskAsync("who mentioned Cy Dow");
        await explorer.ShowsAsync("Ben Cole", "Cy Dow", "Di Eck");
        await explorer.SearchAsync("Di Eck");
        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("k");
        var from = await explorer.PlaceOfAsync("Cy Dow");
        await page.Mouse.MoveAsync((float)from.X, (float)from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)from.X + 70, (float)from.Y + 40, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.Locator("#share").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name of the view" }).FillAsync("About Cy");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".views-name")).ToHaveTextAsync(["About Cy"]);
        await page.Keyboard.PressAsync("Escape");
        await WebServer.UntilAsync(() => Task.FromResult(page.Url.Contains("#view=", StringComparison.Ordinal)));
        await page.WaitForTimeoutAsync(700);
        var (link, before) = (page.Url, (await explorer.ShownAsync()).Screen);

        // Somebody else, with the same screen, after more has come in.
        await server.PasteAsync(Notes.That("Ed Fry", "Cy Dow"));
        await using var other = await chromium.OpenAsync(server, at: link);
        await other.ShowsAsync("Ben Cole", "Cy Dow", "Di Eck", "Ed Fry");
        await Expect(other.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Di Eck");
        await Expect(other.Page.Locator("#filter-chips")).ToContainTextAsync("about Cy Dow");
        await other.IsAtRestAsync();
        var after = (await other.ShownAsync()).Screen;
        foreach (var (id, disc) in before)
            Assert.True(Math.Abs(disc.X - after[id].X) < 3 && Math.Abs(disc.Y - after[id].Y) < 3, $"{id} stood at {disc} and stands at {after[id]}");
        other.HasNoComplaints();

        // And the reader who kept it.
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#filter-chips .filter-remove").First.ClickAsync();
        await explorer.ShowsAsync([.. Everybody, "Ed Fry"]);
        await page.Locator("#share").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename “About Cy”" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "New name" }).FillAsync("Cy, again");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cy, again", Exact = true }).ClickAsync();
        await explorer.ShowsAsync("Ben Cole", "Cy Dow", "Di Eck", "Ed Fry");
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Di Eck");
        await page.Locator("#undo").ClickAsync();
        await explorer.ShowsAsync([.. Everybody, "Ed Fry"]);
        await page.Locator("#share").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete “Cy, again”" }).ClickAsync();
        await Expect(page.Locator(".views-name")).ToHaveCountAsync(0);
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.Locator("#share").ClickAsync();
        await Expect(page.Locator(".views-name")).ToHaveTextAsync(["Cy, again"]);
        explorer.HasNoComplaints();
    }

    private static Task ClickAsync(IPage page, Point at, MouseButton button = MouseButton.Left) =>
        page.Mouse.ClickAsync((float)at.X, (float)at.Y, new() { Button = button });

    private async Task<Explorer> OpenAsync(WebServer server)
    {
        await server.PasteAsync(Told);
        var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        return explorer;
    }
}
