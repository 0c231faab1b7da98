namespace EntityGraph;

/// <summary>An article and all that was found in it.</summary>
public sealed record AnnotatedArticle
{
    /// <summary>The article as ingested.</summary>
    public required Article Article { get; init; }

    /// <summary>Its sentences in order; together they cover every word of the text.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];

    /// <summary>The people, organisations and places that it names.</summary>
    public IReadOnlyList<AnnotatedEntity> Entities { get; init; } = [];

    /// <summary>Who says what in it.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Who is what of what in it.</summary>
    public IReadOnlyList<RoleClaim> Roles { get; init; } = [];
}
