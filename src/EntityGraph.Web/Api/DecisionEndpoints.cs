using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EntityGraph.Web.Live;
using EntityGraph.Web.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EntityGraph.Web.Api;

/// <summary>What people and the program decided of the graph: who is the same, who is not, what was wrong.</summary>
internal static class DecisionEndpoints
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxReason = 300;

    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        var decisions = routes.MapGroup("/decisions").WithTags("Decisions");
        decisions.MapGet("", (
                [Description("Only decisions that name this entity or article."), StringLength(100)] string? about,
                [Description("True for those that are undone alone, false for those that hold.")] bool? undone,
                [AsParameters] PageQuery page,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.DecisionsAsync(
                    new DecisionQuery { About = string.IsNullOrEmpty(about) ? null : about, IsUndone = undone, Page = page.ToPage() }, cancellation))
            .WithSummary("Who decided what, when and why, the last first.");

        decisions.MapPost("", DecideAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .RequireRateLimiting(ProtectionRegistration.Writes)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Decides something. What contradicts a decision that holds is refused.");

        decisions.MapPost("/preview", (PreviewRequest request, IGraphStore store, CancellationToken cancellation) =>
                store.PreviewAsync(Checked(request.Ruling), cancellation))
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .WithSummary("What a ruling would change.");

        decisions.MapDelete("/{number:long}", UndoAsync)
            .RequireRateLimiting(ProtectionRegistration.Writes)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Undoes a decision. It stays in the list.");
    }

    private static async Task<Ok<Decided>> DecideAsync(DecisionRequest request, IGraphStore store, LiveFeed feed, CancellationToken cancellation)
    {
        foreach (var reason in request.Reasons ?? [])
        {
            if (reason is not { Kind.Length: <= MaxReason, Text.Length: <= MaxReason })
                throw new BadHttpRequestException($"A reason's kind and text have at most {MaxReason} characters.");
        }

        var change = new GraphChange.Decide(Checked(request.Ruling), Person(request.By)) { Reasons = request.Reasons ?? [] };
        return Told(await store.ApplyAsync(change, cancellation), feed);
    }

    private static async Task<Ok<Decided>> UndoAsync(
        [Description("The decision's number.")] long number,
        [Description("Who undoes it."), StringLength(100)] string? by,
        IGraphStore store,
        LiveFeed feed,
        CancellationToken cancellation) => Told(await store.ApplyAsync(new GraphChange.Undo(number, Person(by)), cancellation), feed);

    private static Ok<Decided> Told(CommitResult result, LiveFeed feed)
    {
        if (result.Difference is not null) feed.Signal();
        return TypedResults.Ok(new Decided(result.Outcome, result.Decision, result.Difference?.Number));
    }

    private static Ruling Checked(Ruling ruling)
    {
        try
        {
            return ruling.Checked();
        }
        catch (ArgumentException e)
        {
            throw new BadHttpRequestException(e.Message);
        }
    }

    /// <summary>A decision that comes in here is a person's, also of one who gives no name: only the program's own have none.</summary>
    private static string Person(string? name) => string.IsNullOrWhiteSpace(name) ? "A visitor" : name.Trim();
}

/// <summary>Something to decide.</summary>
public sealed record DecisionRequest
{
#pragma warning disable CS1591 // The attributes describe the properties, also in the interface's own description.
    [Description("What is decided.")]
    public required Ruling Ruling { get; init; }

    [Description("Who decides."), StringLength(100)]
    public string? By { get; init; }

    [Description("What speaks for it."), MaxLength(20)]
    public IReadOnlyList<Reason>? Reasons { get; init; }
#pragma warning restore CS1591
}

/// <summary>Something that may be decided.</summary>
/// <param name="Ruling">What.</param>
public sealed record PreviewRequest(Ruling Ruling);

/// <summary>What became of a decision.</summary>
/// <param name="Outcome">Decided, Undone or Unchanged.</param>
/// <param name="Decision">The decision; null where the graph was so already.</param>
/// <param name="Number">The number of the graph's change, or null where nothing changed.</param>
internal sealed record Decided(ChangeOutcome Outcome, Decision? Decision = null, long? Number = null);
