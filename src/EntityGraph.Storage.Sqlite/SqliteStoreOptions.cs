namespace EntityGraph.Storage.Sqlite;

/// <summary>Where a graph is kept and how.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The file, made with its folder where it is missing. Beside it stand "-wal" and "-shm" while it is open.</summary>
    public required string Path { get; init; }

    /// <summary>How long to wait for another process that is writing before giving up. 5 seconds unless told.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What gives changes their time of commit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
