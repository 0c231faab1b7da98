using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>
/// A server of the test's own, to be killed: ENTITYGRAPH_TEST_NEO4J_SERVER is a folder with two programs, <c>start HOME HTTP_PORT
/// BOLT_PORT PASSWORD</c>, which comes back when the server answers, and <c>stop HOME --kill</c>.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const string Password = "for-tests-only";
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("entitygraph-neo4j");
    private readonly string programs;
    private readonly int http = FreePort();
    private readonly int bolt = FreePort();

    private OwnServer(string programs) => this.programs = programs;

    public Neo4jStoreOptions Options => new() { Address = new Uri($"http://127.0.0.1:{http}"), Password = Password };

    public static async Task<OwnServer> StartAsync()
    {
        var programs = Environment.GetEnvironmentVariable("ENTITYGRAPH_TEST_NEO4J_SERVER");
        Skip.If(string.IsNullOrEmpty(programs), "no Neo4j server to start and kill: ENTITYGRAPH_TEST_NEO4J_SERVER is not set");
        var server = new OwnServer(programs!);
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => RunAsync("start", home.FullName, $"{http}", $"{bolt}", Password);

    /// <summary>Ends the server at once, as a crash would; what it had committed stays.</summary>
    public Task KillAsync() => RunAsync("stop", home.FullName, "--kill");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        home.Delete(recursive: true);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        // Its output is nobody's: the server that it starts would keep a pipe open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", Path.Combine(programs, program), .. arguments]);
        start.Environment["NEO4J_HEAP"] = "512m";
        start.Environment["NEO4J_PAGECACHE"] = "64m";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
