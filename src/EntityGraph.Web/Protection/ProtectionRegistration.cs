using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using EntityGraph.Web.Hosting;
using EntityGraph.Web.Intake;
using Microsoft.AspNetCore.Http.Features;

namespace EntityGraph.Web.Protection;

/// <summary>How much one client may ask for.</summary>
internal sealed record RateSettings
{
    /// <summary>How many requests that write one address may make a minute.</summary>
    [Range(1, 1_000_000)]
    public int WritesPerMinute { get; init; } = 120;

    /// <summary>How many exports may run at a time, over all clients; others wait for one to end.</summary>
    [Range(1, 100)]
    public int ExportsAtOnce { get; init; } = 2;
}

/// <summary>What stands between the network and the endpoints.</summary>
internal static class ProtectionRegistration
{
    /// <summary>The rate limit for endpoints that write.</summary>
    public const string Writes = "writes";

    /// <summary>The limit for exports, which read the whole graph.</summary>
    public const string Exports = "exports";

    public static void AddProtection(this WebApplicationBuilder builder)
    {
        builder.AddSettings<RateSettings>("Rate");
        builder.WebHost.ConfigureKestrel((_, kestrel) => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>()
            .Configure<IntakeSettings>((kestrel, intake) => kestrel.Limits.MaxRequestBodySize = intake.MaxRequestBytes);
        builder.Services.AddOptions<FormOptions>().Configure<IntakeSettings>((form, intake) =>
            form.MultipartBodyLengthLimit = intake.MaxRequestBytes);
        builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Writes, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<RateSettings>().WritesPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
            o.AddPolicy(Exports, context => RateLimitPartition.GetConcurrencyLimiter(
                Exports,
                _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<RateSettings>().ExportsAtOnce,
                    QueueLimit = 10,
                }));
            o.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter =
                        Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                var isExport = rejected.HttpContext.Request.Path.StartsWithSegments("/api/export", StringComparison.OrdinalIgnoreCase);
                await Results.Problem(
                        isExport ? "Too many exports are wanted at the moment. Try again in a minute." : "Too many requests that write came from this address. Wait a minute.",
                        statusCode: 429)
                    .ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    public static void UseProtection(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SameOrigin>();
        app.UseResponseCompression();
        app.UseRateLimiter();
    }
}
