namespace EntityGraph;

/// <summary>Finds entities, mentions and attributions in articles. Implementations are safe to call from several threads.</summary>
public interface IAnnotator
{
    /// <summary>Annotates articles; the results come in the order given. Entity ids are local to each article ("e1").</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled between two batches.</exception>
    IReadOnlyList<AnnotatedArticle> Annotate(IReadOnlyList<Article> articles, CancellationToken cancellation = default);
}
