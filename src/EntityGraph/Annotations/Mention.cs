namespace EntityGraph;

/// <summary>How a mention refers to its entity.</summary>
public enum MentionKind
{
    /// <summary>By its name or a part of it: "Mr Lowe".</summary>
    Name,

    /// <summary>By a pronoun: "he".</summary>
    Pronoun,

    /// <summary>By a description: "the Safeguarding minister".</summary>
    Nominal,
}

/// <summary>A place in an article that refers to an entity.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Confidence">How sure the program is that it refers to this entity, 0 to 1.</param>
public sealed record Mention(TextSpan Span, MentionKind Kind, double Confidence = 1.0);
