using EntityGraph.Extraction;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Web.Hosting;

/// <summary>The two parts that everything else works with: the graph store and the annotator.</summary>
internal static class StoreAndAnnotator
{
    public static void AddStoreAndAnnotator(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var root = builder.Environment.ContentRootPath;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => new StoreName(Path.GetFullPath(s.GetRequiredService<StoreSettings>().Path, root)));
        services.AddSingleton<IGraphStore>(s => new SqliteGraphStore(new SqliteStoreOptions
        {
            Path = s.GetRequiredService<StoreName>().FullPath,
            BusyTimeout = TimeSpan.FromSeconds(s.GetRequiredService<StoreSettings>().BusyTimeoutSeconds),
        }));
        services.AddSingleton<IAnnotator>(s =>
            Annotator.Load(s.GetRequiredService<ModelSettings>().Folder is { } folder ? Path.GetFullPath(folder, root) : null));
        services.AddHostedService<Opening>();
    }

    /// <summary>Opens the store and loads the models before anything else starts, so that what is wrong with them is said at once.</summary>
    private sealed class Opening(IGraphStore store, IServiceProvider services, StoreName name, ILogger<Opening> log) : IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await store.OpenAsync(cancellationToken);
            var size = await store.StatisticsAsync(cancellationToken);
            log.LogInformation(
                "The graph in {Store} holds {Articles} articles and {Entities} entities after change {Number}.",
                name.FullPath, size.Articles, size.Entities, size.Number);
            services.GetRequiredService<IAnnotator>();
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
