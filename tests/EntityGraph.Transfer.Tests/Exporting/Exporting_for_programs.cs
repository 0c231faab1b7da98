using System.Text;
using System.Text.Json;

namespace EntityGraph.Transfer.Tests.Exporting;

public sealed class Exporting_for_programs
{
    [Fact]
    public async Task JSON_holds_every_node_and_edge()
    {
        await using var temporary = await Debate.StoreAsync();
        using var file = JsonDocument.Parse(await temporary.Store.ExportAsync(ExportFormat.Json));
        Assert.Equal(
            await Debate.NodesAsync(temporary.Store),
            Debate.Sorted(file.RootElement.GetProperty("nodes").EnumerateArray().Select(n => Line(n, "id", "name", "type", "mentionedBy", "said", "articles", "first", "last"))));
        Assert.Equal(
            await Debate.EdgesAsync(temporary.Store),
            Debate.Sorted(file.RootElement.GetProperty("edges").EnumerateArray()
                .Select(e => Line(e, "id", "source", "target", "kind", "count", "articles", "confidence", "first", "last"))));
    }

    [Fact]
    public async Task FollowTheMoney_has_a_line_for_each_thing_and_refers_to_nothing_that_is_not_there()
    {
        await using var temporary = await Debate.StoreAsync();
        var lines = Encoding.UTF8.GetString(await temporary.Store.ExportAsync(ExportFormat.FollowTheMoney)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entities = lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var ids = new HashSet<string>();
        foreach (var entity in entities)
        {
            foreach (var name in new[] { "subject", "object", "document", "resolved", "entity" })
            {
                if (First(entity, name) is { } referred)
                    Assert.Contains(referred, ids);
            }

            Assert.True(ids.Add(entity.GetProperty("id").GetString()!));
        }

        var size = await temporary.Store.StatisticsAsync();
        var counts = entities.CountBy(e => e.GetProperty("schema").GetString()!).ToDictionary();
        Assert.Equal(size.Entities, counts["Person"] + counts["Organization"] + counts["Address"]);
        Assert.Equal((size.Edges, size.Articles), (counts["UnknownLink"], counts["Article"]));
        var article = entities.Single(e => First(e, "title") == "Lies, \"all\" lies");
        Assert.Equal(
            ("The Post", "2025-03-01", "https://post.example/1?a=b&c=d", "eng"),
            (First(article, "publisher"), First(article, "publishedAt"), First(article, "sourceUrl"), First(article, "language")));
        var named = entities.Where(e => First(e, "document") == article.GetProperty("id").GetString()).Select(e => First(e, "resolved") ?? First(e, "entity"));
        Assert.Equal(new[] { Debate.Ada, Debate.Ben, Debate.Mill, Debate.Leeds }.Order(), named.Order());
        var link = entities.Single(e => First(e, "subject") == Debate.Ada && First(e, "object") == Debate.Ben);
        Assert.Equal(
            ("mentioned", "2025-03-01", "2025-03-01", "1 statement in 1 article"),
            (First(link, "role"), First(link, "startDate"), First(link, "endDate"), First(link, "summary")));
    }

    private static string? First(JsonElement entity, string property) =>
        entity.GetProperty("properties").TryGetProperty(property, out var values) ? values[0].GetString() : null;

    private static string Line(JsonElement element, params string[] names) =>
        Debate.Line([.. names.Select(n => element.TryGetProperty(n, out var value) ? value.ToString() : null)]);
}
