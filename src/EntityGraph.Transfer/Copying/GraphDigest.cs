using System.Text;

namespace EntityGraph.Transfer;

/// <summary>What two graphs are compared by: the same for the same graph in every store, whatever the order it was written in.</summary>
public sealed record GraphDigest
{
    /// <summary>The articles as they were put, with all their annotations, their origins and their collections.</summary>
    public Digest Articles { get; init; }

    /// <summary>Their statements, each at its place.</summary>
    public Digest Attributions { get; init; }

    /// <summary>The decisions that are laid over the articles, undone ones too.</summary>
    public Digest Decisions { get; init; }

    /// <summary>The entities with their totals.</summary>
    public Digest Nodes { get; init; }

    /// <summary>The Mentioned edges with their totals.</summary>
    public Digest Edges { get; init; }

    /// <summary>How many distinct statements there are.</summary>
    public int Statements { get; init; }

    /// <summary>How many mentions there are.</summary>
    public int Mentions { get; init; }

    /// <summary>All of it in one: 32 hexadecimal digits.</summary>
    public string Checksum => new Digest(0, Digest.Of(Encoding.UTF8.GetBytes(
        $"{Articles.Count} {Articles} {Attributions.Count} {Attributions} {Decisions.Count} {Decisions} {Nodes.Count} {Nodes} {Edges.Count} {Edges} {Statements} {Mentions}"))).ToString();

    /// <summary>Reads a whole graph, a few things in memory at a time. It should not be written to meanwhile.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="progress">Told how many articles were read; may be null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<GraphDigest> OfAsync(IGraphStore store, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        Digest articles = default, attributions = default, decisions = default, nodes = default, edges = default;
        await foreach (var stored in store.StoredArticlesAsync(0, cancellation).ConfigureAwait(false))
        {
            articles = articles.With(Digest.Of(stored));
            foreach (var attribution in stored.Annotated.Attributions)
                attributions = attributions.With(Digest.Of(stored.Annotated.Article, attribution));
            progress?.Report(articles.Count);
        }

        foreach (var decision in await DecisionList.OfAsync(store, cancellation).ConfigureAwait(false))
            decisions = decisions.With(Digest.Of(decision));
        await foreach (var node in store.AllNodesAsync(cancellation).ConfigureAwait(false))
            nodes = nodes.With(Digest.Of(node));
        await foreach (var edge in store.AllEdgesAsync(new MentionFilter(), cancellation).ConfigureAwait(false))
            edges = edges.With(Digest.Of(edge));
        var size = await store.StatisticsAsync(cancellation).ConfigureAwait(false);
        return new GraphDigest
        {
            Articles = articles,
            Attributions = attributions,
            Decisions = decisions,
            Nodes = nodes,
            Edges = edges,
            Statements = size.Statements,
            Mentions = size.Mentions,
        };
    }
}
