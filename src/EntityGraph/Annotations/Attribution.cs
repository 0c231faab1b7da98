namespace EntityGraph;

/// <summary>How the words of a statement are given.</summary>
public enum AttributionKind
{
    /// <summary>In quotation marks throughout.</summary>
    Direct,

    /// <summary>In the article's own words.</summary>
    Indirect,

    /// <summary>In the article's own words with quoted pieces among them.</summary>
    Mixed,
}

/// <summary>
/// A content that an article attributes to a source by a cue: "[Lowe] [said] [that hundreds had come forward]".
/// The terms are those of PARC and PolNeAR (Pareti 2012; Newell et al. 2018).
/// </summary>
public sealed record Attribution
{
    /// <summary>Unique in the article ("a1"); after resolution a content hash.</summary>
    public required string Id { get; init; }

    /// <summary>The entity that speaks, or null where it is nobody named.</summary>
    public string? SpeakerId { get; init; }

    /// <summary>How the words are given.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The words that name the source; empty where the article leaves it out.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The words that tie source and content ("said", "according to"); empty where there are none.</summary>
    public IReadOnlyList<TextSpan> Cue { get; init; } = [];

    /// <summary>What is attributed, in one or more pieces; never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>
    /// The words that the statement is known by where a near-duplicate of the article had it first and a little otherwise ("work on
    /// the gate" for "work on the gate."); null for the content's own. Attributions of one speaker under one wording are one
    /// statement: see <see cref="ContentId.OfStatementIn"/>.
    /// </summary>
    public string? Wording { get; init; }

    /// <summary>The entities mentioned inside the content by name, pronoun or description; never the speaker itself.</summary>
    public IReadOnlyList<string> MentionedIds { get; init; } = [];

    /// <summary>How likely it is that this speaker is attributed this content, 0 to 1, calibrated.</summary>
    public double Confidence { get; init; } = 1.0;
}
