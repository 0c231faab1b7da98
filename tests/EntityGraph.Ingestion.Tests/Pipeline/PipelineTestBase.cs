using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Ingestion.Tests.Pipeline;

/// <summary>A real store in a folder of its own.</summary>
public abstract class PipelineTestBase : IAsyncLifetime
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("entitygraph-test-").FullName;

    protected IGraphStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = new SqliteGraphStore(new SqliteStoreOptions { Path = Path.Combine(Folder, "graph.db") });
        await Store.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    protected static async Task<List<IngestionEvent>> IngestAsync(
        IngestionPipeline pipeline, IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        var events = new List<IngestionEvent>();
        await foreach (var step in pipeline.IngestAsync(DocumentSource.FromPathsAsync(paths, cancellation: cancellation), cancellation))
            events.Add(step);
        return events;
    }

    protected static string Text(string first, string? second = null) =>
        $"{first} said on Monday that the bridge would stay closed, and that nobody had been told why. {second ?? "Tom Ashe"} has not answered.";
}
