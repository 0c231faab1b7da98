namespace EntityGraph.Storage.Neo4j;

/// <summary>Which Neo4j server keeps the graph and how it is asked.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary>
    /// Where the server is: <c>http(s)://host:7474</c> for its HTTP Query API, <c>neo4j(+s)://host:7687</c> or <c>bolt(+s)://host:7687</c>
    /// for its driver, where the program is built with it.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>The database; it holds one graph and nothing else.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>The user.</summary>
    public string User { get; init; } = "neo4j";

    /// <summary>The user's password; null for a server that asks for none.</summary>
    public string? Password { get; init; }

    /// <summary>How long a query may take before the server ends it. 30 seconds unless told.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a change or the opening is tried again while the server is away, restarts or is busy with other writers.
    /// 60 seconds unless told; reading gives up after a tenth of it.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What gives changes their time of commit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told in a sentence why the store is waiting, each time that it is about to try again.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>The address and database, for messages: never the password.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Authority)}, database '{Database}'";
}
