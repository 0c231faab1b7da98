using System.Reflection;
using EntityGraph.Stores;

namespace EntityGraph.Web.Api;

/// <summary>What the server holds, in figures.</summary>
internal static class StatusEndpoints
{
    /// <summary>The program's version, without the commit that it was built from.</summary>
    public static string Version { get; } = typeof(StatusEndpoints).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/status", async (IGraphStore store, StoreAddress address, CancellationToken cancellation) =>
        {
            var size = await store.StatisticsAsync(cancellation);
            var samples = await store.ArticlesAsync(
                new ArticleQuery { Collection = Samples.SampleArticles.Collection, Page = new PageRequest(0, 1) }, cancellation);
            return new Status(
                address.Kind, size.Number, size.Articles, size.Entities, size.Statements, size.Edges, size.Mentions, samples.Total > 0, Version);
        })
        .WithTags("Status").WithSummary("How large the graph is and whether the sample articles are in it.");
}

/// <summary>What the server holds.</summary>
/// <param name="Store">The kind of store: "sqlite" or "neo4j".</param>
/// <param name="Number">The number of the last change.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Entities">Entities.</param>
/// <param name="Statements">Distinct statements.</param>
/// <param name="Edges">Mentioned edges.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Samples">Whether sample articles are among them.</param>
/// <param name="Version">The program's version.</param>
internal sealed record Status(
    string Store, long Number, int Articles, int Entities, int Statements, int Edges, int Mentions, bool Samples, string Version);
