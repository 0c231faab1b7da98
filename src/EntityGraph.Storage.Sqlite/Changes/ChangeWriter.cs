using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>Carries out one change inside the transaction that is open.</summary>
internal sealed class ChangeWriter(Session session, TimeProvider clock)
{
    private Touched touched = new(session, keepsEarlier: false);

    public CommitResult Apply(GraphChange change) => change switch
    {
        GraphChange.Put put => Put(put.Annotated),
        GraphChange.Remove remove => Remove(remove.ArticleId),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown kind of change."),
    };

    private CommitResult Put(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var there = StoredArticles.KeyOf(session, article.Id);
        var replaced = HeldOnlyBy(article.Origin, there);
        touched = new Touched(session, keepsEarlier: replaced is not null);
        var key = there ?? Add(annotated);
        Tie(key, article.Origin);
        if (replaced is not null)
            return Commit(ChangeOutcome.Updated, StoredArticles.Summary(session, key), TakeAway(replaced.Value).Id);
        return there is null
            ? Commit(ChangeOutcome.Added, ArticleSummary.Of(annotated), null)
            : new CommitResult(ChangeOutcome.Unchanged, null);
    }

    private CommitResult Remove(string id) => StoredArticles.KeyOf(session, id) is { } key
        ? Commit(ChangeOutcome.Removed, TakeAway(key), null)
        : new CommitResult(ChangeOutcome.Unchanged, null);

    /// <summary>The article, other than the one given, that an origin holds and nothing else does; or null.</summary>
    private long? HeldOnlyBy(string? origin, long? other) => origin is null ? null : session.Number(
        """
        SELECT a.key FROM origin o JOIN article a ON a.key = o.article
        WHERE o.origin = $1 AND a.key IS NOT $2 AND a.pasted = 0
          AND NOT EXISTS (SELECT 1 FROM origin WHERE article = a.key AND origin <> $1)
        """,
        origin, other);

    /// <summary>Ties an article to its origin, or to itself where it has none.</summary>
    private void Tie(long article, string? origin)
    {
        if (origin is null) session.Execute("UPDATE article SET pasted = 1 WHERE key = $1 AND pasted = 0", article);
        else session.Execute(
            "INSERT INTO origin (origin, article) VALUES ($1, $2) ON CONFLICT (origin) DO UPDATE SET article = $2 WHERE article <> $2", origin, article);
    }

    private long Add(AnnotatedArticle annotated)
    {
        var facts = ArticleFacts.Of(annotated);
        var keys = ArticleKeys.Make(session, facts);
        touched.Remember(facts, keys);
        var totals = Totals.Count(session, facts, keys);
        var article = ArticleRows.Insert(session, facts, keys);
        for (var i = 0; i < keys.Entities.Length; i++)
        {
            var given = annotated.Entities[i];
            Names.Add(session, keys.Entities[i], given, keys.Shown.Contains(given.Id));
        }

        Grow(1, keys.NewEntities, keys.OnlyHere.Count, totals.Add(), facts.Mentions);
        return article;
    }

    private ArticleSummary TakeAway(long article)
    {
        var summary = StoredArticles.Summary(session, article);
        var facts = ArticleFacts.Of(StoredArticles.Annotated(session, article));
        var keys = ArticleKeys.Release(session, facts);
        touched.Remember(facts, keys);
        ArticleRows.Delete(session, facts, keys, article);
        for (var i = 0; i < keys.Entities.Length; i++) Names.Remove(session, keys.Entities[i], facts.Annotated.Entities[i]);
        var (entities, edges) = Totals.Count(session, facts, keys).Subtract();
        Grow(-1, -entities, -keys.OnlyHere.Count, -edges, -facts.Mentions);
        return summary;
    }

    private void Grow(int articles, int entities, int statements, int edges, int mentions) => session.Execute(
        """
        UPDATE graph SET articles = articles + $1, entities = entities + $2, statements = statements + $3, edges = edges + $4,
            mentions = mentions + $5
        """,
        articles, entities, statements, edges, mentions);

    private CommitResult Commit(ChangeOutcome outcome, ArticleSummary article, string? replaced)
    {
        var difference = touched.Into(new GraphDifference
        {
            Number = session.Number("UPDATE graph SET number = number + 1 RETURNING number")!.Value,
            At = clock.GetUtcNow(),
            Outcome = outcome,
            Article = article,
            ReplacedArticleId = replaced,
        });
        session.Execute("INSERT INTO change (number, difference) VALUES ($1, $2)", difference.Number, DifferenceForm.Of(difference));
        return new CommitResult(outcome, difference);
    }
}
