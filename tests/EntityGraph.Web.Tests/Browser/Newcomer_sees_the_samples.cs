using EntityGraph.Extraction;
using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>With the real annotator and the sample articles that everybody gets.</summary>
[Collection(Browsing.Name)]
public sealed class Newcomer_sees_the_samples(Chromium chromium)
{
    [SkippableFact]
    public async Task They_stream_in_a_person_is_searched_a_link_is_opened_and_the_sentence_is_there()
    {
        using var annotator = Annotator.Load();
        await using var server = new WebServer(annotator, null, ("Samples:Folder", Path.Combine(Home.Folder, "samples")), ("Samples:WaitSeconds", "3600"));
        await using var explorer = await chromium.OpenAsync(server, page => page.AddInitScriptAsync(
            "window.sizes = new Set(); setInterval(() => window.entityGraph && sizes.add(entityGraph.state.nodes.length), 30)"));
        await WebServer.UntilAsync(async () => (await server.GetAsync<IngestionEvent[]>("api/ingestion?limit=100")) is { Length: >= 24 } all && all.All(e => e.IsFinal));
        await explorer.HasEverythingOfAsync(server);

        // The graph grew while the page was open, and the feed told of it.
        var sizes = await explorer.Page.EvaluateAsync<int[]>("[...sizes]");
        Assert.True(sizes.Length >= 4, $"the page saw the graph at sizes {string.Join(", ", sizes)} only");
        Assert.True(await explorer.Feed.Locator("[data-state=Added]").CountAsync() >= 20);
        await Expect(explorer.Page.Locator("#samples-notice")).ToBeVisibleAsync();
        await explorer.EqualsTheStoreAsync(server);

        // Somebody whom another person mentioned most.
        var pairs = await server.GetAsync<Page<WhoMentioned>>("api/mentions?speakerType=Person&mentionedType=Person&limit=50");
        var speaker = pairs.Items[0].Speaker;
        await explorer.SearchAsync(speaker.Name);
        await Expect(explorer.Panel.Locator(".figures")).ToContainTextAsync($"{speaker.Said} statement");

        var (source, target) = await OpenALinkAsync(explorer, speaker.Id);
        var evidence = await server.GetAsync<Page<Evidence>>($"api/evidence?speaker={source}&mentioned={target}");
        await Expect(explorer.Panel.Locator(".statement .passage").First).ToHaveTextAsync(evidence.Items[0].Passage);
        await Expect(explorer.Panel.Locator(".statement .m-content").First).ToBeVisibleAsync();

        // And the article, at that place.
        await explorer.Panel.GetByRole(AriaRole.Button, new() { Name = "Open in article" }).First.ClickAsync();
        await Expect(explorer.Panel.Locator(".m-here").First).ToBeInViewportAsync();
        var shown = string.Concat(await explorer.Panel.Locator(".m-here").AllTextContentsAsync());
        Assert.Contains(shown, evidence.Items[0].Passage.ReplaceLineEndings(""), StringComparison.Ordinal);
        explorer.HasNoComplaints();
    }

    /// <summary>Clicks on links of an entity until one is hit that no other element covers; gives its two ends.</summary>
    private static async Task<(string Source, string Target)> OpenALinkAsync(Explorer explorer, string entity)
    {
        await explorer.IsAtRestAsync();
        var known = await explorer.KnownAsync();
        foreach (var edge in known.Edges.Where(e => e.Source == entity).OrderByDescending(e => e.Count))
        {
            var shown = await explorer.ShownAsync();
            var middle = shown.Edges[edge.Id];
            if (shown.Screen.Values.Any(d => Math.Abs(d.X - middle.X) < d.R + 8 && Math.Abs(d.Y - middle.Y) < d.R + 8)
                || shown.Labels.Any(l => middle.X > l.Left && middle.X < l.Right && middle.Y > l.Top && middle.Y < l.Bottom))
                continue;
            await explorer.ClickCanvasAsync(middle);
            var head = explorer.Panel.Locator(".pair-head");
            await Expect(head).ToBeVisibleAsync();
            return ((await head.GetAttributeAsync("data-source"))!, (await head.GetAttributeAsync("data-target"))!);
        }

        throw new InvalidOperationException("No link of the entity can be clicked.");
    }
}
