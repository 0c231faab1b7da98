using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Samples;

/// <summary>What becomes of the sample articles.</summary>
internal sealed record SampleSettings
{
    /// <summary>Whether they are ingested into a new graph by themselves.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where they are, relative to the content root.</summary>
    [Required]
    public string Folder { get; init; } = "samples";

    /// <summary>How long to wait between two of them, in milliseconds, so that one can see the graph grow.</summary>
    [Range(0, 60_000)]
    public int PauseMilliseconds { get; init; } = 400;

    /// <summary>How long to wait for the first page before they are ingested without one, in seconds.</summary>
    [Range(0.0, 3600.0)]
    public double WaitSeconds { get; init; } = 15;
}
