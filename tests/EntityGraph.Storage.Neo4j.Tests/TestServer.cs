using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>
/// The server that the tests run against: ENTITYGRAPH_TEST_NEO4J holds the address of its HTTP port, ENTITYGRAPH_TEST_NEO4J_PASSWORD
/// the password of the user "neo4j". Its database is emptied before each test; one that holds anything else is left alone.
/// </summary>
internal static class TestServer
{
    private static readonly Lazy<Task> Claimed = new(ClaimAsync);

    public static string? Address { get; } = Environment.GetEnvironmentVariable("ENTITYGRAPH_TEST_NEO4J");

    public static Neo4jStoreOptions Options
    {
        get
        {
            Skip.If(string.IsNullOrEmpty(Address), "no Neo4j server: ENTITYGRAPH_TEST_NEO4J is not set");
            return new Neo4jStoreOptions
            {
                Address = new Uri(Address!),
                Password = Environment.GetEnvironmentVariable("ENTITYGRAPH_TEST_NEO4J_PASSWORD"),
            };
        }
    }

    /// <summary>A store on an empty graph.</summary>
    public static async Task<Neo4jGraphStore> OpenEmptyAsync()
    {
        var options = Options;
        await Claimed.Value;
        await RunAsync("MATCH (n) WHERE NOT n:EntityGraph DETACH DELETE n");
        await RunAsync("MATCH (g:EntityGraph {key: 'graph'}) SET g.number = 0, g.articles = 0, g.entities = 0, g.statements = 0, g.edges = 0, g.mentions = 0");
        return await OpenAsync(options);
    }

    /// <summary>A store on the graph as it is.</summary>
    public static async Task<Neo4jGraphStore> OpenAsync(Neo4jStoreOptions options)
    {
        var store = new Neo4jGraphStore(options);
        await store.OpenAsync();
        return store;
    }

    /// <summary>Runs a statement as somebody else would.</summary>
    public static async Task RunAsync(string cypher, string? database = null)
    {
        await using var transport = Transports.To(Options with { Database = database ?? Options.Database });
        await transport.RunAloneAsync(new Statement(cypher), default);
    }

    /// <summary>Makes sure once that nobody's data are in the database, and marks it as one for tests.</summary>
    private static async Task ClaimAsync()
    {
        await using var transport = Transports.To(Options);
        var found = await transport.ReadAsync(
            new Statement("RETURN EXISTS { MATCH (:EntityGraph {key: 'tests'}) } OR NOT EXISTS { MATCH () } AS free"), null, default);
        if (!found[0].Flag("free")) throw new InvalidOperationException($"The database at {Options} holds data that are not these tests'.");
        await transport.RunAloneAsync(new Statement("MERGE (:EntityGraph {key: 'tests'})"), default);
    }
}
