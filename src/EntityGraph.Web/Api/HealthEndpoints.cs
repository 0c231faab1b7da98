using System.Text;
using EntityGraph.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace EntityGraph.Web.Api;

/// <summary>Whether the server can do its work, for those who watch over it; until the store is open nothing else is answered.</summary>
internal static class HealthEndpoints
{
    private static readonly PathString[] NeedStore = ["/api", "/live"];

    /// <summary>Refuses what needs the store while that is not open yet.</summary>
    public static void UseStoreOpening(this WebApplication app)
    {
        var opening = app.Services.GetRequiredService<StoreOpening>();
        app.Use((context, next) => opening.Trouble is { } trouble && Array.Exists(NeedStore, p => context.Request.Path.StartsWithSegments(p))
            ? throw new GraphStoreException(trouble, isTransient: true)
            : next(context));
    }

    /// <summary>GET /health: 200 and "Healthy", else 503 and the reason, in plain text.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapHealthChecks("/health", new HealthCheckOptions
        {
            ResponseWriter = (context, report) =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                var reasons = report.Entries.Values.Select(e => e.Description).OfType<string>();
                return context.Response.WriteAsync(string.Join('\n', reasons.Prepend($"{report.Status}")), Encoding.UTF8);
            },
        });
}
