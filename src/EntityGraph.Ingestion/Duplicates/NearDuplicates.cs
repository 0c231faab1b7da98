namespace EntityGraph.Ingestion;

/// <summary>
/// Knows the texts of a store's articles by their sketches, and lets an article that is a copy or a rewrite of one of them share
/// its statements. The sketches are kept in memory, half a kilobyte an article; what others commit is read as it comes.
/// </summary>
internal sealed class NearDuplicates(IGraphStore store)
{
    // Below that, two articles have a quotation or a paragraph in common rather than a text.
    private const double LeastSimilarity = 0.25;
    private const int MostArticles = 3;

    private readonly Dictionary<ulong, List<string>> _byKey = [];
    private readonly Dictionary<string, MinHash> _sketches = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _read;

    /// <summary>The article with those statements under one wording that a near-duplicate in the store has too.</summary>
    /// <exception cref="GraphStoreException">The store failed.</exception>
    public async Task<AnnotatedArticle> ShareAsync(AnnotatedArticle annotated, CancellationToken cancellation)
    {
        foreach (var id in await FindAsync(annotated.Article, cancellation))
        {
            if (await store.ArticleAsync(id, cancellation) is { } earlier)
                annotated = SharedWording.Of(annotated, earlier);
        }

        return annotated;
    }

    private async Task<IReadOnlyList<string>> FindAsync(Article article, CancellationToken cancellation)
    {
        var sketch = MinHash.Of(article.Text);
        await foreach (var stored in store.StoredArticlesAsync(Interlocked.Read(ref _read), cancellation))
        {
            var text = stored.Annotated.Article;
            lock (_lock)
            {
                Add(text.Id, MinHash.Of(text.Text));
                _read = Math.Max(_read, stored.Number);
            }
        }

        lock (_lock)
        {
            return [.. sketch.Keys()
                .SelectMany(key => _byKey.GetValueOrDefault(key) ?? [])
                .Distinct()
                .Where(id => id != article.Id)
                .Select(id => (Id: id, Similarity: _sketches[id].Similarity(sketch)))
                .Where(found => found.Similarity >= LeastSimilarity)
                .OrderByDescending(found => found.Similarity).ThenBy(found => found.Id, StringComparer.Ordinal)
                .Take(MostArticles)
                .Select(found => found.Id)];
        }
    }

    private void Add(string id, MinHash sketch)
    {
        if (!_sketches.TryAdd(id, sketch))
            return;
        foreach (var key in sketch.Keys())
        {
            if (!_byKey.TryGetValue(key, out var ids))
                _byKey.Add(key, ids = []);
            ids.Add(id);
        }
    }
}
