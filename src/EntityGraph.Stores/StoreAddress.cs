namespace EntityGraph.Stores;

/// <summary>Where a graph is kept: in a SQLite file, or in a database of a Neo4j server.</summary>
public sealed record StoreAddress
{
    private static readonly string[] ServerSchemes = ["http", "https", "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"];

    private StoreAddress()
    {
    }

    /// <summary>The full path of the SQLite file; null for a server.</summary>
    public string? File { get; private init; }

    /// <summary>Where the Neo4j server is; null for a file.</summary>
    public Uri? Server { get; private init; }

    /// <summary>The server's database; null for a file.</summary>
    public string? Database { get; private init; }

    /// <summary>"sqlite" or "neo4j".</summary>
    public string Kind => File is null ? "neo4j" : "sqlite";

    /// <summary>
    /// The place that a name or address means: <c>neo4j</c> for the server and database that <paramref name="access"/> tells,
    /// <c>http://host:7474/db/NAME</c> (or https, neo4j, bolt; without a database, that of <paramref name="access"/>), anything else
    /// for the path of a file.
    /// </summary>
    /// <param name="text">The name, address or path.</param>
    /// <param name="access">How Neo4j is reached.</param>
    /// <param name="folder">Where relative paths start; the working directory unless told.</param>
    /// <exception cref="GraphStoreException">The address is not of these forms, or holds a password.</exception>
    public static StoreAddress Parse(string text, Neo4jAccess access, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(access);
        if (text.Equals("neo4j", StringComparison.OrdinalIgnoreCase)) return OfServer(access.Address, access);
        return text.Contains("://", StringComparison.Ordinal)
            ? OfServer(text, access)
            : new StoreAddress { File = Path.GetFullPath(text, folder ?? Directory.GetCurrentDirectory()) };
    }

    /// <summary>The file's path, or the server with its database: fit for messages, never with a password.</summary>
    public override string ToString() => File ?? $"{Server!.GetLeftPart(UriPartial.Authority)}/db/{Database}";

    private static StoreAddress OfServer(string text, Neo4jAccess access)
    {
        // What cannot be read is not repeated: it may hold a password.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0)
            throw new GraphStoreException("The store's address cannot be read. Give a file, or a server as in http://localhost:7474/db/neo4j.");
        if (address.UserInfo.Length > 0)
        {
            throw new GraphStoreException(
                "The store's address holds a user or password, which would be seen in lists of processes and in logs. " +
                "Leave them out and set ENTITYGRAPH__NEO4J__USER and ENTITYGRAPH__NEO4J__PASSWORD in the environment.");
        }

        if (!ServerSchemes.Contains(address.Scheme))
            throw new GraphStoreException($"'{address.Scheme}://' is no way to a store. Give a file, or a server as in http://localhost:7474/db/neo4j.");
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var database = parts switch
        {
            [] => access.Database,
            ["db", var name] => Uri.UnescapeDataString(name),
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(database) || address.Query.Length + address.Fragment.Length > 0)
            throw new GraphStoreException($"'{address}' names no database. Give a server as in http://localhost:7474/db/neo4j.");
        return new StoreAddress { Server = new Uri(address.GetLeftPart(UriPartial.Authority)), Database = database };
    }
}
