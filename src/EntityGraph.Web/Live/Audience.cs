using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace EntityGraph.Web.Live;

/// <summary>The pages that listen. One that does not take what it is sent never keeps the others waiting for long.</summary>
internal sealed class Audience(IHubContext<LiveHub> hub, LiveSettings settings, TimeProvider time, ILogger<Audience> log)
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _pages = new();

    /// <summary>How many listen.</summary>
    public int Count => _pages.Count;

    /// <summary>A page listens from now on.</summary>
    public void Add(HubCallerContext page) => _pages[page.ConnectionId] = page;

    /// <summary>A page is gone.</summary>
    public void Remove(string connectionId) => _pages.TryRemove(connectionId, out _);

    /// <summary>Sends a message to every page, in the order of the calls.</summary>
    public Task SendAsync(string method, object payload) => Task.WhenAll(_pages.Values.Select(page => SendAsync(page, method, payload)));

    private async Task SendAsync(HubCallerContext page, string method, object payload)
    {
        try
        {
            await hub.Clients.Client(page.ConnectionId).SendAsync(method, payload)
                .WaitAsync(TimeSpan.FromSeconds(settings.SendSeconds), time);
        }
        catch (TimeoutException)
        {
            log.LogWarning("A page did not take a message within {Seconds} s and was disconnected.", settings.SendSeconds);
            Remove(page.ConnectionId);
            page.Abort();
        }
    }
}
