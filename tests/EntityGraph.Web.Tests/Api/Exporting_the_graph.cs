using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using EntityGraph.Storage.Conformance;

namespace EntityGraph.Web.Tests.Api;

public sealed class Exporting_the_graph : IAsyncLifetime
{
    private static readonly string Ada = ContentId.OfEntity(EntityType.Person, "Ada Byrne");
    private static readonly string Ben = ContentId.OfEntity(EntityType.Person, "Ben Cole");

    private readonly WebServer _server = new();

    public async Task InitializeAsync()
    {
        await _server.Store.ApplyAsync(An.Article("Ada Byrne said that Ben Cole of Mill Ltd lied.").In("The Post").On("2025-03-01")
            .Person("Ada Byrne").Person("Ben Cole").Organisation("Mill Ltd").Says("Ada Byrne", "said", "that Ben Cole of Mill Ltd lied").Put());
        await _server.Store.ApplyAsync(An.Article("\"Ada Byrne is wrong,\" said Ben Cole.").In("The Mail").On("2025-03-05")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ben Cole", "said", "\"Ada Byrne is wrong,\"").Put());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("graphml", "application/xml", ".graphml")]
    [InlineData("gexf", "application/xml", ".gexf")]
    [InlineData("csv", "application/zip", ".zip")]
    [InlineData("csv-nodes", "text/csv", "-nodes.csv")]
    [InlineData("csv-edges", "text/csv", "-edges.csv")]
    [InlineData("json", "application/json", ".json")]
    [InlineData("cypher", "text/plain", ".cypher")]
    [InlineData("FTM", "application/x-ndjson", ".ftm.json")]
    public async Task Every_form_comes_as_a_download_with_a_name(string format, string type, string ending)
    {
        using var response = await _server.Client.GetAsync($"api/export?format={format}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        var name = response.Content.Headers.ContentDisposition.FileName!;
        Assert.Matches("^entitygraph-[0-9]{4}-[0-9]{2}-[0-9]{2}", name);
        Assert.EndsWith(ending, name, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_filter_is_that_of_all_other_questions()
    {
        var file = XDocument.Parse(await _server.Client.GetStringAsync("api/export?format=graphml&from=2025-03-02&minConfidence=0.5"));
        Assert.Equal([(Ben, Ada)], file.Descendants().Where(e => e.Name.LocalName == "edge").Select(e => ((string)e.Attribute("source")!, (string)e.Attribute("target")!)));
        Assert.Equal(2, file.Descendants().Count(e => e.Name.LocalName == "node"));
    }

    [Fact]
    public async Task A_view_is_exported_by_its_ids()
    {
        using var got = JsonDocument.Parse(await _server.Client.GetStringAsync($"api/export?format=json&ids={Ada},{Ben}&kinds=Mentioned,AppearsWith"));
        using var response = await _server.Client.PostAsJsonAsync(
            "api/export", new { format = "json", entityIds = new[] { Ada, Ben }, kinds = "Mentioned,AppearsWith", filter = new { outlet = "The Mail" } });
        using var posted = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((2, 3), (got.RootElement.GetProperty("nodes").GetArrayLength(), got.RootElement.GetProperty("edges").GetArrayLength()));
        Assert.Equal(
            [(Ben, "Mentioned"), (new[] { Ada, Ben }.Min(StringComparer.Ordinal)!, "AppearsWith")],
            posted.RootElement.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("source").GetString()!, e.GetProperty("kind").GetString()!)));
    }

    [Theory]
    [InlineData("api/export", "format")]
    [InlineData("api/export?format=xlsx", "xlsx")]
    [InlineData("api/export?format=json&kinds=AppearsWith", "ids")]
    [InlineData("api/export?format=json&ids=a&kinds=Said", "Said")]
    [InlineData("api/export?format=json&from=yesterday", "yesterday")]
    public async Task What_cannot_be_exported_is_a_problem_that_says_why(string path, string name)
    {
        using var response = await _server.Client.GetAsync(path);
        await Problem.HasAsync(response, HttpStatusCode.BadRequest, name);
    }

    [Fact]
    public async Task Too_many_ids_are_a_problem()
    {
        using var response = await _server.Client.PostAsJsonAsync("api/export", new { format = "json", entityIds = Enumerable.Range(0, 1001).Select(i => $"{i}") });
        await Problem.HasAsync(response, HttpStatusCode.BadRequest, "1001");
    }

    [Fact]
    public async Task Another_sites_page_cannot_post_for_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/export") { Content = JsonContent.Create(new { format = "json" }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await _server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
