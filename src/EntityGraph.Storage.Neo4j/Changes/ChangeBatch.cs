using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// Changes that are committed together, each with a number of its own: articles, or one decision. May be run again when the outcome
/// of a commit is unknown: it then first looks whether its differences are there already.
/// </summary>
internal sealed class ChangeBatch(IReadOnlyList<GraphChange> changes, TimeProvider clock)
{
    private readonly string batch = Guid.NewGuid().ToString("N");
    private long? numberBefore;

    /// <summary>Whether a change is written together with others: articles are, decisions are not.</summary>
    public static bool IsTogether(GraphChange change) => change is GraphChange.Put or GraphChange.Remove;

    public async Task<IReadOnlyList<CommitResult>> RunAsync(ITransaction transaction)
    {
        var graph = (await transaction.RunAsync(new Statement(LockCypher, ("batch", batch))).ConfigureAwait(false))[0];
        if (numberBefore is { } before && await CommittedAsync(transaction, before).ConfigureAwait(false) is { } committed) return committed;
        numberBefore = graph.Number("number");
        var work = new Workspace(
            new GraphState(
                graph.Number("number"), graph.Count("articles"), graph.Count("entities"), graph.Count("statements"), graph.Count("edges"),
                graph.Count("mentions"), graph.Number("decisions")),
            batch);
        IReadOnlyList<CommitResult> results = changes is [var only] && !IsTogether(only)
            ? [await new DecisionChange(transaction, work, clock).ApplyAsync(only).ConfigureAwait(false)]
            : await new ArticleChanges(transaction, work, clock).ApplyAsync(changes).ConfigureAwait(false);
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
            ? new CommitResult(difference.Outcome, difference) { Decision = difference.Decision }
            : new CommitResult(ChangeOutcome.Unchanged, null))];
    }

    private const string LockCypher =
        """
        MATCH (g:EntityGraph {key: 'graph'}) SET g.batch = $batch
        RETURN g.number AS number, g.articles AS articles, g.entities AS entities, g.statements AS statements, g.edges AS edges,
            g.mentions AS mentions, COUNT { MATCH (:Decision) } AS decisions
        """;
}
