using EntityGraph.Web.Protection;
using EntityGraph.Web.Samples;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EntityGraph.Web.Api;

/// <summary>The sample articles: brought and taken away.</summary>
internal static class SampleEndpoints
{
    public static void MapSamples(this IEndpointRouteBuilder routes)
    {
        var samples = routes.MapGroup("/samples").WithTags("Samples").RequireRateLimiting(ProtectionRegistration.Writes);
        samples.MapPost("", Results<Accepted, ProblemHttpResult> (SampleArticles articles) => articles.TryRequest()
                ? TypedResults.Accepted((string?)null)
                : TypedResults.Problem(
                    "This server has no sample articles.", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("Ingests the sample articles, one after the other.");

        samples.MapDelete("", async (SampleArticles articles, CancellationToken cancellation) =>
                new RemovedSamples(await articles.ClearAsync(cancellation)))
            .WithSummary("Takes every sample article out of the graph.");
    }
}

/// <summary>What became of the samples.</summary>
/// <param name="Removed">How many articles were taken away.</param>
internal sealed record RemovedSamples(int Removed);
