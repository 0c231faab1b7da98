using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Adding_articles(Chromium chromium)
{
    [SkippableFact]
    public async Task A_pasted_text_comes_into_the_graph_and_the_feed()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.Page.Locator("#add").ClickAsync();
        var dialog = explorer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Text", new() { Exact = true }).FillAsync(Notes.That("Ada Byrne", "Ben Cole"));
        await dialog.GetByLabel("Title").FillAsync("Ben Cole leaves");
        await dialog.GetByLabel("Outlet").FillAsync("The Courier");
        await dialog.GetByLabel("Published").FillAsync("2025-03-04");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add article" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        var row = explorer.Feed.Locator("[data-state=Added]");
        await Expect(row).ToContainTextAsync("Ben Cole leaves");
        await Expect(row).ToContainTextAsync("The Courier");
        await Expect(row).ToContainTextAsync("2 entities, 1 statement");
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);

        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(explorer.Panel.Locator(".reader-outlet")).ToHaveTextAsync("The Courier4 Mar 2025");
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Files_are_chosen_or_dropped_anywhere_and_a_bad_one_fails_by_itself()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.Page.Locator("#add").ClickAsync();
        var dialog = explorer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Tab, new() { Name = "Files" }).ClickAsync();
        await dialog.Locator("input[type=file]").SetInputFilesAsync(
        [
            File("good.txt", Notes.That("Ada Byrne", "Ben Cole")),
            new FilePayload { Name = "bad.txt", MimeType = "text/plain", Buffer = [0, 1, 2, 0, 0, 255, 254, 0, 7] },
        ]);
        await Expect(dialog.Locator(".file-names")).ToContainTextAsync("good.txt");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add files" }).ClickAsync();
        await Expect(explorer.Feed.Locator("[data-state=Failed]")).ToContainTextAsync("bad.txt");
        await Expect(explorer.Feed.Locator("[data-state=Added]")).ToHaveCountAsync(1);

        await explorer.Page.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.items.add(new File([text], "dropped.md", { type: "text/markdown" }));
              for (const kind of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            Notes.That("Cy Dow", "Di Eck"));
        await Expect(explorer.Feed.Locator("[data-state=Added]")).ToHaveCountAsync(2);
        await explorer.HasEverythingOfAsync(server);
        await explorer.EqualsTheStoreAsync(server);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_the_server_refuses_is_said_where_it_was_entered_and_nothing_is_lost()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.Page.Locator("#add").ClickAsync();
        var dialog = explorer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Tab, new() { Name = "Web address" }).ClickAsync();
        await dialog.GetByLabel("Address of the article").FillAsync("http://127.0.0.1:1/private");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fetch and add" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("http://127.0.0.1:1/private");
        await Expect(dialog.GetByLabel("Address of the article")).ToHaveValueAsync("http://127.0.0.1:1/private");
        await explorer.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
