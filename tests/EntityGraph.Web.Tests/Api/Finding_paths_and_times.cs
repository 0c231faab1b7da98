using System.Net;
using System.Text.Json;
using EntityGraph.Storage.Conformance;

namespace EntityGraph.Web.Tests.Api;

public sealed class Finding_paths_and_times : IAsyncLifetime
{
    private static readonly string Ada = ContentId.OfEntity(EntityType.Person, "Ada Byrne");
    private static readonly string Ben = ContentId.OfEntity(EntityType.Person, "Ben Cole");
    private static readonly string Mill = ContentId.OfEntity(EntityType.Organisation, "Mill Ltd");

    private readonly WebServer _server = new();

    public async Task InitializeAsync()
    {
        await _server.Store.ApplyAsync(An.Article("Ada Byrne said that Ben Cole lied.").In("The Post").On("2025-03-01")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ada Byrne", "said", "that Ben Cole lied", confidence: 0.8).Put());
        await _server.Store.ApplyAsync(An.Article("Mill Ltd is sorry, said Ben Cole.").In("The Mail").On("2025-03-05")
            .Organisation("Mill Ltd").Person("Ben Cole").Says("Ben Cole", "said", "Mill Ltd is sorry", confidence: 0.95).Put());
        await _server.Store.ApplyAsync(An.Article("Ben Cole said Mill Ltd paid.")
            .Organisation("Mill Ltd").Person("Ben Cole").Says("Ben Cole", "said", "Mill Ltd paid").Put());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_path_comes_with_its_nodes_and_the_edges_of_each_hop()
    {
        using var json = JsonDocument.Parse(await _server.Client.GetStringAsync($"api/paths?source={Ada}&target={Mill}&kinds=mentioned,AppearsWith"));
        var (answer, path) = (json.RootElement, json.RootElement.GetProperty("paths")[0]);
        Assert.Equal((3, true), (answer.GetProperty("number").GetInt32(), answer.GetProperty("complete").GetBoolean()));
        Assert.Equal([Ada, Ben, Mill], path.GetProperty("entityIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(
            ["Mentioned 1", "AppearsWith 1", "Mentioned 2", "AppearsWith 2"],
            path.GetProperty("edges").EnumerateArray().Select(e => $"{e.GetProperty("kind").GetString()} {e.GetProperty("count").GetInt32()}"));
        Assert.Equal(new[] { Ada, Ben, Mill }.Order(), answer.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).Order());
    }

    [Fact]
    public async Task Paths_obey_the_filter_and_the_greatest_length()
    {
        Assert.Empty((await _server.GetAsync<PathAnswer>($"api/paths?source={Ada}&target={Mill}&maxLength=1")).Paths);
        Assert.Empty((await _server.GetAsync<PathAnswer>($"api/paths?source={Ada}&target={Mill}&from=2025-03-02")).Paths);
        Assert.Single((await _server.GetAsync<PathAnswer>($"api/paths?source={Ben}&target={Mill}&outlet=The%20Mail")).Paths);
        var strangers = await _server.GetAsync<PathAnswer>($"api/paths?source={Ada}&target=nobody");
        Assert.Equal((0, 1), (strangers.Paths.Count, strangers.Nodes.Count));
    }

    [Fact]
    public async Task A_timeline_is_told_by_its_unit_and_obeys_the_filter()
    {
        Assert.Equal(
            """{"unit":"Month","periods":[{"start":"2025-03-01","statements":2,"articles":2}],"undated":1}""",
            await _server.Client.GetStringAsync("api/timeline?unit=Month"));
        var weeks = await _server.GetAsync<Timeline>("api/timeline");
        Assert.Equal([new DateOnly(2025, 2, 24), new DateOnly(2025, 3, 3)], weeks.Periods.Select(p => p.Start));
        Assert.Equal(0, (await _server.GetAsync<Timeline>($"api/timeline?speaker={Ada}&unit=Day")).Undated);
    }

    [Theory]
    [InlineData("api/paths?source=a", "target")]
    [InlineData("api/paths?source=a&target=", "target")]
    [InlineData("api/paths?source=a&target=a", "same")]
    [InlineData("api/paths?source=a&target=b&kinds=Said", "Said")]
    [InlineData("api/paths?source=a&target=b&maxLength=5", "maxLength")]
    [InlineData("api/paths?source=a&target=b&limit=0", "limit")]
    [InlineData("api/paths?source=a&target=b&from=yesterday", "from is 'yesterday'")]
    [InlineData("api/timeline?unit=Year", "unit is 'Year'")]
    [InlineData("api/timeline?unit=7", "unit")]
    public async Task A_query_out_of_range_is_a_problem_that_names_what_is_wrong(string path, string name)
    {
        using var response = await _server.Client.GetAsync(path);
        await Problem.HasAsync(response, HttpStatusCode.BadRequest, name);
    }
}
