using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EntityGraph.Ingestion.Tests.Sources;

/// <summary>A real web server on this machine that answers with what the test wants.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public int Port => new Uri(Address).Port;

    public List<string> Asked { get; } = [];

    public static async Task<WebServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var app = builder.Build();
        var server = new WebServer(app);
        app.Run(context =>
        {
            lock (server.Asked)
                server.Asked.Add(context.Request.Path);
            return answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public static async Task TextAsync(HttpContext context, string body, string type = "text/html; charset=utf-8")
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
