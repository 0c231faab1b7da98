using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Taking_the_view_away(Chromium chromium)
{
    [SkippableFact]
    public async Task What_is_seen_is_a_picture_a_drawing_a_table_and_data()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ben Cole"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        await explorer.IsAtRestAsync();
        await explorer.Page.Locator("#share").ClickAsync();

        var csv = Encoding.UTF8.GetString(await SaveAsync(explorer.Page, "csv"));
        Assert.Equal(["Ada Byrne,Mentioned,Ben Cole,1,1", "Cy Dow,Mentioned,Ben Cole,1,1"],
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => string.Join(',', line.Split(',').Take(5))).Order());

        using var json = JsonDocument.Parse(await SaveAsync(explorer.Page, "json"));
        Assert.Equal(3, json.RootElement.GetProperty("nodes").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("nodes")[0].TryGetProperty("x", out _));

        var drawing = XDocument.Parse(Encoding.UTF8.GetString(await SaveAsync(explorer.Page, "svg")));
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(["Ada Byrne", "Ben Cole", "Cy Dow"], drawing.Descendants(svg + "text").Select(text => text.Value).Order());
        Assert.Equal(3, drawing.Descendants(svg + "ellipse").Count());
        Assert.Equal(2, drawing.Descendants(svg + "path").Count());

        XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
        Assert.Equal(3, XDocument.Parse(Encoding.UTF8.GetString(await SaveAsync(explorer.Page, "graphml"))).Descendants(graphml + "node").Count());
        var whole = await explorer.Page.RunAndWaitForDownloadAsync(() => explorer.Page.Locator("[data-whole=cypher]").ClickAsync());
        Assert.Contains("Ada Byrne", await File.ReadAllTextAsync(await whole.PathAsync()), StringComparison.Ordinal);

        var png = await SaveAsync(explorer.Page, "png");
        Assert.Equal([0x89, .. "PNG"u8], png[..4]);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task The_sentences_behind_a_question_are_a_table()
    {
        await using var server = new WebServer();
        await server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole") + " " + Notes.That("Cy Dow", "Ben Cole") + " " + Notes.That("Cy Dow", "Di Eck"));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        await explorer.AskAsync("what did Cy Dow say about Ben Cole");
        await Expect(explorer.Panel.Locator(".statement")).ToHaveCountAsync(1);
        var download = await explorer.Page.RunAndWaitForDownloadAsync(() => explorer.Panel.Locator("[data-action=sentences]").ClickAsync());
        var rows = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Contains("Cy Dow,Ben Cole,Indirect,0.9,", rows[1], StringComparison.Ordinal);
        Assert.Contains("Cy Dow says that Ben Cole left the room", rows[1], StringComparison.Ordinal);
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_is_seen_is_measured_in_a_table_that_is_bound_to_the_canvas()
    {
        await using var server = new WebServer();
        await server.PasteAsync(string.Join(' ', Notes.That("Ada Byrne", "Ben Cole"), Notes.That("Cy Dow", "Ben Cole"), Notes.That("Ben Cole", "Di Eck"), Notes.That("Ben Cole", "Di Eck")));
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);
        await explorer.Page.Locator("#analysis").ClickAsync();
        var rows = explorer.Panel.Locator(".analysis tbody tr");
        await Expect(rows).ToHaveCountAsync(4);
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Between" }).ClickAsync();
        await Expect(rows.First).ToContainTextAsync("Ben Cole2131.00");
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "In", Exact = true }).ClickAsync();
        await explorer.Panel.Locator("#colour-groups").ClickAsync();
        await rows.Filter(new() { HasText = "Cy Dow" }).ClickAsync();
        await Expect(rows.Filter(new() { HasText = "Cy Dow" })).ToHaveClassAsync("selected");
        var at = await explorer.PlaceOfAsync("Di Eck");
        await explorer.Page.Mouse.ClickAsync((float)at.X, (float)at.Y);
        await Expect(rows.Filter(new() { HasText = "Di Eck" })).ToHaveClassAsync("selected");
        await rows.Filter(new() { HasText = "Di Eck" }).ClickAsync();
        await Expect(explorer.Panel.Locator(".entity-title")).ToHaveTextAsync("Person: Di Eck");
        explorer.HasNoComplaints();
    }

    private static async Task<byte[]> SaveAsync(IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-format={format}]").ClickAsync());
        Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
