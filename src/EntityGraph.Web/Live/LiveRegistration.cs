using EntityGraph.Web.Api;
using EntityGraph.Web.Hosting;

namespace EntityGraph.Web.Live;

/// <summary>The live feed: changes by number, and where each input stands.</summary>
internal static class LiveRegistration
{
    // What a client sends are two short calls.
    private const int MaxClientMessageBytes = 4096;

    public static void AddLiveFeed(this WebApplicationBuilder builder)
    {
        builder.AddSettings<LiveSettings>("Live");
        builder.Services.AddSignalR(o =>
            {
                o.MaximumReceiveMessageSize = MaxClientMessageBytes;
                o.KeepAliveInterval = TimeSpan.FromSeconds(8);
                o.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            })
            .AddJsonProtocol(o => GraphJson.Configure(o.PayloadSerializerOptions));
        builder.Services.AddSingleton<Audience>();
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddHostedService(s => s.GetRequiredService<LiveFeed>());
    }

    public static void MapLiveFeed(this WebApplication app) =>
        app.MapHub<LiveHub>("/live", o => o.AllowStatefulReconnects = true);
}
