using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Schema;

/// <summary>
/// Brings a database to the schema of this program: the scripts beside this file, in their order. Several processes may do so at
/// once: every statement of a script may be run again, and the node that holds the version is made under a constraint.
/// </summary>
internal sealed class Migrations(ITransport transport, Neo4jStoreOptions options)
{
    private static readonly string[] Scripts =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".cypher", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The schema that this program writes; kept in the graph's node.</summary>
    public static long Latest => Scripts.Length;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var version = await VersionAsync(cancellation).ConfigureAwait(false);
        if (version == Latest) return;

        // The graph's own node and its constraint come first: of two processes the second finds it, whatever they do next.
        await transport.RunAloneAsync(
            new Statement("CREATE CONSTRAINT graph_key IF NOT EXISTS FOR (g:EntityGraph) REQUIRE g.key IS UNIQUE"), cancellation).ConfigureAwait(false);
        await transport.WriteAsync(
            t => t.RunAsync(new Statement(
                """
                MERGE (g:EntityGraph {key: 'graph'})
                ON CREATE SET g.schema = 0, g.number = 0, g.articles = 0, g.entities = 0, g.statements = 0, g.edges = 0, g.mentions = 0
                """)),
            cancellation).ConfigureAwait(false);
        for (var next = (int)version; next < Latest; next++)
        {
            foreach (var statement in Statements(Scripts[next])) await transport.RunAloneAsync(new Statement(statement), cancellation).ConfigureAwait(false);
        }

        await transport.RunAloneAsync(new Statement("CALL db.awaitIndexes(300)"), cancellation).ConfigureAwait(false);
        await transport.WriteAsync(
            t => t.RunAsync(new Statement(
                "MATCH (g:EntityGraph {key: 'graph'}) WHERE g.schema < $version SET g.schema = $version", ("version", Latest))),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The schema of the database; 0 where it is empty.</summary>
    /// <exception cref="GraphStoreException">The graph is newer than this program, or the database holds something else.</exception>
    private async Task<long> VersionAsync(CancellationToken cancellation)
    {
        var found = await transport.ReadAsync(
            new Statement(
                """
                OPTIONAL MATCH (g:EntityGraph {key: 'graph'})
                RETURN g.schema AS schema, EXISTS { MATCH (n) WHERE NOT n:EntityGraph } AS others
                """),
            null, cancellation).ConfigureAwait(false);
        if (found[0].IsNull("schema")) return found[0].Flag("others") ? throw Failures.Foreign(options) : 0;
        var version = found[0].Number("schema");
        return version > Latest ? throw Failures.Newer(options, version, Latest) : version;
    }

    private static string[] Statements(string script)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
