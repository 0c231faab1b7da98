using System.ComponentModel.DataAnnotations;

namespace EntityGraph.Stores;

/// <summary>How Neo4j is reached: the settings under "Neo4j". The password comes from the environment or user secrets.</summary>
public sealed class Neo4jAccess
{
    private const string Prefix = "ENTITYGRAPH__NEO4J__";

    /// <summary>The server that a store of the name "neo4j" is on.</summary>
    [Required]
    public string Address { get; init; } = "http://localhost:7474";

    /// <summary>The database where an address names none.</summary>
    [Required]
    public string Database { get; init; } = "neo4j";

    /// <summary>The user.</summary>
    [Required]
    public string User { get; init; } = "neo4j";

    /// <summary>The user's password; null for a server that asks for none.</summary>
    public string? Password { get; init; }

    /// <summary>How long a query may take before the server ends it, in seconds.</summary>
    [Range(1, 3600)]
    public int QueryTimeoutSeconds { get; init; } = 30;

    /// <summary>How long a change is tried again while the server is away or busy, in seconds; a query for a tenth of it.</summary>
    [Range(0, 3600)]
    public int PatienceSeconds { get; init; } = 60;

    /// <summary>The access that the environment's ENTITYGRAPH__NEO4J__ names tell, for programs without other settings.</summary>
    public static Neo4jAccess OfEnvironment()
    {
        var usual = new Neo4jAccess();
        return new Neo4jAccess
        {
            Address = Named("ADDRESS") ?? usual.Address,
            Database = Named("DATABASE") ?? usual.Database,
            User = Named("USER") ?? usual.User,
            Password = Named("PASSWORD"),
        };

        static string? Named(string name) => Environment.GetEnvironmentVariable(Prefix + name) is { Length: > 0 } value ? value : null;
    }
}
