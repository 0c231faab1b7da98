using Polly;
using Polly.Retry;

namespace EntityGraph.Ingestion;

/// <summary>Annotates the articles of a batch that the graph does not hold, and commits each.</summary>
internal sealed class BatchCommit
{
    private readonly IAnnotator _annotator;
    private readonly IGraphStore _store;
    private readonly NearDuplicates _duplicates;
    private readonly IngestionOptions _options;
    private readonly Func<IngestionEvent, ValueTask> _tell;
    private readonly ResiliencePipeline _retry;
    private int _storeFailures;

    public BatchCommit(IAnnotator annotator, IGraphStore store, NearDuplicates duplicates, IngestionOptions options, Func<IngestionEvent, ValueTask> tell)
    {
        _annotator = annotator;
        _store = store;
        _duplicates = duplicates;
        _options = options;
        _tell = tell;
        _retry = Retry(options);
    }

    public async Task RunAsync(IReadOnlyList<PendingArticle> batch, CancellationToken cancellation)
    {
        var open = new List<PendingArticle>(batch);
        try
        {
            var known = new Dictionary<string, AnnotatedArticle>(StringComparer.Ordinal);
            foreach (var pending in batch)
            {
                if (await CheckAsync(pending, known, cancellation))
                    open.Remove(pending);
            }

            await AnnotateAsync(open, known, cancellation);
            foreach (var pending in open.ToList())
            {
                await PutAsync(pending, known[pending.Article.Id] with { Article = pending.Article }, cancellation);
                open.Remove(pending);
            }
        }
        catch (GraphStoreException e)
        {
            foreach (var pending in open)
                await TellAsync(pending, IngestionState.Failed, s => s with { Reason = $"was not stored: {e.Message}", IsStoreFailure = true });
            throw;
        }
    }

    /// <summary>Whether nothing is left to do for an article; else, if the graph holds it elsewhere, what it found in it then.</summary>
    private async Task<bool> CheckAsync(PendingArticle pending, Dictionary<string, AnnotatedArticle> known, CancellationToken cancellation)
    {
        var (id, origin) = (pending.Article.Id, pending.Article.Origin);
        AnnotatedArticle? held = null;
        var unchanged = false;
        var failed = await FailsAsync(pending, async token =>
        {
            unchanged = origin is not null && await _store.ArticleAtOriginAsync(origin, token) == id;
            held = unchanged ? null : await _store.ArticleAsync(id, token);
        }, cancellation);
        if (failed)
            return true;
        if (held is not null && origin is not null)
            known.TryAdd(id, held);
        if (!unchanged && (held is null || origin is not null))
            return false;
        await TellAsync(pending, IngestionState.Unchanged);
        return true;
    }

    private async Task AnnotateAsync(List<PendingArticle> open, Dictionary<string, AnnotatedArticle> known, CancellationToken cancellation)
    {
        foreach (var pending in open)
            await TellAsync(pending, IngestionState.Annotating);
        var articles = open.Select(p => p.Article).Where(a => !known.ContainsKey(a.Id)).DistinctBy(a => a.Id).ToList();
        if (articles.Count == 0)
            return;
        var failures = new Dictionary<string, Exception>(StringComparer.Ordinal);
        if (Try(articles, known, cancellation) is not null)
        {
            // One of them is the cause: by itself each shows whether it is.
            foreach (var article in articles)
            {
                if (Try([article], known, cancellation) is { } failure)
                    failures.Add(article.Id, failure);
            }
        }

        foreach (var pending in open.Where(p => failures.ContainsKey(p.Article.Id)).ToList())
        {
            open.Remove(pending);
            var reason = $"could not be annotated: {failures[pending.Article.Id].Message}";
            await TellAsync(pending, IngestionState.Failed, s => s with { Reason = reason });
        }
    }

    private Exception? Try(List<Article> articles, Dictionary<string, AnnotatedArticle> known, CancellationToken cancellation)
    {
        try
        {
            var annotated = _annotator.Annotate(articles, cancellation).Select(a => Resolution.ByName(a).Checked()).ToList();
            for (var i = 0; i < articles.Count; i++)
                known[articles[i].Id] = annotated[i];
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }

    private async Task PutAsync(PendingArticle pending, AnnotatedArticle annotated, CancellationToken cancellation)
    {
        CommitResult? result = null;
        var failed = await FailsAsync(
            pending,
            async token => result = await _store.ApplyAsync(new GraphChange.Put(await _duplicates.ShareAsync(annotated, token)), token),
            cancellation);
        if (failed)
            return;
        // Only a commit tells that the store works: a full disk can still be read.
        _storeFailures = 0;
        var state = result!.Outcome switch
        {
            ChangeOutcome.Added => IngestionState.Added,
            ChangeOutcome.Updated => IngestionState.Updated,
            _ => IngestionState.Unchanged,
        };
        await TellAsync(pending, state, s => s with
        {
            Number = result.Difference?.Number,
            Entities = annotated.Entities.Count,
            Attributions = annotated.Attributions.Count,
        });
    }

    /// <summary>Asks the store, again where that may help; tells the article's failure, and throws once it is the store's own.</summary>
    private async Task<bool> FailsAsync(PendingArticle pending, Func<CancellationToken, ValueTask> ask, CancellationToken cancellation)
    {
        try
        {
            await _retry.ExecuteAsync(ask, cancellation);
            return false;
        }
        catch (GraphStoreException e) when (++_storeFailures < _options.StoreFailuresInARow)
        {
            await TellAsync(pending, IngestionState.Failed, s => s with { Reason = $"was not stored: {e.Message}", IsStoreFailure = true });
            return true;
        }
    }

    private ValueTask TellAsync(PendingArticle pending, IngestionState state, Func<IngestionEvent, IngestionEvent>? with = null)
    {
        var step = pending.At(state, _options.Time.GetUtcNow());
        return _tell(with is null ? step : with(step));
    }

    private static ResiliencePipeline Retry(IngestionOptions options)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.Time };
        if (options.StoreRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<GraphStoreException>(e => e.IsTransient),
                MaxRetryAttempts = options.StoreRetries,
                Delay = options.StoreRetryDelay,
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        return builder.Build();
    }
}
