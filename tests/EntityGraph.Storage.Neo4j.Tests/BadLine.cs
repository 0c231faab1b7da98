using System.Net;
using System.Net.Sockets;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>What becomes of a request on its way: null lets it through.</summary>
internal abstract record Mishap
{
    /// <summary>The connection is cut, before the request has reached the server or after the server has done what was asked.</summary>
    public sealed record Cut(bool AfterTheServer) : Mishap;

    /// <summary>The server answers this, and does nothing.</summary>
    public sealed record Answer(int Status, string Body) : Mishap;
}

/// <summary>A way to the real server on which mishaps come about as a test wants them.</summary>
internal sealed class BadLine : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient server;
    private readonly Func<string, string, Mishap?> mishaps;
    private readonly Task listening;

    /// <param name="mishaps">Told the path and the body of each request.</param>
    public BadLine(Func<string, string, Mishap?> mishaps)
    {
        this.mishaps = mishaps;
        server = new HttpClient { BaseAddress = TestServer.Options.Address };
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        listener.Prefixes.Add($"{Address}");
        listener.Start();
        listening = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await listening;
        listener.Close();
        server.Dispose();
    }

    private async Task ListenAsync()
    {
        var underWay = new List<Task>();
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                break;
            }

            underWay.Add(HandleAsync(context));
        }

        await Task.WhenAll(underWay);
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var mishap = mishaps(context.Request.Url!.AbsolutePath, body);
        var (status, answer) = (0, Array.Empty<byte>());
        if (mishap is Mishap.Answer told) (status, answer) = (told.Status, System.Text.Encoding.UTF8.GetBytes(told.Body));
        if (mishap is null or Mishap.Cut { AfterTheServer: true }) (status, answer) = await AskAsync(context.Request, body);
        if (mishap is Mishap.Cut)
        {
            // Some bytes of an answer, so that there is a connection to be cut.
            context.Response.StatusCode = 202;
            context.Response.ContentLength64 = 1000;
            await context.Response.OutputStream.WriteAsync("{\"data\":"u8.ToArray());
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(answer);
        context.Response.Close();
    }

    private async Task<(int Status, byte[] Body)> AskAsync(HttpListenerRequest request, string body)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(request.HttpMethod), request.Url!.PathAndQuery);
        if (body.Length > 0) asked.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        asked.Headers.TryAddWithoutValidation("Authorization", request.Headers["Authorization"]);
        asked.Headers.TryAddWithoutValidation("Accept", request.Headers["Accept"]);
        using var answer = await server.SendAsync(asked);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }
}
