namespace EntityGraph.Evaluation;

/// <summary>An article as people annotated it. A part that its set does not annotate is null, and is then not measured.</summary>
public sealed record GoldArticle
{
    /// <summary>The id by which predictions are matched to it: for files, the name without its extension.</summary>
    public required string Id { get; init; }

    /// <summary>The text that every span points into, in UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The kind of text ("court", "wire"), or null where the set has none.</summary>
    public string? Genre { get; init; }

    /// <summary>Names with their types; nested ones left out (the outermost counts).</summary>
    public IReadOnlyList<GoldName>? Names { get; init; }

    /// <summary>The things referred to, each with its mentions (in gold edges: with its names alone).</summary>
    public IReadOnlyList<GoldEntity>? Entities { get; init; }

    /// <summary>Who is credited with what.</summary>
    public IReadOnlyList<GoldAttribution>? Attributions { get; init; }

    /// <summary>Whether attributions inside another's content are annotated; where not, predicted ones are left out.</summary>
    public bool MarksNested { get; init; } = true;

    /// <summary>Who mentions whom.</summary>
    public IReadOnlyList<GoldEdge>? Edges { get; init; }

    /// <summary>Pronouns with names that they may be.</summary>
    public IReadOnlyList<GoldPronoun>? Pronouns { get; init; }

    /// <summary>Sentences with who is what of what in them.</summary>
    public IReadOnlyList<GoldRoles>? Roles { get; init; }
}

/// <summary>What a sentence says of people's roles; nothing, where the list is empty.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Roles">The roles.</param>
public sealed record GoldRoles(TextSpan Sentence, IReadOnlyList<GoldRole> Roles);

/// <summary>That somebody is or was something.</summary>
/// <param name="Holder">The name in the sentence.</param>
/// <param name="Role">The words for it.</param>
/// <param name="Of">The name of the organisation or place, or null where it has none in the article.</param>
/// <param name="Former">Whether it is over.</param>
public sealed record GoldRole(string Holder, string Role, string? Of = null, bool Former = false);

/// <summary>A pronoun with candidates for what it refers to.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Names">Names, and whether the pronoun refers to what they name.</param>
public sealed record GoldPronoun(TextSpan Span, IReadOnlyList<(TextSpan Span, bool Same)> Names);

/// <summary>A name in the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">What it names, or null for something that is no person, organisation or place.</param>
public sealed record GoldName(TextSpan Span, EntityType? Type);

/// <summary>A mention in the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">How it refers.</param>
public sealed record GoldMention(TextSpan Span, MentionKind Kind)
{
    /// <summary>The head of the phrase, where a shorter phrase with the same head is the same mention; null where borders count.</summary>
    public TextSpan? Head { get; init; }

    /// <summary>Whether it refers to other entities as well ("they").</summary>
    public bool Plural { get; init; }
}

/// <summary>A thing that an article refers to.</summary>
/// <param name="Id">Unique in the article.</param>
/// <param name="Type">What it is, or null for something that is no person, organisation or place.</param>
/// <param name="Names">Its distinct surface names in the article.</param>
/// <param name="Mentions">Its mentions, where the set marks them.</param>
public sealed record GoldEntity(string Id, EntityType? Type, IReadOnlyList<string> Names, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>What it is across articles (a Wikipedia title), or null where unknown.</summary>
    public string? Identity { get; init; }
}

/// <summary>An attribution; a part that the article leaves out is empty.</summary>
/// <param name="Id">Unique in the article.</param>
/// <param name="Source">The words that name the source.</param>
/// <param name="Cue">The words that tie source and content.</param>
/// <param name="Content">What is attributed.</param>
/// <param name="SpeakerIds">The entities that speak (none, one or several), or null where the set does not say.</param>
public sealed record GoldAttribution(
    string Id,
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    IReadOnlyList<string>? SpeakerIds = null)
{
    /// <summary>How the source refers to its speaker, or null where there is no source or no named speaker.</summary>
    public MentionKind? SpeakerKind { get; init; }
}

/// <summary>That one entity mentions another in something attributed to it.</summary>
/// <param name="Speaker">The id of the entity that speaks.</param>
/// <param name="Mentioned">The id of the entity spoken of.</param>
/// <param name="Via">The plainest way in which it is mentioned: by name before pronoun before description.</param>
/// <param name="Evidence">Words copied from the content, or null.</param>
/// <param name="Optional">Whether finding it is neither asked for nor wrong.</param>
public sealed record GoldEdge(string Speaker, string Mentioned, MentionKind Via, string? Evidence = null, bool Optional = false)
{
    /// <summary>Where the evidence stands in the text, where that is known.</summary>
    public TextSpan? Place { get; init; }
}
