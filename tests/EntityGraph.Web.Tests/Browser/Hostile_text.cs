using System.Net.Http.Json;
using EntityGraph.Web.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class Hostile_text(Chromium chromium)
{
    private const string Markup =
        "<img src=x onerror=\"window['hacked']=1\"><script>window['hacked']=2</script><a href=\"javascript:window['hacked']=3\">here</a><svg onload=\"window['hacked']=4\"></svg>";

    [SkippableFact]
    public async Task Is_shown_as_text_everywhere_and_runs_nowhere()
    {
        await using var server = new WebServer();
        using var response = await server.Client.PostAsJsonAsync("api/articles", new
        {
            text = Notes.That("Ada Byrne", "Ben Cole", $"left {Markup} the room before the end of the meeting"),
            title = $"News {Markup}",
            outlet = "<b onmouseover=window.hacked=5>Courier</b>",
        });
        var names = await WebServer.ReadAsync<Taken>(response.EnsureSuccessStatusCode());
        await server.EndOfAsync(names.Inputs[0]);
        await using var explorer = await chromium.OpenAsync(server);
        await explorer.HasEverythingOfAsync(server);

        await Expect(explorer.Feed).ToContainTextAsync("<img src=x onerror=");
        await Expect(explorer.Feed).ToContainTextAsync("<b onmouseover=window.hacked=5>Courier</b>");
        await explorer.SearchAsync("Ben Cole");
        await Expect(explorer.Panel.Locator(".statement .passage")).ToContainTextAsync(Markup);
        await explorer.Panel.GetByRole(AriaRole.Tab, new() { Name = "Articles" }).ClickAsync();
        await Expect(explorer.Panel.Locator(".article-row")).ToContainTextAsync("<script>window['hacked']=2</script>");
        await explorer.Panel.Locator(".article-title").ClickAsync();
        await Expect(explorer.Panel.Locator(".reader-title")).ToContainTextAsync(Markup);
        await Expect(explorer.Panel.Locator(".reader-text")).ToContainTextAsync(Markup);
        await explorer.Panel.Locator(".reader-outlet").HoverAsync();

        var strange = await explorer.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('img, body script, iframe, object, embed, [onerror], [onload], [onmouseover], a[href^=\"javascript\"]')].map(e => e.outerHTML)");
        Assert.Empty(strange);
        Assert.False(await explorer.Page.EvaluateAsync<bool>("'hacked' in window"));
        explorer.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Of_an_address_only_the_webs_own_become_links()
    {
        await using var server = new WebServer();
        await using var explorer = await chromium.OpenAsync(server, page => page.RouteAsync("**/api/articles/*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("https://example.org/a", "javascript:window.hacked=1", StringComparison.Ordinal) });
        }));
        using var response = await server.Client.PostAsJsonAsync("api/articles", new { text = Notes.That("Ada Byrne", "Ben Cole"), title = "Linked", url = "https://example.org/a" });
        await server.EndOfAsync((await WebServer.ReadAsync<Taken>(response.EnsureSuccessStatusCode())).Inputs[0]);
        await explorer.HasEverythingOfAsync(server);
        await explorer.Feed.GetByRole(AriaRole.Button, new() { Name = "Linked" }).ClickAsync();
        await Expect(explorer.Panel.Locator(".reader-title")).ToHaveTextAsync("Linked");
        await Expect(explorer.Panel.Locator("a.outside")).ToHaveCountAsync(0);

        await explorer.Page.UnrouteAllAsync();
        await explorer.Page.Locator("#panel-close").ClickAsync();
        await explorer.Feed.GetByRole(AriaRole.Button, new() { Name = "Linked" }).ClickAsync();
        var link = explorer.Panel.Locator("a.outside");
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/a");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        explorer.HasNoComplaints();
    }
}
