using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Neo4j.Decisions;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Makes, undoes or takes over a decision, and rewrites the articles that it concerns.</summary>
internal sealed class DecisionChange(ITransaction transaction, Workspace work, TimeProvider clock)
{
    public Task<CommitResult> ApplyAsync(GraphChange change) => change switch
    {
        GraphChange.Decide decide => DecideAsync(decide),
        GraphChange.Undo undo => UndoAsync(undo),
        GraphChange.TakeOver takeOver => TakeOverAsync(takeOver.Decision),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown kind of change."),
    };

    private async Task<CommitResult> DecideAsync(GraphChange.Decide change)
    {
        var rules = await DecisionQueries.RulesAsync(transaction.RunAsync, change.Ruling).ConfigureAwait(false);
        if (rules.Settled(change.Ruling) is not { } settled) return new CommitResult(ChangeOutcome.Unchanged, null);
        return await HoldAsync(new Decision
        {
            Number = work.Graph.Decisions + 1,
            Ruling = settled,
            By = change.By,
            At = clock.GetUtcNow(),
            Reasons = change.Reasons,
            Entities = rules.Named(settled),
        }).ConfigureAwait(false);
    }

    private async Task<CommitResult> TakeOverAsync(Decision decision)
    {
        if (await DecisionQueries.DecisionAsync(transaction.RunAsync, decision.Number).ConfigureAwait(false) is { } there)
        {
            return DecisionForm.Of(there) == DecisionForm.Of(decision)
                ? new CommitResult(ChangeOutcome.Unchanged, null) { Decision = there }
                : throw new DecisionException($"This graph has another decision of number {decision.Number}.");
        }

        var next = work.Graph.Decisions + 1;
        return decision.Number == next
            ? await HoldAsync(decision).ConfigureAwait(false)
            : throw new DecisionException($"Decision {decision.Number} cannot come before decision {next}.");
    }

    private async Task<CommitResult> HoldAsync(Decision decision)
    {
        var into = decision.Ruling is Ruling.Merge merge ? decision.Entities.First(e => e.Id == merge.IntoId) : null;
        var subjects = decision.Ruling.NamedEntities.Concat(decision.Ruling.NamedArticles).Distinct().Order(StringComparer.Ordinal)
            .Select(id => Map.Of(("number", decision.Number), ("id", id))).ToList();
        await transaction.RunAsync(new Statement(DecisionCypher.CreateDecisions, ("rows", new[]
        {
            Map.Of(
                ("number", decision.Number), ("form", DecisionForm.Of(decision)), ("undone", decision.UndoneAt is not null),
                ("intoId", into?.Id), ("intoName", into?.Name)),
        }))).ConfigureAwait(false);
        await transaction.RunAsync(new Statement(DecisionCypher.CreateSubjects, ("rows", subjects))).ConfigureAwait(false);
        await transaction.RunAsync(new Statement(DecisionCypher.CreateNames, ("rows", subjects))).ConfigureAwait(false);
        return await RewriteAsync(ChangeOutcome.Decided, decision, decision switch
        {
            { UndoneAt: not null } => null,
            { Ruling.NamedArticles: { Count: > 0 } articles } => new Statement(DecisionCypher.ArticlesOfIds, ("rows", articles)),
            _ => new Statement(DecisionCypher.ArticlesNaming, ("rows", Moving.Everywhere(decision.Ruling))),
        }).ConfigureAwait(false);
    }

    private async Task<CommitResult> UndoAsync(GraphChange.Undo change)
    {
        var decision = await DecisionQueries.DecisionAsync(transaction.RunAsync, change.Number).ConfigureAwait(false)
            ?? throw new DecisionException($"There is no decision {change.Number}.");
        if (decision.UndoneAt is not null) return new CommitResult(ChangeOutcome.Unchanged, null) { Decision = decision };
        var undone = decision with { UndoneAt = clock.GetUtcNow(), UndoneBy = change.By };
        await transaction.RunAsync(new Statement(
            DecisionCypher.UndoDecisions, ("rows", new[] { Map.Of(("number", undone.Number), ("form", DecisionForm.Of(undone))) }))).ConfigureAwait(false);
        return await RewriteAsync(
            ChangeOutcome.Undone, undone, new Statement(DecisionCypher.ArticlesChanged, ("rows", new[] { undone.Number }))).ConfigureAwait(false);
    }

    private async Task<CommitResult> RewriteAsync(ChangeOutcome outcome, Decision decision, Statement? articles)
    {
        var touched = new Touched(work);
        if (articles is not null)
        {
            foreach (var row in await transaction.RunAsync(articles).ConfigureAwait(false))
                await LayAsync(touched, row.Text("id")).ConfigureAwait(false);
        }

        return touched.Commit(new GraphDifference { Number = 0, At = clock.GetUtcNow(), Outcome = outcome, Decision = decision }, 0);
    }

    /// <summary>Lays the decisions that now hold over an article.</summary>
    private async Task LayAsync(Touched touched, string id)
    {
        await Saving.SaveAsync(transaction, work).ConfigureAwait(false);
        var stored = ArticleForm.ReadStored((await transaction.RunAsync(ArticleForm.Reading([id])).ConfigureAwait(false))[0]);
        var known = await DecisionQueries.FilledAsync(transaction.RunAsync, KnownDecisions.For(stored.Put)).ConfigureAwait(false);
        var decided = DecidedArticle.Of(stored.Put, known);
        if (decided.Decisions.SequenceEqual(stored.Decisions)) return;
        ArticleFacts before = ArticleFacts.Of(stored.Shown), after = ArticleFacts.Of(decided.Annotated);
        await Loading.LoadAsync(transaction, work, [before, after], [], []).ConfigureAwait(false);
        touched.Remember(before);
        touched.Remember(after);
        await RemovingArticle.RemoveAnnotationsAsync(transaction, work, before).ConfigureAwait(false);
        await Saving.DeleteAsync(transaction, WriteCypher.FindAnnotations, [id]).ConfigureAwait(false);
        await transaction.RunAsync(new Statement(DecisionCypher.UpdateArticles, ("rows", new[] { ArticleForm.Node(after, 0) }))).ConfigureAwait(false);
        AddingArticle.AddAnnotations(work, after);
        work.Decided.Add((id, decided.Decisions.Count == 0 ? null : stored.Put, decided.Decisions));
    }
}
