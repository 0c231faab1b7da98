namespace EntityGraph.Transfer;

/// <summary>How far an export has come.</summary>
/// <param name="Nodes">Entities written.</param>
/// <param name="Edges">Edges written.</param>
/// <param name="Articles">Articles written, in a format that has them.</param>
public readonly record struct ExportCounts(long Nodes, long Edges, long Articles);

/// <summary>
/// Writes a graph as a file of another program's form. Nodes, edges and articles pass through a few at a time; what stays in memory
/// is a short key for each entity written, and for tables its name.
/// </summary>
public static class GraphExport
{
    /// <summary>How often progress is told, in things written.</summary>
    private const int Often = 1000;

    /// <summary>
    /// Exports. Every edge in the file has both its ends there, whatever is committed meanwhile. Nothing is written before the store
    /// has given its first answer.
    /// </summary>
    /// <param name="store">The graph.</param>
    /// <param name="format">The form of the file.</param>
    /// <param name="query">Which part of the graph.</param>
    /// <param name="output">Where to; it is only written to, asynchronously, and stays open.</param>
    /// <param name="progress">Told now and then, and at the end; may be null.</param>
    /// <param name="cancellation">Ends the export; what was written by then is no whole file.</param>
    /// <exception cref="ArgumentException">The query's parts do not go together.</exception>
    /// <exception cref="GraphStoreException">The store failed; what was written by then is no whole file.</exception>
    public static async Task<ExportCounts> WriteAsync(
        IGraphStore store,
        ExportFormat format,
        ExportQuery query,
        Stream output,
        IProgress<ExportCounts>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(output);
        var selection = new Selection(store, query.Checked());
        using var buffer = new OutputBuffer();
        using var writer = WriterOf(format, buffer);
        var counts = new ExportCounts();

        writer.Begin();
        await foreach (var node in selection.NodesAsync(cancellation).ConfigureAwait(false))
        {
            writer.Node(node);
            counts = counts with { Nodes = counts.Nodes + 1 };
            await TellAsync(counts.Nodes).ConfigureAwait(false);
        }

        writer.EndNodes();
        await foreach (var edge in selection.EdgesAsync(cancellation).ConfigureAwait(false))
        {
            writer.Edge(edge);
            counts = counts with { Edges = counts.Edges + 1 };
            await TellAsync(counts.Edges).ConfigureAwait(false);
        }

        if (writer is IArticleWriter articles)
        {
            await foreach (var article in selection.ArticlesAsync(cancellation).ConfigureAwait(false))
            {
                articles.Article(article, selection.Has);
                counts = counts with { Articles = counts.Articles + 1 };
                await TellAsync(counts.Articles).ConfigureAwait(false);
            }
        }

        writer.End();
        await buffer.DrainAsync(output, cancellation).ConfigureAwait(false);
        progress?.Report(counts);
        return counts;

        async ValueTask TellAsync(long written)
        {
            if (written % Often == 0) progress?.Report(counts);
            if (buffer.IsFull) await buffer.DrainAsync(output, cancellation).ConfigureAwait(false);
        }
    }

    private static IGraphWriter WriterOf(ExportFormat format, Stream buffer) => format switch
    {
        ExportFormat.GraphMl => new GraphMlWriter(buffer),
        ExportFormat.Gexf => new GexfWriter(buffer),
        ExportFormat.Csv or ExportFormat.CsvNodes or ExportFormat.CsvEdges => new CsvWriter(buffer, format),
        ExportFormat.Json => new JsonGraphWriter(buffer),
        ExportFormat.Cypher => new CypherWriter(buffer),
        ExportFormat.FollowTheMoney => new FollowTheMoneyWriter(buffer),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
