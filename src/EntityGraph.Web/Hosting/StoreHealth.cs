using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EntityGraph.Web.Hosting;

/// <summary>Whether the store answers, for those who watch over the server.</summary>
internal sealed class StoreHealth(IGraphStore store, StoreOpening opening, StoreName name) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (opening.Trouble is { } trouble) return HealthCheckResult.Unhealthy(name.WithoutPath(trouble));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await store.StatisticsAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (GraphStoreException e)
        {
            return HealthCheckResult.Unhealthy(name.WithoutPath(e.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.");
        }
    }
}
