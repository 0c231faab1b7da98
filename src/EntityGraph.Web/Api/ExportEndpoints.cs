using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EntityGraph.Transfer;
using EntityGraph.Web.Protection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EntityGraph.Web.Api;

/// <summary>The graph, what passes a filter or what a view shows, as a file of another program's form.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/export").WithTags("Export").RequireRateLimiting(ProtectionRegistration.Exports);
        export.MapGet("", (
                [Description("graphml, gexf, csv (both tables in a zip file), csv-nodes, csv-edges, json, cypher or ftm (FollowTheMoney)."), Required] string format,
                [AsParameters] FilterQuery filter,
                [Description("The entities of a view, separated by commas, 1,000 at the most; without it the whole graph.")] string? ids,
                [Description("The kinds of edge between the entities of a view, separated by commas: Mentioned, AppearsWith.")] string? kinds,
                IGraphStore store,
                TimeProvider clock,
                CancellationToken cancellation) =>
                Send(store, clock, format, filter.ToFilter(), string.IsNullOrEmpty(ids) ? null : ids.Split(',', StringSplitOptions.RemoveEmptyEntries), kinds, cancellation))
            .WithSummary("A download of the whole graph, of what passes the filter, or of what is between given entities.");

        export.MapPost("", (ExportRequest request, IGraphStore store, TimeProvider clock, CancellationToken cancellation) =>
                Send(store, clock, request.Format, request.Filter ?? new MentionFilter(), request.EntityIds, request.Kinds, cancellation))
            .WithSummary("The same for more entities than an address can hold.");
    }

    private static PushStreamHttpResult Send(
        IGraphStore store, TimeProvider clock, string format, MentionFilter filter, IReadOnlyCollection<string>? ids, string? kinds, CancellationToken cancellation)
    {
        var form = ExportFormats.OfName(format)
            ?? throw new BadHttpRequestException($"format is '{format}', which is none of {string.Join(", ", ExportFormats.Names)}.");
        var query = new ExportQuery { Filter = filter, EntityIds = ids, Kinds = EdgeKinds.Read(kinds, GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith) };
        try
        {
            query.Checked();
        }
        catch (ArgumentException e)
        {
            throw new BadHttpRequestException(e.Message);
        }

        var name = $"entitygraph-{clock.GetUtcNow():yyyy-MM-dd}{(form is ExportFormat.CsvNodes ? "-nodes" : form is ExportFormat.CsvEdges ? "-edges" : "")}{form.Extension()}";
        // A store that fails in the middle cuts the connection, so that nobody takes the beginning for the whole.
        return TypedResults.Stream(
            body => GraphExport.WriteAsync(store, form, query, body, progress: null, cancellation), form.MediaType(), name);
    }
}

/// <summary>What to export of a view.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="EntityIds">The entities, 1,000 at the most; null for the whole graph.</param>
/// <param name="Kinds">The kinds of edge between them, separated by commas; Mentioned where none is given.</param>
/// <param name="Filter">Which statements make edges; null for all.</param>
public sealed record ExportRequest(string Format, IReadOnlyList<string>? EntityIds = null, string? Kinds = null, MentionFilter? Filter = null);
