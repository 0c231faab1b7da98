using System.Diagnostics.CodeAnalysis;

namespace EntityGraph.Ingestion;

/// <summary>An article read out of a document, or why one could not be read.</summary>
public sealed class ReadOutcome
{
    /// <summary>An article.</summary>
    /// <param name="name">What the input is called: the document's name, with the line or place for one of many.</param>
    /// <param name="article">The article.</param>
    public ReadOutcome(string name, Article article)
    {
        Name = name;
        Article = article;
    }

    /// <summary>A failure.</summary>
    public ReadOutcome(DocumentException failure)
    {
        Name = failure.Name;
        Failure = failure;
    }

    /// <summary>What the input is called.</summary>
    public string Name { get; }

    /// <summary>The article, or null.</summary>
    public Article? Article { get; }

    /// <summary>Why there is no article, or null.</summary>
    public DocumentException? Failure { get; }

    /// <summary>Whether there is an article.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsArticle => Article is not null;
}
