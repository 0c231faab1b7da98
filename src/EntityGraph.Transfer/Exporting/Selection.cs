using System.Runtime.CompilerServices;
using System.Text;

namespace EntityGraph.Transfer;

/// <summary>The part of a graph that a query asks for. Nodes are read first; edges and articles then know which of them there are.</summary>
internal sealed class Selection(IGraphStore store, ExportQuery query)
{
    /// <summary>What has been given out, by half its hash: a million of them take some 30 MB.</summary>
    private readonly HashSet<UInt128> given = [];

    public bool Has(string entityId) => given.Contains(Key(entityId));

    public async IAsyncEnumerable<GraphNode> NodesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.EntityIds is { } ids)
        {
            foreach (var id in ids.Distinct(StringComparer.Ordinal))
            {
                if (await store.EntityAsync(id, cancellation).ConfigureAwait(false) is { } node && given.Add(Key(node.Id))) yield return node;
            }

            yield break;
        }

        var ends = query.Filter == new MentionFilter() ? null : await EndsAsync(cancellation).ConfigureAwait(false);
        await foreach (var node in store.AllNodesAsync(cancellation).ConfigureAwait(false))
        {
            if (ends is not null && !ends.Contains(Key(node.Id))) continue;
            given.Add(Key(node.Id));
            yield return node;
        }
    }

    /// <summary>The edges whose ends have both been given. What is committed meanwhile can bring edges to entities that were not there yet.</summary>
    public async IAsyncEnumerable<GraphEdge> EdgesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.EntityIds is { } ids)
        {
            foreach (var kind in query.Kinds.Distinct())
            {
                foreach (var edge in await store.EdgesBetweenAsync(ids, kind, query.Filter, cancellation).ConfigureAwait(false))
                {
                    if (Has(edge.Source) && Has(edge.Target)) yield return edge;
                }
            }

            yield break;
        }

        await foreach (var edge in store.AllEdgesAsync(query.Filter, cancellation).ConfigureAwait(false))
        {
            if (Has(edge.Source) && Has(edge.Target)) yield return edge;
        }
    }

    /// <summary>
    /// The articles that name any of the given entities, and that the filter lets through by day, outlet and id; with the decisions
    /// that hold laid over them, as everything else in the graph.
    /// </summary>
    public async IAsyncEnumerable<AnnotatedArticle> ArticlesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.Filter.ArticleId is { } id)
        {
            if (await store.ArticleAsync(id, cancellation).ConfigureAwait(false) is { } only && Passes(only)) yield return only;
            yield break;
        }

        var holding = await store.DecisionsAsync(new DecisionQuery { IsUndone = false, Page = new PageRequest(0, 1) }, cancellation).ConfigureAwait(false);
        await foreach (var stored in store.StoredArticlesAsync(0, cancellation).ConfigureAwait(false))
        {
            var article = holding.Total == 0 ? stored.Annotated : await store.ArticleAsync(stored.Annotated.Article.Id, cancellation).ConfigureAwait(false);
            if (article is not null && Passes(article)) yield return article;
        }
    }

    private bool Passes(AnnotatedArticle annotated)
    {
        var (article, filter) = (annotated.Article, query.Filter);
        return (filter.Outlet is null || article.Outlet == filter.Outlet)
            && (filter.From is null || article.Published >= filter.From)
            && (filter.To is null || article.Published <= filter.To)
            && annotated.Entities.Any(e => Has(e.Id));
    }

    private async Task<HashSet<UInt128>> EndsAsync(CancellationToken cancellation)
    {
        var ends = new HashSet<UInt128>();
        await foreach (var edge in store.AllEdgesAsync(query.Filter, cancellation).ConfigureAwait(false))
        {
            ends.Add(Key(edge.Source));
            ends.Add(Key(edge.Target));
        }

        return ends;
    }

    private static UInt128 Key(string id) => Digest.Of(Encoding.UTF8.GetBytes(id));
}
