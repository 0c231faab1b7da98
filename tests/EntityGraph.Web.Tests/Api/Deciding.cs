using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntityGraph.Storage.Conformance;
using EntityGraph.Web.Api;

namespace EntityGraph.Web.Tests.Api;

public sealed class Deciding : IAsyncLifetime
{
    private static readonly string Ada = ContentId.OfEntity(EntityType.Person, "Ada Byrne");
    private static readonly string Ben = ContentId.OfEntity(EntityType.Person, "Ben Cole");
    private static readonly string Cole = ContentId.OfEntity(EntityType.Person, "Benjamin Cole");

    private readonly WebServer _server = new();
    private readonly AnnotatedArticle _first = An.Article("Ada Byrne said that Ben Cole lied. Nobody asked him.").In("The Post").On("2025-03-01")
        .Person("Ada Byrne").Person("Ben Cole", "him").Says("Ada Byrne", "said", "that Ben Cole lied").Annotated();

    public async Task InitializeAsync()
    {
        await _server.Store.ApplyAsync(new GraphChange.Put(_first));
        await _server.Store.ApplyAsync(An.Article("Benjamin Cole said he was ill.").Person("Benjamin Cole", "he")
            .Says("Benjamin Cole", "said", "he was ill").Put());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_merge_is_decided_listed_and_undone()
    {
        var decided = await Decide(new { ruling = new { entityIds = new[] { Cole }, intoId = Ben, kind = "merge" }, by = " Ann ", reasons = new[] { new { kind = "nickname", text = "Ben" } } });
        Assert.Equal((ChangeOutcome.Decided, 3L, "Ann"), (decided.Outcome, decided.Number!.Value, decided.Decision!.By));
        Assert.Equal(2, (await _server.GetAsync<GraphNode>($"api/entities/{Ben}")).Articles);
        Assert.Equal(ChangeOutcome.Unchanged, (await Decide(new { ruling = new { kind = "merge", entityIds = new[] { Cole }, intoId = Ben } })).Outcome);

        var listed = await _server.GetAsync<Page<Decision>>($"api/decisions?about={Cole}&undone=false");
        Assert.Equal(new Reason("nickname", "Ben"), Assert.Single(Assert.Single(listed.Items).Reasons));
        Assert.Equal(["Ben Cole", "Benjamin Cole"], listed.Items[0].Entities.Select(e => e.Name).Order());
        Assert.Equal(0, (await _server.GetAsync<Page<Decision>>($"api/decisions?about={Ada}")).Total);

        using var undone = await _server.Client.DeleteAsync("api/decisions/1?by=Eve");
        var told = await WebServer.ReadAsync<Decided>(undone.EnsureSuccessStatusCode());
        Assert.Equal((ChangeOutcome.Undone, 4L, "Eve"), (told.Outcome, told.Number!.Value, told.Decision!.UndoneBy));
        Assert.Equal(Cole, (await _server.GetAsync<GraphNode>($"api/entities/{Cole}")).Id);
        Assert.Equal(1, (await _server.GetAsync<Page<Decision>>("api/decisions?undone=true")).Total);
    }

    [Fact]
    public async Task A_preview_decides_nothing()
    {
        using var response = await _server.Client.PostAsJsonAsync("api/decisions/preview", new { ruling = new { kind = "merge", entityIds = new[] { Cole }, intoId = Ben } });
        var preview = await WebServer.ReadAsync<DecisionPreview>(response.EnsureSuccessStatusCode());
        Assert.Equal((1, 1, 2, null), (preview.Articles, preview.Statements, preview.Mentions, preview.Refusal));
        Assert.Equal(["Benjamin Cole"], preview.Names);
        Assert.Equal(0, (await _server.GetAsync<Page<Decision>>("api/decisions")).Total);
    }

    [Fact]
    public async Task A_statement_is_corrected_by_its_place()
    {
        var content = _first.Attributions[0].Content[0];
        var decided = await Decide(new { ruling = new { kind = "changeSpeaker", articleId = _first.Article.Id, content = new { start = content.Start, end = content.End }, speakerId = Cole } });
        Assert.Equal("A visitor", decided.Decision!.By);
        Assert.Equal(Cole, (await _server.GetAsync<Page<WhoMentioned>>($"api/mentions?mentioned={Ben}")).Items.Single().Speaker.Id);
    }

    [Fact]
    public async Task What_contradicts_a_decision_is_refused_with_the_reason()
    {
        await Decide(new { ruling = new { kind = "doNotMerge", firstId = Ben, secondId = Cole } });
        await Refused(new { ruling = new { kind = "merge", entityIds = new[] { Cole }, intoId = Ben } }, HttpStatusCode.Conflict, "decision 1");
        await Refused(new { ruling = new { kind = "merge", entityIds = new[] { "nobody" }, intoId = Ben } }, HttpStatusCode.Conflict, "nobody");
        using var unknown = await _server.Client.DeleteAsync("api/decisions/9");
        await Problem.HasAsync(unknown, HttpStatusCode.Conflict, "9");
    }

    [Fact]
    public async Task What_is_no_ruling_is_refused()
    {
        await Refused(new { ruling = new { kind = "guess" } }, HttpStatusCode.BadRequest, "ruling");
        await Refused(new { ruling = new { firstId = Ben } }, HttpStatusCode.BadRequest, "");
        await Refused(new { by = "Ann" }, HttpStatusCode.BadRequest, "");
        await Refused(new { ruling = new { kind = "merge", entityIds = Array.Empty<string>(), intoId = Ben } }, HttpStatusCode.BadRequest, "names nothing");
        await Refused(new { ruling = new { kind = "merge", entityIds = new[] { (string?)null }, intoId = Ben } }, HttpStatusCode.BadRequest, "empty id");
        await Refused(new { ruling = new { kind = "separate", entityId = Ben, articleIds = Enumerable.Range(0, 1001).Select(i => $"{i}") } }, HttpStatusCode.BadRequest, "1000");
        var reasons = new[] { new { kind = new string('k', 301), text = "" } };
        await Refused(new { ruling = new { kind = "doNotMerge", firstId = Ben, secondId = Cole }, reasons }, HttpStatusCode.BadRequest, "300");
        Assert.Equal(2, (await _server.GetAsync<Status>("api/status")).Number);
    }

    [Fact]
    public async Task What_is_likely_one_is_suggested_until_it_is_rejected()
    {
        await _server.Store.ApplyAsync(An.Article("Britain would pay.").Place("Britain").Put());
        await _server.Store.ApplyAsync(An.Article("The UK was late.").Place("UK").Put());
        var suggested = await _server.GetAsync<Page<JsonElement>>("api/suggestions?limit=1");
        var ruling = suggested.Items[0].GetProperty("ruling");
        Assert.Equal("merge", ruling.GetProperty("kind").GetString());
        Assert.NotEmpty(suggested.Items[0].GetProperty("reasons").EnumerateArray());
        await Decide(new { ruling = new { kind = "doNotMerge", firstId = ruling.GetProperty("entityIds")[0].GetString(), secondId = ruling.GetProperty("intoId").GetString() } });
        Assert.Equal(suggested.Total - 1, (await _server.GetAsync<Page<JsonElement>>("api/suggestions")).Total);
    }

    [Fact]
    public async Task The_interface_is_described()
    {
        var document = await _server.GetAsync<JsonElement>("openapi/v1.json");
        Assert.True(document.GetProperty("paths").GetProperty("/api/decisions").TryGetProperty("post", out _));
        var kinds = document.GetProperty("components").GetProperty("schemas").GetProperty("Ruling").GetProperty("discriminator").GetProperty("mapping");
        Assert.Equal(["changeMention", "changeSpeaker", "doNotMerge", "merge", "notAStatement", "retype", "separate"], kinds.EnumerateObject().Select(k => k.Name).Order());
    }

    private async Task<Decided> Decide(object request)
    {
        using var response = await _server.Client.PostAsJsonAsync("api/decisions", request);
        return await WebServer.ReadAsync<Decided>(response.EnsureSuccessStatusCode());
    }

    private async Task Refused(object request, HttpStatusCode status, string detail)
    {
        using var response = await _server.Client.PostAsJsonAsync("api/decisions", request);
        await Problem.HasAsync(response, status, detail);
    }
}
