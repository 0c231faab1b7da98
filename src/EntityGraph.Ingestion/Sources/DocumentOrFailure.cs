using System.Diagnostics.CodeAnalysis;

namespace EntityGraph.Ingestion;

/// <summary>A document, or why there is none: one bad input never ends a stream of them.</summary>
public sealed class DocumentOrFailure
{
    /// <summary>A document that is there.</summary>
    public DocumentOrFailure(Document document) => Document = document;

    /// <summary>A document that could not be had.</summary>
    public DocumentOrFailure(DocumentException failure) => Failure = failure;

    /// <summary>The document, or null.</summary>
    public Document? Document { get; }

    /// <summary>Why there is no document, or null.</summary>
    public DocumentException? Failure { get; }

    /// <summary>Whether there is a document.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsDocument => Document is not null;

    /// <summary>What the input is called.</summary>
    public string Name => IsDocument ? Document.Name : Failure.Name;
}
