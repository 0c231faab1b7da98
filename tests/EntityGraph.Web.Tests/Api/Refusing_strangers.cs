using System.Net;
using System.Net.Http.Json;

namespace EntityGraph.Web.Tests.Api;

public sealed class Refusing_strangers : IAsyncLifetime
{
    private readonly WebServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    public async Task What_another_sites_page_sends_is_refused(string header, string value)
    {
        foreach (var (method, path) in new[] { ("POST", "api/articles"), ("POST", "api/articles/files"), ("POST", "api/samples"), ("DELETE", "api/samples"), ("POST", "api/decisions"), ("DELETE", "api/decisions/1"), ("POST", "live/negotiate"), ("GET", "live") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
            request.Headers.Add(header, value);
            using var response = await _server.Client.SendAsync(request);
            await Problem.HasAsync(response, HttpStatusCode.Forbidden, "another site");
        }
    }

    [Fact]
    public async Task What_its_own_page_and_programs_send_is_not()
    {
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "same-origin"), ("Origin", _server.Address.GetLeftPart(UriPartial.Authority)), ("X-Nothing", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/articles");
            request.Headers.Add(header, value);
            request.Content = JsonContent.Create(new { text = Notes.That("Ada Byrne", "Ben Cole") });
            using var response = await _server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_name_that_is_not_this_machines_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/status");
        request.Headers.Host = "rebound.example";
        using var response = await _server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);

        await using var open = new WebServer(null, null, ("AllowedHosts", "graph.example"));
        using var allowed = new HttpRequestMessage(HttpMethod.Get, new Uri(open.Address, "api/status"));
        allowed.Headers.Host = "graph.example";
        using var answered = await open.Client.SendAsync(allowed);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Theory]
    [InlineData("api/status", "no-store")]
    [InlineData("api/not-there", "no-store")]
    [InlineData("index.html", "no-cache")]
    [InlineData("lib/cytoscape/cytoscape.esm.min.mjs", "no-cache")]
    public async Task Every_answer_tells_browsers_to_trust_nothing_else(string path, string caching)
    {
        using var response = await _server.Client.GetAsync(path);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains(caching, response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Files_outside_the_page_are_not_served()
    {
        foreach (var path in new[] { "/../package.json", "/..%2fpackage.json", "/lib/.restored", "/%2e%2e/data/entitygraph.db" })
        {
            using var response = await _server.Client.GetAsync(new Uri(_server.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_a_problem()
    {
        using var response = await _server.Client.PutAsync("api/status", null);
        await Problem.HasAsync(response, HttpStatusCode.MethodNotAllowed, "PUT");
    }

    [Fact]
    public async Task Whoever_writes_too_often_has_to_wait_and_may_still_read()
    {
        await using var server = new WebServer(null, null, ("Rate:WritesPerMinute", "2"));
        for (var i = 0; i < 2; i++)
        {
            using var accepted = await server.Client.PostAsync("api/samples", null);
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        using var refused = await server.Client.PostAsync("api/samples", null);
        await Problem.HasAsync(refused, HttpStatusCode.TooManyRequests, "Too many");
        Assert.NotNull(refused.Headers.RetryAfter);
        using var read = await server.Client.GetAsync("api/status");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }
}
