using System.Net;
using System.Net.Sockets;

namespace EntityGraph.Web.Tests.Api;

public sealed class Waiting_for_a_store_that_is_away
{
    [Fact]
    public async Task The_server_starts_says_what_it_waits_for_and_does_not_name_the_address()
    {
        // A port that nobody listens on: it was free a moment ago.
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        await using var server = new WebServer(
            settings: [("Store", $"http://127.0.0.1:{port}/db/neo4j"), ("Neo4j:Password", "hush hush"), ("Neo4j:PatienceSeconds", "1")]);

        using var health = await server.Client.GetAsync(new Uri("health", UriKind.Relative));
        var reason = await health.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.StartsWith("Unhealthy\nNeo4j at", reason, StringComparison.Ordinal);
        using var status = await server.Client.GetAsync(new Uri("api/status", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status.StatusCode);
        Assert.NotNull(status.Headers.RetryAfter);
        foreach (var text in new[] { reason, await status.Content.ReadAsStringAsync() })
        {
            Assert.Contains("does not answer", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{port}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        }

        // The page itself needs no store.
        Assert.Contains("EntityGraph", await server.Client.GetStringAsync(new Uri("", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_answers_is_healthy()
    {
        await using var server = new WebServer();
        Assert.Equal("Healthy", await server.Client.GetStringAsync(new Uri("health", UriKind.Relative)));
    }
}
