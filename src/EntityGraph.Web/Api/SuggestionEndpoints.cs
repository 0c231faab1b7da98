using EntityGraph.Matching;

namespace EntityGraph.Web.Api;

/// <summary>What the program would have people decide.</summary>
internal static class SuggestionEndpoints
{
    public static void AddSuggestions(this WebApplicationBuilder builder) => builder.Services.AddSingleton<LatestSuggestions>();

    public static void MapSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/suggestions", async ([AsParameters] PageQuery page, LatestSuggestions latest, CancellationToken cancellation) =>
            {
                var all = await latest.GetAsync(cancellation);
                var part = page.ToPage();
                return new Page<Suggestion>([.. all.Skip(part.Offset).Take(part.Limit)], all.Count);
            })
            .WithTags("Decisions")
            .WithSummary("Entities that are likely one, and one that is likely two; the likeliest first.");
}

/// <summary>The suggestions for the graph as it is, found again when it has changed, but not more often than every few seconds.</summary>
internal sealed class LatestSuggestions(IGraphStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly Lazy<Matcher> _matcher = new(() => Matcher.Load());
    private readonly SemaphoreSlim _one = new(1);
    private (long Number, long Decisions, long At, IReadOnlyList<Suggestion> Found) _latest = (-1, -1, 0, []);

    public async Task<IReadOnlyList<Suggestion>> GetAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var number = (await store.StatisticsAsync(cancellation)).Number;
            var decisions = (await store.DecisionsAsync(new DecisionQuery { IsUndone = false, Page = new PageRequest(0, 1) }, cancellation)).Total;
            // What was just decided must be gone from the list; articles that stream in may wait.
            var isRested = _latest.Number < 0 || time.GetElapsedTime(_latest.At) > Rest;
            if (number != _latest.Number && (isRested || decisions != _latest.Decisions))
            {
                var found = await new Suggestions(store, _matcher.Value).FindAsync(cancellation);
                _latest = (number, decisions, time.GetTimestamp(), found);
            }

            return _latest.Found;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
