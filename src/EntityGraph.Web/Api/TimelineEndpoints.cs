using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Api;

/// <summary>When things were said.</summary>
internal static class TimelineEndpoints
{
    public static void MapTimeline(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/timeline", (
                [Description("The length of the periods; weeks begin on Monday."), EnumDataType(typeof(TimelineUnit))] TimelineUnit? unit,
                [AsParameters] FilterQuery filter,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.TimelineAsync(filter.ToFilter(), unit ?? TimelineUnit.Week, cancellation))
            .WithTags("Mentions")
            .WithSummary("How many statements pass the filter in each day, week or month, and in how many articles.");
}
