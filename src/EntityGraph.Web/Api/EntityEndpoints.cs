using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EntityGraph.Web.Api;

/// <summary>Entities: found by name, with their totals, with their neighbours.</summary>
internal static class EntityEndpoints
{
    public static void MapEntities(this IEndpointRouteBuilder routes)
    {
        var entities = routes.MapGroup("/entities").WithTags("Entities");
        entities.MapGet("", async (
                [Description("The name as it is being typed."), StringLength(200)] string? q,
                [Description("Only entities of this type."), EnumDataType(typeof(EntityType))] EntityType? type,
                [Description("How many at the most."), Range(1, 100)] int? limit,
                IGraphStore store,
                CancellationToken cancellation) =>
                string.IsNullOrWhiteSpace(q) ? [] : await store.SearchAsync(q, limit ?? 10, type, cancellation))
            .WithSummary("Entities by name, forgiving of case, accents and spelling.");

        entities.MapGet("/{id}", async Task<Results<Ok<GraphNode>, ProblemHttpResult>> (
                string id, IGraphStore store, CancellationToken cancellation) =>
                await store.EntityAsync(id, cancellation) is { } node ? TypedResults.Ok(node) : Unknown(id))
            .WithSummary("An entity with its totals.");

        entities.MapGet("/{id}/neighbours", async Task<Results<Ok<Neighbourhood>, ProblemHttpResult>> (
                string id,
                [AsParameters] FilterQuery filter,
                [AsParameters] PageQuery page,
                [Description("The kinds of edge to follow, separated by commas: Mentioned, AppearsWith, Said, AppearsIn.")] string? kinds,
                IGraphStore store,
                CancellationToken cancellation) =>
            {
                var query = new NeighbourhoodQuery
                {
                    EntityId = id,
                    Kinds = EdgeKinds.Read(kinds, Enum.GetValues<GraphEdgeKind>()),
                    Filter = filter.ToFilter(),
                    Page = page.ToPage(),
                };
                return await store.NeighbourhoodAsync(query, cancellation) is { } found ? TypedResults.Ok(found) : Unknown(id);
            })
            .WithSummary("An entity's neighbours, strongest first.");
    }

    private static ProblemHttpResult Unknown(string id) =>
        TypedResults.Problem($"There is no entity '{id}'.", statusCode: StatusCodes.Status404NotFound);
}
