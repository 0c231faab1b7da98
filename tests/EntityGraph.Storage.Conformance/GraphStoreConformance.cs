namespace EntityGraph.Storage.Conformance;

/// <summary>
/// What every graph store must do. A store's own test class inherits it and says how a store is opened; what has no server to
/// run against calls <c>Skip.If</c> there.
/// </summary>
public abstract partial class GraphStoreConformance
{
    /// <summary>Opens a store on an empty graph. A store that was opened before in the same test is not used any more.</summary>
    protected abstract Task<IGraphStore> OpenEmptyAsync();

    /// <summary>Opens another store on the graph that was opened last, as another process would.</summary>
    protected abstract Task<IGraphStore> OpenAgainAsync();

    private protected static string Person(string name) => ContentId.OfEntity(EntityType.Person, name);

    private protected static string Organisation(string name) => ContentId.OfEntity(EntityType.Organisation, name);

    private protected static string Place(string name) => ContentId.OfEntity(EntityType.Place, name);

    private protected static async Task<List<CommitResult>> PutAll(IGraphStore store, params IEnumerable<ArticleBuilder> articles)
    {
        var results = new List<CommitResult>();
        foreach (var article in articles) results.Add(await store.ApplyAsync(article.Put()));
        return results;
    }

    private protected static string Edge(string speakerId, string mentionedId) =>
        ContentId.OfEdge(GraphEdgeKind.Mentioned, speakerId, mentionedId);
}
