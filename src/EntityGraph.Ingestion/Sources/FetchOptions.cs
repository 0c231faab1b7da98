namespace EntityGraph.Ingestion;

/// <summary>Limits for fetching pages.</summary>
public sealed record FetchOptions
{
    /// <summary>
    /// Whether addresses of this machine and of private networks may be fetched; off unless set. With it on, whoever may name
    /// an address can make this program ask anything that it can reach.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Ports besides 80 and 443 that may be asked; with private addresses allowed, every port may.</summary>
    public IReadOnlyCollection<int> ExtraPorts { get; init; } = [];

    /// <summary>How many redirects are followed, each checked like the first address; 5 unless set.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>The most bytes of a page after decompression; 10 MB unless set.</summary>
    public int MaxBytes { get; init; } = 10_000_000;

    /// <summary>How long one fetch may take in all, redirects included; 30 seconds unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the program calls itself to servers.</summary>
    public string UserAgent { get; init; } = "EntityGraph/1.0";
}
