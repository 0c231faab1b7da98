namespace EntityGraph;

/// <summary>What a store is asked to do, as one whole: put an article with all it says, or take one away.</summary>
public abstract record GraphChange
{
    private GraphChange()
    {
    }

    /// <summary>
    /// Puts an article whose entities carry the graph's ids. If its origin held another article before, that one is
    /// replaced, unless another origin still holds it. An article that is there already is only tied to this origin.
    /// </summary>
    /// <param name="Annotated">The article; see <see cref="Resolution"/> for the ids that it must carry.</param>
    public sealed record Put(AnnotatedArticle Annotated) : GraphChange;

    /// <summary>Takes away an article and all that only it said. Nothing happens where there is none.</summary>
    /// <param name="ArticleId">Its id.</param>
    public sealed record Remove(string ArticleId) : GraphChange;
}

/// <summary>What became of a change.</summary>
public enum ChangeOutcome
{
    /// <summary>The article was new.</summary>
    Added,

    /// <summary>The article replaced an earlier version of the same origin.</summary>
    Updated,

    /// <summary>The article was there already; nothing changed and no number was given.</summary>
    Unchanged,

    /// <summary>The article was taken away.</summary>
    Removed,
}

/// <summary>What became of a change and, if it changed anything, the numbered difference.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Difference">What to announce, or null where nothing changed.</param>
public sealed record CommitResult(ChangeOutcome Outcome, GraphDifference? Difference);
