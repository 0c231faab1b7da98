using System.Text.RegularExpressions;

namespace EntityGraph.Ingestion.Tests.Pipeline;

/// <summary>An annotator that takes two capitalised words in a row for a person, and counts what it is given.</summary>
internal sealed partial class NameAnnotator : IAnnotator
{
    public List<int> Batches { get; } = [];

    public Action<Article>? Before { get; init; }

    public IReadOnlyList<AnnotatedArticle> Annotate(IReadOnlyList<Article> articles, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Batches.Add(articles.Count);
        return [.. articles.Select(Annotate)];
    }

    private AnnotatedArticle Annotate(Article article)
    {
        Before?.Invoke(article);
        var entities = Name().Matches(article.Text)
            .GroupBy(m => m.Value)
            .Select((g, i) => new AnnotatedEntity(
                $"e{i}", EntityType.Person, g.Key, [.. g.Select(m => new Mention(new TextSpan(m.Index, m.Index + m.Length), MentionKind.Name))]))
            .ToList();
        return new AnnotatedArticle { Article = article, Entities = entities, Sentences = [new TextSpan(0, article.Text.Length)] };
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+ [A-Z][a-z]+\b")]
    private static partial Regex Name();
}
