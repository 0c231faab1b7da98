using System.Text.Json;
using EntityGraph.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace EntityGraph.Web.Live;

/// <summary>What a page asks of the live feed.</summary>
internal sealed class LiveHub(LiveFeed feed, Audience audience, IGraphStore store, StoreName name, JsonSerializerOptions json) : Hub
{
    private const int MostChanges = 200;

    /// <summary>From now on the page is sent every change after the number that this gives.</summary>
    public Joined Join()
    {
        audience.Add(Context);
        return new Joined(feed.Join());
    }

    /// <summary>The changes after a number, oldest first; not always all of them, so to be asked again until none come.</summary>
    public async Task<IReadOnlyList<GraphDifference>> ChangesAfter(long number)
    {
        if (number < 0)
            throw new HubException($"There is no change {number}.");
        try
        {
            var changes = await store.ChangesAfterAsync(number, MostChanges, Context.ConnectionAborted);
            return MessageSize.Split(changes, json).FirstOrDefault() ?? [];
        }
        catch (GraphStoreException e)
        {
            throw new HubException(name.WithoutPath(e.Message), e);
        }
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        audience.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>The answer to joining.</summary>
/// <param name="Number">Changes after this number are sent.</param>
internal sealed record Joined(long Number);
