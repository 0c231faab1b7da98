using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Keeping_places(Chromium chromium)
{
    [SkippableFact]
    public async Task Nothing_that_stands_moves_when_new_nodes_arrive()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await server.PasteAsync(Notes.That("Cy Dow", "Ben Cole"));
        await server.PasteAsync(Notes.That("Di Eck", "Ed Fry"));
        await explorer.HasEverythingOfAsync(server);
        var before = (await explorer.ShownAsync()).Positions;
        Assert.Equal(5, before.Count);

        foreach (var name in new[] { "Flo Gill", "Gus Hart", "Hal Ives", "Ida Jay", "Jo Kerr", "Kit Lowe" })
            await server.PasteAsync(Notes.That(name, "Ben Cole") + " " + Notes.That(name, "Ed Fry"));
        await explorer.HasEverythingOfAsync(server);
        var after = await explorer.ShownAsync();
        Assert.Equal(11, after.Positions.Count);
        foreach (var (id, place) in before)
            Assert.Equal(place, after.Positions[id]);

        // Each new one beside what it is tied to, and none on top of another.
        var known = await explorer.KnownAsync();
        foreach (var id in after.Positions.Keys.Except(before.Keys))
        {
            var nearest = known.Edges.Where(e => e.Source == id).Min(e => Distance(after.Positions[id], after.Positions[e.Target]));
            Assert.True(nearest < 400, $"{id} stands {nearest:F0} away from its neighbours");
        }

        var discs = after.Screen.Values.ToList();
        foreach (var (a, b) in discs.SelectMany((a, i) => discs.Skip(i + 1).Select(b => (a, b))))
            Assert.True(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) > a.R + b.R, "two nodes overlap");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_graph_of_two_is_seen_when_the_page_opens()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        await explorer.IsAtRestAsync();
        Assert.Equal(["Ada Byrne", "Ben Cole"], (await explorer.ShownAsync()).Labels.Select(l => l.Text).Order());
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Filters_bring_everything_back_to_where_it_stood()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ada Byrne"));
        await explorer.HasEverythingOfAsync(server);
        var before = (await explorer.ShownAsync()).Positions;
        await explorer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "People" }).UncheckAsync();
        await Expect(explorer.Page.GetByText("Everything is filtered out")).ToBeVisibleAsync();
        await Expect(explorer.Page.Locator("#filter-chips")).ToContainTextAsync("People hidden");
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “People hidden”" }).ClickAsync();
        Assert.Equal(before, (await explorer.ShownAsync()).Positions);
    }

    [SkippableFact]
    public async Task Tidying_is_asked_for_and_can_be_undone()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await server.PasteAsync(string.Join(' ', Enumerable.Range(0, 12).Select(i => Notes.That($"A{(char)('a' + i)} Byrne", $"A{(char)('a' + (i * i % 12))} Cole"))));
        await explorer.HasEverythingOfAsync(server);
        var before = (await explorer.ShownAsync()).Positions;
        await explorer.Page.Locator("#tidy").ClickAsync();
        await explorer.IsAtRestAsync();
        Assert.NotEqual(before, (await explorer.ShownAsync()).Positions);
        await explorer.Page.Locator("#undo").ClickAsync();
        await explorer.IsAtRestAsync();
        Assert.Equal(before, (await explorer.ShownAsync()).Positions);
        await Expect(explorer.Page.Locator("#undo")).ToBeDisabledAsync();
    }

    [SkippableFact]
    public async Task Names_never_overlap_at_rest_and_more_appear_when_there_is_room()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await server.PasteAsync(Crowd.Around("Ada Byrne", 120));
        await explorer.HasEverythingOfAsync(server);
        await explorer.Page.Locator("#fit").ClickAsync();
        await explorer.IsAtRestAsync();
        var few = await WithoutOverlapAsync(explorer);
        await explorer.SearchAsync("Ada Byrne");
        await explorer.IsAtRestAsync();
        Assert.Contains(await WithoutOverlapAsync(explorer), l => l.Text == "Ada Byrne");
        await explorer.Page.Keyboard.PressAsync("Escape");
        for (var i = 0; i < 4; i++)
            await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in (+)" }).ClickAsync();
        await explorer.IsAtRestAsync();
        var seen = (await explorer.ShownAsync()).Screen.Values.Count(d => d.X is > 0 and < 800 && d.Y is > 0 and < 800);
        var many = await WithoutOverlapAsync(explorer);
        Assert.True((double)many.Length / seen > few.Length / 121.0, $"{many.Length} of {seen} named when near, {few.Length} of 121 from afar");
    }

    [SkippableFact]
    public async Task A_hub_does_not_flood_the_page_and_the_rest_can_be_reached()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Crowd.Around("Ada Byrne", 340));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        var known = await explorer.KnownAsync();
        Assert.Equal(300, known.Shown.Nodes.Length);
        await Expect(explorer.Page.Locator("#status")).ToContainTextAsync("Showing 300 of 341 entities");
        await Expect(explorer.Page.Locator("#status")).ToContainTextAsync("41 less relevant left out");

        await explorer.SearchAsync("Ada Byrne");
        await Expect(explorer.Page.Locator("#expand")).ToHaveTextAsync("Expand +20 of 41");
        await explorer.Page.Locator("#expand").ClickAsync();
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Nodes.Except(known.Shown.Nodes).Count() == 20);
        await WebServer.UntilAsync(async () => (await explorer.KnownAsync()).Shown.Edges.Length == 299);
        var more = await explorer.KnownAsync();
        Assert.Equal(300, more.Shown.Nodes.Length);
        foreach (var id in more.Shown.Nodes.Except(known.Shown.Nodes))
            Assert.Contains(more.Edges, e => e.Target == id && more.Shown.Edges.Contains(e.Id));

        // What would come is seen before it does, and can be chosen.
        var page = explorer.Page;
        await page.Locator("#more").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Expand: choose neighbours" }).ClickAsync();
        var box = page.GetByRole(AriaRole.Dialog, new() { Name = "Neighbours to add" });
        await Expect(box).ToContainTextAsync("340 neighbours, 299 on the graph");
        await Expect(box.Locator("#expand-add")).ToHaveTextAsync("Add the strongest 20");
        var name = await box.Locator(".expand-row").Nth(3).GetAttributeAsync("title");
        await box.GetByRole(AriaRole.Checkbox, new() { Name = name! }).CheckAsync();
        await box.GetByRole(AriaRole.Button, new() { Name = "Add 1 chosen" }).ClickAsync();
        await WebServer.UntilAsync(async () => (await explorer.NamesAsync()).Contains(name));
        explorer.HasNoComplaints();
    }

    private static async Task<Label[]> WithoutOverlapAsync(Explorer explorer)
    {
        var labels = (await explorer.ShownAsync()).Labels;
        Assert.True(labels.Length > 3);
        foreach (var (a, b) in labels.SelectMany((a, i) => labels.Skip(i + 1).Select(b => (a, b))))
            Assert.False(a.Overlaps(b), $"{a.Text} and {b.Text} overlap");
        return labels;
    }

    private static double Distance(Point a, Point b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
