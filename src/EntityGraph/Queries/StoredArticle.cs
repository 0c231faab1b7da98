namespace EntityGraph;

/// <summary>An article as a store keeps it, with all that a copy of the graph needs.</summary>
public sealed record StoredArticle
{
    /// <summary>
    /// Where it stands in the order of first commits: greater than that of every article put before, at most the number of the
    /// last change, and never given again.
    /// </summary>
    public required long Number { get; init; }

    /// <summary>The article with all its annotations; its origin is the first of <see cref="Origins"/>.</summary>
    public required AnnotatedArticle Annotated { get; init; }

    /// <summary>The origins that hold it now, in ordinal order.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether it was also put without an origin and so stays when all its origins have moved on.</summary>
    public bool HoldsItself { get; init; }

    /// <summary>The changes that bring it into another store as it is in this one.</summary>
    public IEnumerable<GraphChange.Put> Puts() => Origins
        .Select(o => (string?)o)
        .Concat(HoldsItself ? [null] : [])
        .Select(o => new GraphChange.Put(Annotated with { Article = Annotated.Article with { Origin = o } }));
}
