using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Neo4j.Decisions;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Puts articles, with the decisions that hold laid over them, and takes articles away.</summary>
internal sealed class ArticleChanges(ITransaction transaction, Workspace work, TimeProvider clock)
{
    public async Task<IReadOnlyList<CommitResult>> ApplyAsync(IReadOnlyList<GraphChange> changes)
    {
        var puts = changes.Select(c => c is GraphChange.Put put ? WellFormed.Of(put.Annotated) : null).ToList();
        // Without decisions, as graphs mostly are, nothing is asked.
        var known = new KnownDecisions(work.Graph.Decisions == 0 ? [] : puts.OfType<AnnotatedArticle>().SelectMany(p => p.Entities.Select(e => e.Id).Append(p.Article.Id)));
        await DecisionQueries.FilledAsync(transaction.RunAsync, known).ConfigureAwait(false);
        var decided = puts.Select(p => p is null ? null : DecidedArticle.Of(p, known)).ToList();
        var facts = decided.Select(d => d is null ? null : ArticleFacts.Of(d.Annotated)).ToList();
        await Loading.LoadAsync(
            transaction, work, [.. facts.OfType<ArticleFacts>()],
            puts.OfType<AnnotatedArticle>().Select(p => p.Article.Id).Concat(changes.OfType<GraphChange.Remove>().Select(r => r.ArticleId)),
            puts.Select(p => p?.Article.Origin).OfType<string>()).ConfigureAwait(false);
        var results = new List<CommitResult>();
        for (var place = 0; place < changes.Count; place++)
        {
            results.Add(changes[place] is GraphChange.Remove remove
                ? await RemoveAsync(remove.ArticleId, place).ConfigureAwait(false)
                : await PutAsync(puts[place]!, decided[place]!, facts[place]!, place).ConfigureAwait(false));
        }

        return results;
    }

    private async Task<CommitResult> PutAsync(AnnotatedArticle put, DecidedArticle decided, ArticleFacts facts, int place)
    {
        var article = put.Article;
        var isThere = work.Articles[article.Id] is not null;
        var replaced = HeldOnlyBy(article.Origin, article.Id);
        var touched = new Touched(work);
        if (!isThere)
        {
            touched.Remember(facts);
            AddingArticle.Add(work, facts);
            if (decided.Decisions.Count > 0) work.Decided.Add((article.Id, put, decided.Decisions));
        }

        Tie(article.Id, article.Origin);
        if (replaced is null && isThere) return new CommitResult(ChangeOutcome.Unchanged, null);
        var difference = new GraphDifference
        {
            Number = 0,
            At = clock.GetUtcNow(),
            Outcome = replaced is null ? ChangeOutcome.Added : ChangeOutcome.Updated,
            Article = ArticleSummary.Of(decided.Annotated),
        };
        if (replaced is not null)
        {
            difference = difference with { ReplacedArticleId = (await TakeAwayAsync(touched, replaced).ConfigureAwait(false)).Id };
            if (isThere) difference = difference with { Article = ArticleSummary.Of((await StoredAsync(article.Id).ConfigureAwait(false)).Shown) };
        }

        return touched.Commit(difference, place);
    }

    private async Task<CommitResult> RemoveAsync(string id, int place)
    {
        if (work.Articles[id] is null) return new CommitResult(ChangeOutcome.Unchanged, null);
        var touched = new Touched(work);
        var gone = await TakeAwayAsync(touched, id).ConfigureAwait(false);
        return touched.Commit(new GraphDifference { Number = 0, At = clock.GetUtcNow(), Outcome = ChangeOutcome.Removed, Article = gone }, place);
    }

    /// <summary>The article, other than the one given, that an origin holds and nothing else does; or null.</summary>
    private string? HeldOnlyBy(string? origin, string other)
    {
        if (origin is null || work.Origins[Key.Of(origin)] is not { } held || held.ArticleId == other) return null;
        return work.Articles[held.ArticleId] is { IsPasted: false, Origins.Count: 1 } ? held.ArticleId : null;
    }

    /// <summary>Ties an article to its origin, or to itself where it has none.</summary>
    private void Tie(string id, string? origin)
    {
        if (origin is null)
        {
            work.Articles[id] = work.Articles[id]! with { IsPasted = true };
            return;
        }

        var key = Key.Of(origin);
        if (work.Origins[key] is { } before && before.ArticleId != id && work.Articles[before.ArticleId] is { } left)
            work.Articles[left.Id] = left with { Origins = left.Origins.Remove(origin) };
        work.Origins[key] = new OriginState(origin, id);
        work.Articles[id] = work.Articles[id]! with { Origins = work.Articles[id]!.Origins.Add(origin) };
    }

    private async Task<ArticleSummary> TakeAwayAsync(Touched touched, string id)
    {
        await Saving.SaveAsync(transaction, work).ConfigureAwait(false);
        var annotated = (await StoredAsync(id).ConfigureAwait(false)).Shown;
        var facts = ArticleFacts.Of(annotated);
        await Loading.LoadAsync(transaction, work, [facts], [id], work.Articles[id]!.Origins).ConfigureAwait(false);
        touched.Remember(facts);
        await RemovingArticle.RemoveAsync(transaction, work, facts).ConfigureAwait(false);
        return ArticleSummary.Of(annotated);
    }

    private async Task<StoredForm> StoredAsync(string id) =>
        ArticleForm.ReadStored((await transaction.RunAsync(ArticleForm.Reading([id])).ConfigureAwait(false))[0]);
}
