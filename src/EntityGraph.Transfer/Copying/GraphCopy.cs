namespace EntityGraph.Transfer;

/// <summary>
/// Copies a graph from one store into another: its decisions, then article by article in the order of their first commits. What the
/// target holds already is left, so a copy that was broken off goes on where it stopped.
/// </summary>
public sealed class GraphCopy
{
    /// <summary>How many articles are handed over before the first of them is there: stores write several in one transaction.</summary>
    private const int AtOnce = 16;

    private readonly IGraphStore source;
    private readonly IGraphStore target;

    /// <summary>What the target held before, by the articles' ids.</summary>
    private readonly Dictionary<string, UInt128> held;

    private GraphCopy(IGraphStore source, IGraphStore target, Dictionary<string, UInt128> held) =>
        (this.source, this.target, this.held) = (source, target, held);

    /// <summary>How many articles the source has.</summary>
    public long Total { get; private init; }

    /// <summary>How many articles of the target the source does not have.</summary>
    public long Others { get; private init; }

    /// <summary>Looks at both stores, which must be open, and changes nothing.</summary>
    public static async Task<GraphCopy> PrepareAsync(IGraphStore source, IGraphStore target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var held = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        await foreach (var article in target.StoredArticlesAsync(0, cancellation).ConfigureAwait(false))
            held[article.Annotated.Article.Id] = Digest.Of(article);
        long total = 0, others = held.Count;
        if (held.Count == 0)
        {
            total = (await source.StatisticsAsync(cancellation).ConfigureAwait(false)).Articles;
        }
        else
        {
            await foreach (var article in source.StoredArticlesAsync(0, cancellation).ConfigureAwait(false))
            {
                total++;
                if (held.ContainsKey(article.Annotated.Article.Id))
                    others--;
            }
        }

        return new GraphCopy(source, target, held) { Total = total, Others = others };
    }

    /// <summary>Brings what the target lacks. Each article is there as a whole or not at all, also when this is cancelled.</summary>
    /// <param name="progress">Told after each article what was done so far; may be null.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <exception cref="GraphStoreException">A store failed; what was copied before stays.</exception>
    /// <exception cref="DecisionException">The target has decisions of its own, or one was undone since it was copied.</exception>
    public async Task<CopyCounts> RunAsync(IProgress<CopyCounts>? progress = null, CancellationToken cancellation = default)
    {
        // Decisions first: articles are then shown as these make them from the moment that they come.
        foreach (var decision in await DecisionList.OfAsync(source, cancellation).ConfigureAwait(false))
            await target.ApplyAsync(new GraphChange.TakeOver(decision), cancellation).ConfigureAwait(false);
        var counts = new CopyCounts(0, 0);
        var underway = new Queue<(Task Puts, bool WasThere)>();
        try
        {
            await foreach (var article in source.StoredArticlesAsync(0, cancellation).ConfigureAwait(false))
            {
                var isThere = held.TryGetValue(article.Annotated.Article.Id, out var hash) && hash == Digest.Of(article);
                underway.Enqueue((isThere ? Task.CompletedTask : PutAsync(article, cancellation), isThere));
                if (underway.Count == AtOnce) await FinishFirstAsync().ConfigureAwait(false);
            }

            while (underway.Count > 0) await FinishFirstAsync().ConfigureAwait(false);
            return counts;
        }
        catch
        {
            // Nothing is left to go on behind the caller's back.
            await Task.WhenAll(underway.Select(u => u.Puts)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        async Task FinishFirstAsync()
        {
            var (puts, wasThere) = underway.Dequeue();
            await puts.ConfigureAwait(false);
            counts = wasThere ? counts with { There = counts.There + 1 } : counts with { Copied = counts.Copied + 1 };
            progress?.Report(counts);
        }
    }

    private async Task PutAsync(StoredArticle article, CancellationToken cancellation)
    {
        foreach (var put in article.Puts())
            await target.ApplyAsync(put, cancellation).ConfigureAwait(false);
    }
}

/// <summary>What became of a graph's articles.</summary>
/// <param name="Copied">How many were brought or completed.</param>
/// <param name="There">How many were there already.</param>
public readonly record struct CopyCounts(long Copied, long There)
{
    /// <summary>How many have been seen to.</summary>
    public long Done => Copied + There;
}
