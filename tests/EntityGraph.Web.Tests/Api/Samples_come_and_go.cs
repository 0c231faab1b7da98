using System.Net;
using EntityGraph.Ingestion;
using EntityGraph.Web.Api;
using Microsoft.AspNetCore.SignalR.Client;

namespace EntityGraph.Web.Tests.Api;

public sealed class Samples_come_and_go : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-samples").FullName;

    public Samples_come_and_go()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "samples"));
        File.WriteAllText(Path.Combine(_folder, "samples", "1.txt"), Notes.That("Ada Byrne", "Ben Cole"));
        File.WriteAllText(Path.Combine(_folder, "samples", "2.txt"), Notes.That("Ben Cole", "Cy Dow"));
        File.WriteAllText(Path.Combine(_folder, "samples", "README.md"), Notes.That("Di Eck", "Ben Cole"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task They_come_into_a_new_graph_when_the_first_page_joins()
    {
        await using var server = Start(("Samples:WaitSeconds", "3600"));
        Assert.False((await server.GetAsync<Status>("api/status")).Samples);
        await using var page = new HubConnectionBuilder().WithUrl(new Uri(server.Address, "live")).Build();
        await page.StartAsync();
        await page.InvokeAsync("Join");
        Assert.Equal(IngestionState.Added, (await server.EndOfAsync("samples/2.txt")).State);
        var status = await server.GetAsync<Status>("api/status");
        Assert.Equal((2, true), (status.Articles, status.Samples));
        await server.StopAsync();
    }

    [Fact]
    public async Task They_come_without_a_page_after_a_while()
    {
        await using var server = Start(("Samples:WaitSeconds", "0"));
        await server.EndOfAsync("samples/1.txt");
        await server.EndOfAsync("samples/2.txt");
    }

    [Fact]
    public async Task Cleared_ones_stay_away_after_a_restart_until_somebody_asks()
    {
        await using (var server = Start(("Samples:WaitSeconds", "0")))
        {
            await server.EndOfAsync("samples/2.txt");
            await server.PasteAsync(Notes.That("Di Eck", "Ben Cole"));
            using var response = await server.Client.DeleteAsync("api/samples");
            Assert.Equal(2, (await WebServer.ReadAsync<RemovedSamples>(response)).Removed);
            var status = await server.GetAsync<Status>("api/status");
            Assert.Equal((1, false, 5L), (status.Articles, status.Samples, status.Number));
            await server.StopAsync();
        }

        await using var restarted = Start(("Samples:WaitSeconds", "0"));
        await restarted.PasteAsync(Notes.That("Di Eck", "Ada Byrne"));
        Assert.DoesNotContain(await restarted.GetAsync<IngestionEvent[]>("api/ingestion"), e => e.Input.StartsWith("samples/", StringComparison.Ordinal));
        using var asked = await restarted.Client.PostAsync("api/samples", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(IngestionState.Added, (await restarted.EndOfAsync("samples/2.txt")).State);
    }

    [Fact]
    public async Task Clearing_while_they_come_in_leaves_none()
    {
        var notes = new NoteTaker();
        notes.Hold();
        await using var server = Start(notes, ("Samples:WaitSeconds", "0"));
        await notes.Reached;
        var clearing = server.Client.DeleteAsync("api/samples");
        notes.GoOn();
        using var response = await clearing;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var status = await server.GetAsync<Status>("api/status");
        Assert.Equal((0, false), (status.Articles, status.Samples));
    }

    [Fact]
    public async Task They_can_be_switched_off()
    {
        await using var server = Start(("Samples:WaitSeconds", "0"), ("Samples:Enabled", "false"));
        await server.PasteAsync(Notes.That("Di Eck", "Ben Cole"));
        Assert.Single(await server.GetAsync<IngestionEvent[]>("api/ingestion"));
    }

    [Fact]
    public async Task A_server_without_any_says_so()
    {
        await using var server = Start(("Samples:Folder", Path.Combine(_folder, "none")));
        using var response = await server.Client.PostAsync("api/samples", null);
        await Problem.HasAsync(response, HttpStatusCode.NotFound, "no sample articles");
    }

    private WebServer Start(params (string Name, string Value)[] settings) => Start(new NoteTaker(), settings);

    private WebServer Start(NoteTaker notes, params (string Name, string Value)[] settings) => new(notes, _folder, settings);
}
