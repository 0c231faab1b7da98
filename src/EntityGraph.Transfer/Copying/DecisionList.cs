namespace EntityGraph.Transfer;

/// <summary>All decisions of a graph; they are made by people, and so are few.</summary>
internal static class DecisionList
{
    /// <summary>In the order in which they were made.</summary>
    public static async Task<IReadOnlyCollection<Decision>> OfAsync(IGraphStore store, CancellationToken cancellation)
    {
        var decisions = new SortedDictionary<long, Decision>();
        Page<Decision> page;
        var offset = 0;
        do
        {
            page = await store.DecisionsAsync(new DecisionQuery { Page = new PageRequest(offset, PageRequest.MaxLimit) }, cancellation).ConfigureAwait(false);
            foreach (var decision in page.Items)
                decisions[decision.Number] = decision;
            offset += page.Items.Count;
        }
        while (page.Items.Count > 0 && offset < page.Total);
        return decisions.Values;
    }
}
