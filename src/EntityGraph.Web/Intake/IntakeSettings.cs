using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Web.Intake;

/// <summary>How much is taken in, and how it is worked on.</summary>
internal sealed record IntakeSettings
{
    /// <summary>How many documents may wait.</summary>
    [Range(1, 100_000)]
    public int QueueLength { get; init; } = 500;

    /// <summary>How many bytes may wait, all documents together.</summary>
    [Range(1, long.MaxValue)]
    public long QueueBytes { get; init; } = 256_000_000;

    /// <summary>The most bytes of one file.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxFileBytes { get; init; } = 10_000_000;

    /// <summary>The most bytes of one request with files.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxRequestBytes { get; init; } = 50_000_000;

    /// <summary>The most UTF-8 bytes of a pasted text.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxTextBytes { get; init; } = 1_000_000;

    /// <summary>How many inputs the ledger keeps the latest state of.</summary>
    [Range(1, 100_000)]
    public int LedgerLength { get; init; } = 500;

    /// <summary>How long what is being worked on may still take when the server stops, in seconds.</summary>
    [Range(0.0, 600.0)]
    public double DrainSeconds { get; init; } = 10;

    /// <summary>Whether addresses of this machine and of private networks may be fetched.</summary>
    public bool AllowPrivateAddresses { get; init; }
}
