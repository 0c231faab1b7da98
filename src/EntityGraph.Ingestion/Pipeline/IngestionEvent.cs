namespace EntityGraph.Ingestion;

/// <summary>Where an input stands on its way into the graph.</summary>
public enum IngestionState
{
    /// <summary>Waiting for its turn.</summary>
    Queued,

    /// <summary>Being decoded and read.</summary>
    Reading,

    /// <summary>Being searched for names and statements.</summary>
    Annotating,

    /// <summary>In the graph as a new article. The end.</summary>
    Added,

    /// <summary>In the graph in place of its earlier version. The end.</summary>
    Updated,

    /// <summary>It was in the graph already. The end.</summary>
    Unchanged,

    /// <summary>Not in the graph, for the reason given. The end.</summary>
    Failed,
}

/// <summary>A step of an input on its way into the graph.</summary>
public sealed record IngestionEvent
{
    /// <summary>What the input is called: a path, an address, "-", with line or place where it holds many.</summary>
    public required string Input { get; init; }

    /// <summary>Where it stands now.</summary>
    public required IngestionState State { get; init; }

    /// <summary>The article's id, once it is read.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The article's headline, if it has one.</summary>
    public string? Title { get; init; }

    /// <summary>The publication, if known.</summary>
    public string? Outlet { get; init; }

    /// <summary>Why it failed, without the name of the input.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it failed because the store could not take it, and not because of the input.</summary>
    public bool IsStoreFailure { get; init; }

    /// <summary>The number of the change that it made, or null if it made none.</summary>
    public long? Number { get; init; }

    /// <summary>When it came to stand there.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many entities were found in it, once it is annotated.</summary>
    public int Entities { get; init; }

    /// <summary>How many attributions were found in it, once it is annotated.</summary>
    public int Attributions { get; init; }

    /// <summary>Whether nothing more will come of this input.</summary>
    public bool IsFinal => State is IngestionState.Added or IngestionState.Updated or IngestionState.Unchanged or IngestionState.Failed;
}
