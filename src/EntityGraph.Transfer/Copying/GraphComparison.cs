namespace EntityGraph.Transfer;

/// <summary>Says in what two graphs differ. Only ids and hashes of what is compared are kept in memory.</summary>
public static class GraphComparison
{
    /// <summary>
    /// What differs, a sentence for each thing, as many as <paramref name="most"/> of each kind: articles, decisions, entities and edges.
    /// </summary>
    /// <param name="source">The graph that the other should be like.</param>
    /// <param name="target">The other.</param>
    /// <param name="most">How many sentences of each kind at the most.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        IGraphStore source, IGraphStore target, int most = 10, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        List<string> differences = await CompareAsync(
            source.StoredArticlesAsync(0, cancellation), target.StoredArticlesAsync(0, cancellation), "article", most,
            a => (a.Annotated.Article.Id, Digest.Of(a)), a => ArticleSummary.Of(a.Annotated).Title).ConfigureAwait(false);
        var (decided, taken) = (await DecisionList.OfAsync(source, cancellation).ConfigureAwait(false), await DecisionList.OfAsync(target, cancellation).ConfigureAwait(false));
        differences.AddRange(await CompareAsync(
            decided.ToAsyncEnumerable(), taken.ToAsyncEnumerable(), "decision", most,
            d => ($"{d.Number}", Digest.Of(d)), d => d.Ruling.GetType().Name).ConfigureAwait(false));
        differences.AddRange(await CompareAsync(
            source.AllNodesAsync(cancellation), target.AllNodesAsync(cancellation), "entity", most,
            n => (n.Id, Digest.Of(n)), n => n.Name).ConfigureAwait(false));
        differences.AddRange(await CompareAsync(
            source.AllEdgesAsync(new MentionFilter(), cancellation), target.AllEdgesAsync(new MentionFilter(), cancellation), "edge", most,
            e => (e.Id, Digest.Of(e)), e => $"{e.Source} to {e.Target}").ConfigureAwait(false));
        return differences;
    }

    private static async Task<List<string>> CompareAsync<T>(
        IAsyncEnumerable<T> source, IAsyncEnumerable<T> target, string kind, int most, Func<T, (string Id, UInt128 Hash)> keyOf, Func<T, string> called)
    {
        var hashes = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        await foreach (var item in target.ConfigureAwait(false))
        {
            var (id, hash) = keyOf(item);
            hashes[id] = hash;
        }

        var differences = new List<string>();
        await foreach (var item in source.ConfigureAwait(false))
        {
            var (id, hash) = keyOf(item);
            if (!hashes.Remove(id, out var other))
                Add($"{kind} {id} ({called(item)}) is missing in the target");
            else if (other != hash)
                Add($"{kind} {id} ({called(item)}) is not the same in the target");
        }

        // Of what is left only the ids were kept.
        foreach (var id in hashes.Keys)
            Add($"{kind} {id} is only in the target");

        return differences;

        void Add(string difference)
        {
            if (differences.Count < most)
                differences.Add(difference);
        }
    }
}
