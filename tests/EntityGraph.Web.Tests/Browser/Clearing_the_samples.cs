using EntityGraph.Web.Api;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Clearing_the_samples(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task Is_confirmed_leaves_what_is_ones_own_and_can_be_undone()
    {
        File.WriteAllText(Path.Combine(_folder, "1.txt"), Notes.That("Ada Byrne", "Ben Cole"));
        File.WriteAllText(Path.Combine(_folder, "2.txt"), Notes.That("Ben Cole", "Cy Dow"));
        await using var server = new WebServer(null, null, ("Samples:Folder", _folder), ("Samples:WaitSeconds", "3600"));
        await using var explorer = await chromium.OpenAsync(server);
        await server.EndOfAsync("samples/2.txt");
        await server.PasteAsync(Notes.That("Di Eck", "Ben Cole"));
        await explorer.HasEverythingOfAsync(server);
        var page = explorer.Page;

        await page.Locator("#samples-clear").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        Assert.True((await server.GetAsync<Status>("api/status")).Samples);

        await page.Locator("#samples-clear").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Clear samples" }).ClickAsync();
        await Expect(page.Locator("#samples-notice")).ToBeHiddenAsync();
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
        Assert.Equal(["Ben Cole", "Di Eck"], (await explorer.KnownAsync()).Nodes.Select(n => n.Name).Order());

        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).ClickAsync();
        await Expect(page.Locator("#samples-notice")).ToBeVisibleAsync();
        await WebServer.UntilAsync(async () => (await server.GetAsync<Status>("api/status")).Articles == 3);
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
        Assert.Equal(4, (await explorer.KnownAsync()).Nodes.Length);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task An_emptied_graph_says_what_to_do()
    {
        File.WriteAllText(Path.Combine(_folder, "1.txt"), Notes.That("Ada Byrne", "Ben Cole"));
        await using var server = new WebServer(null, null, ("Samples:Folder", _folder), ("Samples:Enabled", "false"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Load the sample articles" }).ClickAsync();
        await Expect(explorer.Page.GetByText("Who said what about whom")).ToBeHiddenAsync();
        await server.EndOfAsync("samples/1.txt");
        await explorer.HasEverythingOfAsync(server);
        Assert.Equal(2, (await explorer.ShownAsync()).Positions.Count);
        explorer.HasNoComplaints();
    }
}
