namespace EntityGraph;

/// <summary>A statement with the words that prove it. All spans are offsets into the article's text.</summary>
public sealed record Evidence
{
    /// <summary>The attribution's id.</summary>
    public required string AttributionId { get; init; }

    /// <summary>The statement's id, shared by its appearances: see <see cref="ContentId.OfStatement"/>.</summary>
    public required string StatementId { get; init; }

    /// <summary>The article; of several appearances, the earliest.</summary>
    public required ArticleSummary Article { get; init; }

    /// <summary>Who speaks, or null where it is nobody named.</summary>
    public GraphNode? Speaker { get; init; }

    /// <summary>Who is mentioned in the content.</summary>
    public IReadOnlyList<GraphNode> Mentioned { get; init; } = [];

    /// <summary>How the words are given.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>How sure the program is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The sentences that hold source, cue and content.</summary>
    public required string Passage { get; init; }

    /// <summary>The offset of the passage in the article's text.</summary>
    public required int PassageStart { get; init; }

    /// <summary>The words that name the source.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The words that tie source and content.</summary>
    public IReadOnlyList<TextSpan> Cue { get; init; } = [];

    /// <summary>What is attributed.</summary>
    public IReadOnlyList<TextSpan> Content { get; init; } = [];

    /// <summary>The mentions inside the passage, each with its entity.</summary>
    public IReadOnlyList<MarkedMention> Mentions { get; init; } = [];

    /// <summary>The other articles that carry the same statement, earliest first, at most 100.</summary>
    public IReadOnlyList<ArticleSummary> AlsoIn { get; init; } = [];
}

/// <summary>A mention with the entity that it refers to.</summary>
/// <param name="EntityId">Whom it refers to.</param>
/// <param name="Span">Where it stands in the article.</param>
/// <param name="Kind">How it refers.</param>
public sealed record MarkedMention(string EntityId, TextSpan Span, MentionKind Kind);
