using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntityGraph.Storage.Conformance;
using EntityGraph.Web.Api;

namespace EntityGraph.Web.Tests.Api;

public sealed class Browsing_the_graph : IAsyncLifetime
{
    private static readonly string Ada = ContentId.OfEntity(EntityType.Person, "Ada Byrne");
    private static readonly string Ben = ContentId.OfEntity(EntityType.Person, "Ben Cole");
    private static readonly string Mill = ContentId.OfEntity(EntityType.Organisation, "Mill Ltd");

    private readonly WebServer _server = new();
    private readonly AnnotatedArticle _first = An.Article("Ada Byrne said that Ben Cole of Mill Ltd lied. Nobody asked why.")
        .Titled("Lies").In("The Post").On("2025-03-01").At("https://post.example/1").From("/home/someone/secret/1.txt")
        .Person("Ada Byrne").Person("Ben Cole").Organisation("Mill Ltd")
        .Says("Ada Byrne", "said", "that Ben Cole of Mill Ltd lied", confidence: 0.8).Annotated();

    public async Task InitializeAsync()
    {
        await _server.Store.ApplyAsync(new GraphChange.Put(_first));
        await _server.Store.ApplyAsync(An.Article("\"Ada Byrne is wrong,\" said Ben Cole.").In("The Mail").On("2025-03-05")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ben Cole", "said", "\"Ada Byrne is wrong,\"", confidence: 0.95).Put());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_status_tells_how_large_it_is()
    {
        var status = await _server.GetAsync<Status>("api/status");
        Assert.Equal(("sqlite", 2L, 2, 3, 2, 3, false), (status.Store, status.Number, status.Articles, status.Entities, status.Statements, status.Edges, status.Samples));
        Assert.Matches(@"^\d+\.\d+", status.Version);
    }

    [Fact]
    public async Task A_snapshot_holds_nodes_edges_and_its_number()
    {
        var graph = await _server.GetAsync<GraphSnapshot>("api/graph");
        Assert.Equal(2, graph.Number);
        Assert.Equal(new[] { Ada, Ben, Mill }.Order(), graph.Nodes.Select(n => n.Id).Order());
        Assert.Equal(3, graph.Edges.Count);
    }

    [Fact]
    public async Task A_snapshot_is_filtered_and_cut_to_its_budget()
    {
        Assert.Single((await _server.GetAsync<GraphSnapshot>("api/graph?budget=1")).Nodes);
        var late = await _server.GetAsync<GraphSnapshot>("api/graph?from=2025-03-02&minConfidence=0.9&kind=Direct");
        Assert.Equal([(Ben, Ada)], late.Edges.Select(e => (e.Source, e.Target)));
        Assert.Empty((await _server.GetAsync<GraphSnapshot>("api/graph?focus=nobody")).Nodes);
    }

    [Fact]
    public async Task An_entity_is_found_as_it_is_typed()
    {
        Assert.Equal(Ada, (await _server.GetAsync<SearchHit[]>("api/entities?q=ada%20by"))[0].Node.Id);
        Assert.Empty(await _server.GetAsync<SearchHit[]>("api/entities?q=ada&type=Place"));
        Assert.Empty(await _server.GetAsync<SearchHit[]>("api/entities?q=%20"));
    }

    [Fact]
    public async Task An_entity_has_totals_and_neighbours()
    {
        Assert.Equal("Ada Byrne", (await _server.GetAsync<GraphNode>($"api/entities/{Ada}")).Name);
        var around = await _server.GetAsync<Neighbourhood>($"api/entities/{Ada}/neighbours?kinds=Mentioned,AppearsIn&limit=10");
        Assert.Equal(new[] { Ben, Mill }.Order(), around.Nodes.Select(n => n.Id).Order());
        Assert.Equal(2, around.Articles.Count);
    }

    [Fact]
    public async Task Edges_between_entities_are_asked_for_by_their_ids()
    {
        using var response = await _server.Client.PostAsJsonAsync("api/edges", new { entityIds = new[] { Ada, Ben, Mill }, kind = "AppearsWith" });
        Assert.Equal(3, (await WebServer.ReadAsync<GraphEdge[]>(response)).Length);
        using var filtered = await _server.Client.PostAsJsonAsync(
            "api/edges", new { entityIds = new[] { Ada, Ben }, kind = "Mentioned", filter = new { outlet = "The Mail" } });
        Assert.Equal([Ben], (await WebServer.ReadAsync<GraphEdge[]>(filtered)).Select(e => e.Source));
    }

    [Fact]
    public async Task Who_mentioned_whom_comes_with_its_evidence()
    {
        var rows = await _server.GetAsync<Page<WhoMentioned>>($"api/mentions?mentioned={Ada}");
        Assert.Equal((1, Ben), (rows.Total, rows.Items[0].Speaker.Id));
        var evidence = await _server.GetAsync<Page<Evidence>>($"api/evidence?speaker={Ada}&mentioned={Mill}");
        Assert.Equal("Ada Byrne said that Ben Cole of Mill Ltd lied.", Assert.Single(evidence.Items).Passage);
        var sentences = await _server.GetAsync<Page<SharedSentence>>($"api/sentences?first={Ben}&second={Mill}");
        Assert.Equal("Ada Byrne said that Ben Cole of Mill Ltd lied.", Assert.Single(sentences.Items).Passage);
    }

