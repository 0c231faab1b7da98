using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Api;

/// <summary>Who mentioned whom, and the sentences that prove it.</summary>
internal static class MentionEndpoints
{
    public static void MapMentions(this IEndpointRouteBuilder routes)
    {
        var mentions = routes.MapGroup("").WithTags("Mentions");
        mentions.MapGet("/mentions", (
                [AsParameters] FilterQuery filter, [AsParameters] PageQuery page, IGraphStore store, CancellationToken cancellation) =>
                store.WhoMentionedAsync(filter.ToFilter(), page.ToPage(), cancellation))
            .WithSummary("Who mentioned whom over the statements that pass the filter, most statements first.");

        mentions.MapGet("/evidence", (
                [AsParameters] FilterQuery filter, [AsParameters] PageQuery page, IGraphStore store, CancellationToken cancellation) =>
                store.EvidenceAsync(filter.ToFilter(), page.ToPage(), cancellation))
            .WithSummary("The statements that pass the filter, each with its sentences, earliest first.");

        mentions.MapGet("/sentences", (
                [Description("The one entity."), Required] string first,
                [Description("The other entity."), Required] string second,
                [AsParameters] PageQuery page,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.SharedSentencesAsync(first, second, page.ToPage(), cancellation))
            .WithSummary("The sentences in which both entities stand, earliest first.");
    }
}
