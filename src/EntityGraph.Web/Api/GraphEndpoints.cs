using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Api;

/// <summary>The graph to draw: a part to begin with, edges, and what changed since.</summary>
internal static class GraphEndpoints
{
    private const int MaxEdgeEnds = 1000;

    public static void MapGraph(this IEndpointRouteBuilder routes)
    {
        var graph = routes.MapGroup("").WithTags("Graph");
        graph.MapGet("/graph", (
                [AsParameters] FilterQuery filter,
                [Description("The entity around which to look.")] string? focus,
                [Description("How many nodes at the most."), Range(1, 1000)] int? budget,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.SnapshotAsync(
                    new SnapshotQuery
                    {
                        FocusId = string.IsNullOrEmpty(focus) ? null : focus,
                        Budget = budget ?? 300,
                        Filter = filter.ToFilter(),
                    },
                    cancellation))
            .WithSummary("A part of the graph to begin with, and the number of the last change that it holds.");

        graph.MapPost("/edges", (EdgesRequest request, IGraphStore store, CancellationToken cancellation) =>
                request.EntityIds.Count > MaxEdgeEnds
                    ? throw new BadHttpRequestException($"entityIds holds {request.EntityIds.Count} ids; {MaxEdgeEnds} at the most are taken.")
                    : request.EntityIds.Any(string.IsNullOrEmpty)
                        ? throw new BadHttpRequestException("entityIds holds an empty id.")
                        : store.EdgesBetweenAsync(request.EntityIds, request.Kind, request.Filter ?? new MentionFilter(), cancellation))
            .WithSummary("The edges of a kind between the given entities.");

        graph.MapGet("/changes", (
                [Description("The number of the last change that is known."), Range(0, long.MaxValue)] long? after,
                [Description("How many at the most."), Range(1, 1000)] int? limit,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.ChangesAfterAsync(after ?? 0, limit ?? 100, cancellation))
            .WithSummary("What changed after a number, oldest first.");
    }
}

/// <summary>Between which entities edges are wanted.</summary>
/// <param name="EntityIds">The entities, 1,000 at the most.</param>
/// <param name="Kind">The kind of edge.</param>
/// <param name="Filter">Which statements make edges; null for all.</param>
public sealed record EdgesRequest(IReadOnlyList<string> EntityIds, GraphEdgeKind Kind, MentionFilter? Filter = null);
