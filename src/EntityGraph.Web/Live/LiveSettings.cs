using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Live;

/// <summary>How the live feed works.</summary>
internal sealed record LiveSettings
{
    /// <summary>How long news are gathered before they are sent, in milliseconds.</summary>
    [Range(0, 10_000)]
    public int GatherMilliseconds { get; init; } = 150;

    /// <summary>How often the store is asked for changes of other programs, in milliseconds.</summary>
    [Range(10, 600_000)]
    public int PollMilliseconds { get; init; } = 1000;

    /// <summary>A page that does not take a message within this time is disconnected; it connects again and asks for the rest.</summary>
    [Range(1.0, 600.0)]
    public double SendSeconds { get; init; } = 10;
}
