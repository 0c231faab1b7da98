using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// Changes that are committed together, each with a number of its own. May be run again when the outcome of a commit is unknown:
/// it then first looks whether its differences are there already.
/// </summary>
internal sealed class ChangeBatch(IReadOnlyList<GraphChange> changes, TimeProvider clock)
{
    private readonly string batch = Guid.NewGuid().ToString("N");
    private long? numberBefore;

    public async Task<IReadOnlyList<CommitResult>> RunAsync(ITransaction transaction)
    {
        var graph = (await transaction.RunAsync(new Statement(LockCypher, ("batch", batch))).ConfigureAwait(false))[0];
        if (numberBefore is { } before && await CommittedAsync(transaction, before).ConfigureAwait(false) is { } committed) return committed;
        numberBefore = graph.Number("number");
        var work = new Workspace(
            new GraphState(graph.Number("number"), graph.Count("articles"), graph.Count("entities"), graph.Count("statements"), graph.Count("edges"), graph.Count("mentions")),
            batch);
        var facts = changes.Select(c => c is GraphChange.Put put ? ArticleFacts.Of(WellFormed.Of(put.Annotated)) : null).ToList();
        var puts = facts.OfType<ArticleFacts>().ToList();
        await Loading.LoadAsync(
            transaction, work, puts, puts.Select(f => f.Annotated.Article.Id).Concat(changes.OfType<GraphChange.Remove>().Select(r => r.ArticleId)),
            puts.Select(f => f.Annotated.Article.Origin).OfType<string>()).ConfigureAwait(false);
        var results = new List<CommitResult>();
        for (var place = 0; place < changes.Count; place++)
        {
            results.Add(facts[place] is { } put
                ? await PutAsync(transaction, work, put, place).ConfigureAwait(false)
                : await RemoveAsync(transaction, work, ((GraphChange.Remove)changes[place]).ArticleId, place).ConfigureAwait(false));
        }

        await Saving.SaveAsync(transaction, work).ConfigureAwait(false);
        return results;
    }

    /// <summary>What an earlier run committed, or null. Changes of it that have no difference changed nothing.</summary>
    private async Task<IReadOnlyList<CommitResult>?> CommittedAsync(ITransaction transaction, long before)
    {
        var found = (await transaction.RunAsync(new Statement(
            "MATCH (c:Change) WHERE c.number > $before AND c.batch = $batch RETURN c.place AS place, c.difference AS difference",
            ("before", before), ("batch", batch))).ConfigureAwait(false))
            .ToDictionary(r => r.Count("place"), r => DifferenceForm.Read(Convert.FromBase64String(r.Text("difference"))));
        if (found.Count == 0) return null;
        return [.. changes.Select((_, place) => found.TryGetValue(place, out var difference)
            ? new CommitResult(difference.Outcome, difference)
            : new CommitResult(ChangeOutcome.Unchanged, null))];
    }

    private async Task<CommitResult> PutAsync(ITransaction transaction, Workspace work, ArticleFacts facts, int place)
    {
        var article = facts.Annotated.Article;
        var isThere = work.Articles[article.Id] is not null;
        var replaced = HeldOnlyBy(work, article.Origin, article.Id);
        var touched = new Touched(work);
        if (!isThere)
        {
            touched.Remember(facts);
            AddingArticle.Add(work, facts);
        }

        Tie(work, article.Id, article.Origin);
        if (replaced is not null)
        {
            var gone = await TakeAwayAsync(transaction, work, touched, replaced).ConfigureAwait(false);
            return Commit(work, touched, place, ChangeOutcome.Updated, ArticleSummary.Of(facts.Annotated), gone.Id);
        }

        return isThere
            ? new CommitResult(ChangeOutcome.Unchanged, null)
            : Commit(work, touched, place, ChangeOutcome.Added, ArticleSummary.Of(facts.Annotated), null);
    }

    private async Task<CommitResult> RemoveAsync(ITransaction transaction, Workspace work, string id, int place)
    {
        if (work.Articles[id] is null) return new CommitResult(ChangeOutcome.Unchanged, null);
        var touched = new Touched(work);
        var gone = await TakeAwayAsync(transaction, work, touched, id).ConfigureAwait(false);
        return Commit(work, touched, place, ChangeOutcome.Removed, gone, null);
    }

    /// <summary>The article, other than the one given, that an origin holds and nothing else does; or null.</summary>
    private static string? HeldOnlyBy(Workspace work, string? origin, string other)
    {
        if (origin is null || work.Origins[Key.Of(origin)] is not { } held || held.ArticleId == other) return null;
        return work.Articles[held.ArticleId] is { IsPasted: false, Origins.Count: 1 } article ? article.Id : null;
    }

    /// <summary>Ties an article to its origin, or to itself where it has none.</summary>
    private static void Tie(Workspace work, string id, string? origin)
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

    private static async Task<ArticleSummary> TakeAwayAsync(ITransaction transaction, Workspace work, Touched touched, string id)
    {
        await Saving.SaveAsync(transaction, work).ConfigureAwait(false);
        var annotated = ArticleForm.Read((await transaction.RunAsync(ArticleForm.Reading([id])).ConfigureAwait(false))[0]);
        var facts = ArticleFacts.Of(annotated);
        await Loading.LoadAsync(transaction, work, [facts], [id], work.Articles[id]!.Origins).ConfigureAwait(false);
        touched.Remember(facts);
        await RemovingArticle.RemoveAsync(transaction, work, facts).ConfigureAwait(false);
        return ArticleSummary.Of(annotated);
    }

    private CommitResult Commit(Workspace work, Touched touched, int place, ChangeOutcome outcome, ArticleSummary article, string? replaced)
    {
        work.Graph = work.Graph with { Number = work.Graph.Number + 1 };
        var difference = touched.Into(new GraphDifference
        {
            Number = work.Graph.Number,
            At = clock.GetUtcNow(),
            Outcome = outcome,
            Article = article,
            ReplacedArticleId = replaced,
        });
        work.Differences.Add((place, difference));
        return new CommitResult(outcome, difference);
    }

    private const string LockCypher =
        """
        MATCH (g:EntityGraph {key: 'graph'}) SET g.batch = $batch
        RETURN g.number AS number, g.articles AS articles, g.entities AS entities, g.statements AS statements, g.edges AS edges, g.mentions AS mentions
        """;
}
