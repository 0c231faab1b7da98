namespace EntityGraph.Ingestion;

/// <summary>How a pipeline works.</summary>
public sealed record IngestionOptions
{
    /// <summary>How documents are read.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>How many articles are annotated together at the most; 16 unless set.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>How many articles are read, successfully or not, before the rest is left; null for all.</summary>
    public int? MaxArticles { get; init; }

    /// <summary>How often a store is asked again after a transient failure; 6 unless set.</summary>
    public int StoreRetries { get; init; } = 6;

    /// <summary>How long to wait before the first of them; each next wait is about twice as long, up to 5 seconds.</summary>
    public TimeSpan StoreRetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// After how many failures of the store in a row the whole run is given up, since the store itself is then at fault (a full
    /// disk, a corrupt file); 3 unless set.
    /// </summary>
    public int StoreFailuresInARow { get; init; } = 3;

    /// <summary>Tells the time and waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
