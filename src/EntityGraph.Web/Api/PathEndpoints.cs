using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Api;

/// <summary>How two entities are connected.</summary>
internal static class PathEndpoints
{
    public static void MapPaths(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/paths", (
                [Description("The entity at the one end."), Required] string source,
                [Description("The entity at the other end."), Required] string target,
                [Description("The kinds of edge to follow, separated by commas: Mentioned, AppearsWith.")] string? kinds,
                [Description("How many edges a path may have at the most."), Range(1, PathQuery.MostHops)] int? maxLength,
                [Description("How many paths at the most."), Range(1, PathQuery.MostPaths)] int? limit,
                [AsParameters] FilterQuery filter,
                IGraphStore store,
                CancellationToken cancellation) =>
                source == target
                    ? throw new BadHttpRequestException("source and target are the same entity.")
                    : store.PathsAsync(
                        new PathQuery
                        {
                            FromId = source,
                            ToId = target,
                            Kinds = EdgeKinds.Read(kinds, GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith),
                            MaxLength = maxLength ?? PathQuery.MostHops,
                            Limit = limit ?? 5,
                            Filter = filter.ToFilter(),
                        },
                        cancellation))
            .WithTags("Graph")
            .WithSummary("The best paths between two entities, each hop with its edges: the shortest first, then the strongest.");
}
