using System.Net.Http.Json;
using System.Text.Json;
using EntityGraph.Ingestion;
using EntityGraph.Storage.Sqlite;
using EntityGraph.Web.Api;
using EntityGraph.Web.Tests.Api;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EntityGraph.Web.Tests;

/// <summary>The whole program on a real port, with a SQLite file and samples of its own in a temporary folder.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Factory _factory;
    private readonly bool _ownsFolder;

    public WebServer(IAnnotator? annotator = null, string? folder = null, params (string Name, string Value)[] settings)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("entitygraph-web").FullName;
        Directory.CreateDirectory(SampleFolder);
        _factory = new Factory(this, annotator ?? new NoteTaker(), settings);
        _factory.UseKestrel(0);
        _factory.StartServer();
        Client = _factory.CreateClient();
    }

    public string Folder { get; }

    public string StorePath => Path.Combine(Folder, "graph.db");

    public string SampleFolder => Path.Combine(Folder, "samples");

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>The server's own store: what is put there is a commit of the server.</summary>
    public IGraphStore Store => Services.GetRequiredService<IGraphStore>();

    public IServiceProvider Services => _factory.Services;

    public static JsonSerializerOptions Json { get; } = Form();

    /// <summary>Another program's view of the same file.</summary>
    public async Task<SqliteGraphStore> OtherProgramAsync()
    {
        var store = new SqliteGraphStore(new SqliteStoreOptions { Path = StorePath });
        await store.OpenAsync();
        return store;
    }

    public async Task<T> GetAsync<T>(string path) => (await Client.GetFromJsonAsync<T>(path, Json))!;

    /// <summary>Pastes a text and waits for its end.</summary>
    public async Task<IngestionEvent> PasteAsync(string text)
    {
        using var response = await Client.PostAsJsonAsync("api/articles", new { text });
        var names = await ReadAsync<Taken>(response.EnsureSuccessStatusCode());
        return await EndOfAsync(names.Inputs[0]);
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<T>(Json))!;

    /// <summary>Waits until an input is at its end.</summary>
    public async Task<IngestionEvent> EndOfAsync(string input)
    {
        IngestionEvent? found = null;
        await UntilAsync(async () =>
        {
            var all = await GetAsync<IngestionEvent[]>("api/ingestion?limit=1000");
            found = Array.Find(all, e => e.Input == input && e.IsFinal);
            return found is not null;
        });
        return found!;
    }

    /// <summary>Waits until something holds; fails when it does not come about at all.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(20, patience.Token);
    }

    /// <summary>Stops the server and leaves its folder for another.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private static JsonSerializerOptions Form()
    {
        var options = new JsonSerializerOptions();
        GraphJson.Configure(options);
        options.MakeReadOnly();
        return options;
    }

    private sealed class Factory(WebServer server, IAnnotator annotator, (string Name, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Store:Path", server.StorePath);
            builder.UseSetting("Samples:Folder", server.SampleFolder);
            builder.UseSetting("Samples:PauseMilliseconds", "0");
            builder.UseSetting("Logging:LogLevel:Default", "None");
            builder.UseSetting("Rate:WritesPerMinute", "100000");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(annotator)));
        }
    }
}
