namespace EntityGraph;

/// <summary>What a store is asked to do, as one whole: put an article with all it says, take one away, decide something or undo it.</summary>
public abstract record GraphChange
{
    private GraphChange()
    {
    }

    /// <summary>
    /// Puts an article whose entities carry ids by name and type. If its origin held another article before, that one is
    /// replaced, unless another origin still holds it. An article that is there already is only tied to this origin. The decisions
    /// that hold are laid over the article; it is kept without them too.
    /// </summary>
    /// <param name="Annotated">The article; see <see cref="Resolution.ByName"/> for the ids that it must carry.</param>
    public sealed record Put(AnnotatedArticle Annotated) : GraphChange;

    /// <summary>Takes away an article and all that only it said. Nothing happens where there is none.</summary>
    /// <param name="ArticleId">Its id.</param>
    public sealed record Remove(string ArticleId) : GraphChange;

    /// <summary>
    /// Decides something, and rewrites the articles that it concerns. What is so already is <see cref="ChangeOutcome.Unchanged"/>.
    /// A store throws <see cref="DecisionException"/> for what cannot be.
    /// </summary>
    /// <param name="Ruling">What.</param>
    /// <param name="By">Who decides, by name; null for the program.</param>
    public sealed record Decide(Ruling Ruling, string? By = null) : GraphChange
    {
        /// <summary>What speaks for it.</summary>
        public IReadOnlyList<Reason> Reasons { get; init; } = [];
    }

    /// <summary>
    /// Undoes a decision: the articles that it concerned are as if it had never been. One that is undone already is
    /// <see cref="ChangeOutcome.Unchanged"/>; an unknown one throws <see cref="DecisionException"/>.
    /// </summary>
    /// <param name="Number">The decision's number.</param>
    /// <param name="By">Who undoes it, by name; null for the program.</param>
    public sealed record Undo(long Number, string? By = null) : GraphChange;

    /// <summary>
    /// Takes over a decision of another graph as it was kept there, undone ones too; to be applied in the order of their numbers,
    /// which stay as they are. One that is there is <see cref="ChangeOutcome.Unchanged"/>; where another has its number, or the one
    /// before it is missing, <see cref="DecisionException"/> is thrown.
    /// </summary>
    /// <param name="Decision">The decision.</param>
    public sealed record TakeOver(Decision Decision) : GraphChange;
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

    /// <summary>Something was decided.</summary>
    Decided,

    /// <summary>A decision was undone.</summary>
    Undone,
}

/// <summary>What became of a change and, if it changed anything, the numbered difference.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Difference">What to announce, or null where nothing changed.</param>
public sealed record CommitResult(ChangeOutcome Outcome, GraphDifference? Difference)
{
    /// <summary>The decision that was made, undone or there already; null for articles, and for a ruling that the graph fulfils as it is.</summary>
    public Decision? Decision { get; init; }
}
