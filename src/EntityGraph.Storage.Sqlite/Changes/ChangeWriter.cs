using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>Carries out one change inside the transaction that is open.</summary>
internal sealed class ChangeWriter(Session session, TimeProvider clock)
{
    public CommitResult Apply(GraphChange change) => change switch
    {
        GraphChange.Put put => Put(put.Annotated),
        GraphChange.Remove remove => Remove(remove.ArticleId),
        GraphChange.Decide decide => Decide(decide),
        GraphChange.Undo undo => Undo(undo),
        GraphChange.TakeOver takeOver => TakeOver(takeOver.Decision),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown kind of change."),
    };

    private CommitResult Put(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var there = StoredArticles.KeyOf(session, article.Id);
        var replaced = HeldOnlyBy(article.Origin, there);
        var touched = new Touched(session, keepsEarlier: replaced is not null);
        var writer = new ArticleWriter(session, touched);
        AnnotatedArticle? shown = null;
        var key = there ?? 0;
        if (there is null) (key, shown) = writer.Add(annotated);
        Tie(key, article.Origin);
        if (replaced is null && shown is null) return new CommitResult(ChangeOutcome.Unchanged, null);
        var difference = new GraphDifference
        {
            Number = 0,
            At = clock.GetUtcNow(),
            Outcome = replaced is null ? ChangeOutcome.Added : ChangeOutcome.Updated,
            Article = shown is null ? StoredArticles.Summary(session, key) : ArticleSummary.Of(shown),
        };
        return Commit(touched, replaced is null ? difference : difference with { ReplacedArticleId = writer.TakeAway(replaced.Value).Id });
    }

    private CommitResult Remove(string id)
    {
        if (StoredArticles.KeyOf(session, id) is not { } key) return new CommitResult(ChangeOutcome.Unchanged, null);
        var touched = new Touched(session, keepsEarlier: false);
        var gone = new ArticleWriter(session, touched).TakeAway(key);
        return Commit(touched, new GraphDifference { Number = 0, At = clock.GetUtcNow(), Outcome = ChangeOutcome.Removed, Article = gone });
    }

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

    private CommitResult Decide(GraphChange.Decide change)
    {
        var rules = DecisionQueries.Rules(session, change.Ruling);
        if (rules.Settled(change.Ruling) is not { } settled) return new CommitResult(ChangeOutcome.Unchanged, null);
        return Hold(new Decision
        {
            Number = DecisionRows.Next(session),
            Ruling = settled,
            By = change.By,
            At = clock.GetUtcNow(),
            Reasons = change.Reasons,
            Entities = rules.Named(settled),
        });
    }

    private CommitResult TakeOver(Decision decision)
    {
        if (DecisionQueries.Decision(session, decision.Number) is { } there)
        {
            return DecisionForm.Of(there) == DecisionForm.Of(decision)
                ? new CommitResult(ChangeOutcome.Unchanged, null) { Decision = there }
                : throw new DecisionException($"This graph has another decision of number {decision.Number}.");
        }

        var next = DecisionRows.Next(session);
        return decision.Number == next
            ? Hold(decision)
            : throw new DecisionException($"Decision {decision.Number} cannot come before decision {next}.");
    }

    private CommitResult Hold(Decision decision)
    {
        DecisionRows.Insert(session, decision);
        return Rewrite(ChangeOutcome.Decided, decision, decision.UndoneAt is null ? DecisionRows.Concerned(session, decision.Ruling) : []);
    }

    private CommitResult Undo(GraphChange.Undo change)
    {
        var decision = DecisionQueries.Decision(session, change.Number) ?? throw new DecisionException($"There is no decision {change.Number}.");
        if (decision.UndoneAt is not null) return new CommitResult(ChangeOutcome.Unchanged, null) { Decision = decision };
        var undone = decision with { UndoneAt = clock.GetUtcNow(), UndoneBy = change.By };
        DecisionRows.Undo(session, undone);
        return Rewrite(ChangeOutcome.Undone, undone, DecisionRows.Changed(session, undone.Number));
    }

    private CommitResult Rewrite(ChangeOutcome outcome, Decision decision, List<long> articles)
    {
        var touched = new Touched(session, keepsEarlier: true);
        var writer = new ArticleWriter(session, touched);
        articles.ForEach(writer.Decide);
        return Commit(touched, new GraphDifference { Number = 0, At = clock.GetUtcNow(), Outcome = outcome, Decision = decision });
    }

    private CommitResult Commit(Touched touched, GraphDifference difference)
    {
        difference = touched.Into(difference with { Number = session.Number("UPDATE graph SET number = number + 1 RETURNING number")!.Value });
        session.Execute("INSERT INTO change (number, difference) VALUES ($1, $2)", difference.Number, DifferenceForm.Of(difference));
        return new CommitResult(difference.Outcome, difference) { Decision = difference.Decision };
    }
}
