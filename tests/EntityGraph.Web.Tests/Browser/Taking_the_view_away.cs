using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;

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

        var png = await SaveAsync(explorer.Page, "png");
        Assert.Equal([0x89, .. "PNG"u8], png[..4]);
        explorer.HasNoComplaints();
    }

    private static async Task<byte[]> SaveAsync(IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-format={format}]").ClickAsync());
        Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
