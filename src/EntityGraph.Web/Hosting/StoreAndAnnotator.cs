using EntityGraph.Extraction;
using EntityGraph.Stores;

namespace EntityGraph.Web.Hosting;

/// <summary>The two parts that everything else works with: the graph store and the annotator.</summary>
internal static class StoreAndAnnotator
{
    public static void AddStoreAndAnnotator(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var root = builder.Environment.ContentRootPath;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => AddressOf(s, root));
        services.AddSingleton(s => s.GetRequiredService<StoreAddress>() is var address ? new StoreName($"{address}", address.Server) : null!);
        services.AddSingleton(s => GraphStores.At(
            s.GetRequiredService<StoreAddress>(), s.GetRequiredService<Neo4jAccess>(),
            waiting: trouble => s.GetRequiredService<StoreOpening>().Wait(trouble),
            busyTimeout: TimeSpan.FromSeconds(s.GetRequiredService<StoreSettings>().BusyTimeoutSeconds)));
        services.AddSingleton<IAnnotator>(s =>
            Annotator.Load(s.GetRequiredService<ModelSettings>().Folder is { } folder ? Path.GetFullPath(folder, root) : null));
        services.AddSingleton<StoreOpening>();
        services.AddHostedService(s => s.GetRequiredService<StoreOpening>());
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
    }

    /// <summary>"Store" names the store or is its address; without it, or where it is "sqlite", "Store:Path" tells the file.</summary>
    private static StoreAddress AddressOf(IServiceProvider services, string root)
    {
        var named = services.GetRequiredService<IConfiguration>()["Store"];
        if (string.IsNullOrWhiteSpace(named) || named.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            named = services.GetRequiredService<StoreSettings>().Path;
        return StoreAddress.Parse(named, services.GetRequiredService<Neo4jAccess>(), root);
    }
}
