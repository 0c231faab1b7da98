using EntityGraph.Stores;

namespace EntityGraph.Cli;

/// <summary>Opens the graph that --store names: a file, or a Neo4j server whose user and password stand in the environment.</summary>
internal static class GraphPlace
{
    /// <summary>The address that a name, path or address means.</summary>
    /// <exception cref="GraphStoreException">It is none.</exception>
    public static StoreAddress Of(string text) => StoreAddress.Parse(text, Neo4jAccess.OfEnvironment());

    /// <summary>Opens a graph; where there is none it is made.</summary>
    /// <exception cref="GraphStoreException">It cannot be opened.</exception>
    public static Task<IGraphStore> OpenAsync(string text, Terminal terminal, CancellationToken cancellation) =>
        GraphStores.OpenAsync(Of(text), Neo4jAccess.OfEnvironment(), terminal.Complain, cancellation);

    /// <summary>Opens a graph to ask it; unlike an ingestion, asking makes no new file.</summary>
    /// <exception cref="GraphStoreException">There is no graph, or it cannot be read.</exception>
    public static Task<IGraphStore> OpenToAskAsync(string text, Terminal terminal, CancellationToken cancellation) =>
        Of(text).File is { } file && !File.Exists(file) && !Directory.Exists(file)
            ? throw new GraphStoreException($"{text}: there is no graph here yet; bring articles in with: entitygraph ingest PATH --store {text}")
            : OpenAsync(text, terminal, cancellation);
}
