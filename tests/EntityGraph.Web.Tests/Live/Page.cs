using EntityGraph.Ingestion;
using EntityGraph.Web.Api;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EntityGraph.Web.Tests.Live;

/// <summary>What a page does with the live feed: it joins, keeps what comes and asks for what is missing.</summary>
internal sealed class Page : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<GraphDifference> _changes = [];
    private readonly List<IngestionEvent> _steps = [];

    public Page(WebServer server, Action<HubConnectionBuilder>? configure = null)
    {
        var builder = new HubConnectionBuilder();
        builder.WithUrl(new Uri(server.Address, "live")).AddJsonProtocol(o => GraphJson.Configure(o.PayloadSerializerOptions));
        configure?.Invoke(builder);
        Connection = builder.Build();
        Connection.On<GraphDifference[]>("changes", changes => Keep(_changes, changes));
        Connection.On<IngestionEvent[]>("ingestion", steps => Keep(_steps, steps));
    }

    public HubConnection Connection { get; }

    /// <summary>The sizes of the messages of changes, in changes.</summary>
    public List<int> Messages { get; } = [];

    public IReadOnlyList<GraphDifference> Changes
    {
        get
        {
            lock (_lock)
                return [.. _changes];
        }
    }

    public IReadOnlyList<IngestionEvent> Steps
    {
        get
        {
            lock (_lock)
                return [.. _steps];
        }
    }

    public async Task<long> JoinAsync()
    {
        if (Connection.State == HubConnectionState.Disconnected)
            await Connection.StartAsync();
        return (await Connection.InvokeAsync<Joined>("Join")).Number;
    }

    public Task<GraphDifference[]> ChangesAfterAsync(long number) => Connection.InvokeAsync<GraphDifference[]>("ChangesAfter", number);

    /// <summary>Waits until the change of this number has come.</summary>
    public Task HasAsync(long number) => WebServer.UntilAsync(() => Task.FromResult(Changes.Any(c => c.Number == number)));

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private void Keep<T>(List<T> kept, T[] come)
    {
        lock (_lock)
        {
            kept.AddRange(come);
            if (typeof(T) == typeof(GraphDifference))
                Messages.Add(come.Length);
        }
    }

    private sealed record Joined(long Number);
}