    [Fact]
    public async Task Articles_are_listed_and_opened()
    {
        var list = await _server.GetAsync<Page<ArticleSummary>>($"api/articles?entity={Mill}");
        Assert.Equal(_first.Article.Id, Assert.Single(list.Items).Id);
        Assert.Equal(["The Mail", "The Post"], await _server.GetAsync<string[]>("api/outlets"));
        var text = await _server.Client.GetStringAsync($"api/articles/{_first.Article.Id}");
        using var article = JsonDocument.Parse(text);
        Assert.Equal(_first.Article.Text, article.RootElement.GetProperty("article").GetProperty("text").GetString());
        var span = article.RootElement.GetProperty("attributions")[0].GetProperty("source")[0];
        Assert.Equal("""{"start":0,"end":9}""", span.GetRawText());
    }

    [Fact]
    public async Task An_articles_path_on_the_machine_that_read_it_is_not_told() =>
        Assert.DoesNotContain("/home/someone", await _server.Client.GetStringAsync($"api/articles/{_first.Article.Id}"), StringComparison.Ordinal);

    [Fact]
    public async Task Changes_are_given_after_a_number()
    {
        var changes = await _server.GetAsync<GraphDifference[]>("api/changes?after=1");
        Assert.Equal([2L], changes.Select(c => c.Number));
        Assert.Equal([1L], (await _server.GetAsync<GraphDifference[]>("api/changes?limit=1")).Select(c => c.Number));
        Assert.Empty(await _server.GetAsync<GraphDifference[]>("api/changes?after=2"));
    }

    [Theory]
    [InlineData("api/entities/nobody", "nobody")]
    [InlineData("api/entities/nobody/neighbours", "nobody")]
    [InlineData("api/articles/nothing", "nothing")]
    [InlineData("api/not-there", "/api/not-there")]
    public async Task What_is_unknown_is_a_problem_that_names_it(string path, string name)
    {
        using var response = await _server.Client.GetAsync(path);
        await Problem.HasAsync(response, HttpStatusCode.NotFound, name);
    }

    [Theory]
    [InlineData("api/graph?budget=0", "budget")]
    [InlineData("api/graph?budget=many", "budget is 'many'")]
    [InlineData("api/graph?from=01/02/2025", "from is '01/02/2025'")]
    [InlineData("api/graph?minConfidence=NaN", "MinConfidence")]
    [InlineData("api/mentions?speakerType=9", "SpeakerType")]
    [InlineData("api/mentions?speakerType=Robot", "speakerType is 'Robot'")]
    [InlineData("api/mentions?limit=1001", "Limit")]
    [InlineData("api/evidence?offset=-1", "Offset")]
    [InlineData("api/sentences?first=a", "second")]
    [InlineData("api/changes?after=-1", "after")]
    [InlineData("api/ingestion?limit=0", "limit")]
    public async Task A_query_out_of_range_is_a_problem_that_names_what_is_wrong(string path, string name)
    {
        using var response = await _server.Client.GetAsync(path);
        await Problem.HasAsync(response, HttpStatusCode.BadRequest, name);
    }

    [Fact]
    public async Task An_unknown_kind_of_edge_is_a_problem_that_names_it()
    {
        using var query = await _server.Client.GetAsync($"api/entities/{Ada}/neighbours?kinds=Mentioned,Loves");
        await Problem.HasAsync(query, HttpStatusCode.BadRequest, "Loves");
        using var body = await _server.Client.PostAsJsonAsync("api/edges", new { entityIds = new[] { Ada }, kind = "Loves" });
        await Problem.HasAsync(body, HttpStatusCode.BadRequest, "$.kind");
    }

    [Fact]
    public async Task Too_many_ids_and_a_body_without_any_are_problems()
    {
        using var many = await _server.Client.PostAsJsonAsync("api/edges", new { entityIds = Enumerable.Range(0, 1001).Select(i => $"{i}"), kind = "Mentioned" });
        await Problem.HasAsync(many, HttpStatusCode.BadRequest, "1001");
        using var none = await _server.Client.PostAsJsonAsync("api/edges", new { kind = "Mentioned" });
        await Problem.HasAsync(none, HttpStatusCode.BadRequest, "JSON");
        using var empty = await _server.Client.PostAsJsonAsync("api/edges", new { entityIds = new[] { "" }, kind = "Mentioned" });
        await Problem.HasAsync(empty, HttpStatusCode.BadRequest, "empty id");
    }

    [Fact]
    public async Task Hostile_ids_are_only_ever_looked_up()
    {
        foreach (var id in new[] { "' OR 1=1 --", "\"><script>", "..%2F..%2Fetc%2Fpasswd", new string('x', 4000) })
        {
            using var response = await _server.Client.GetAsync($"api/entities/{Uri.EscapeDataString(id)}");
            await Problem.HasAsync(response, HttpStatusCode.NotFound, "");
        }

        Assert.Empty((await _server.GetAsync<Page<WhoMentioned>>("api/mentions?speaker=%27%20OR%201=1%20--")).Items);
        Assert.Empty(await _server.GetAsync<SearchHit[]>("api/entities?q=%22%20OR%20%2A%20NEAR("));
    }

    [Fact]
    public async Task The_interface_is_described()
    {
        using var description = JsonDocument.Parse(await _server.Client.GetStringAsync("openapi/v1.json"));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("/api/entities/{id}/neighbours", paths);
        Assert.Contains("/api/articles/files", paths);
        var parameters = description.RootElement.GetProperty("paths").GetProperty("/api/mentions").GetProperty("get").GetProperty("parameters");
        Assert.Contains(parameters.EnumerateArray(), p => p.GetProperty("name").GetString() == "minConfidence" && p.TryGetProperty("description", out _));
    }
}
