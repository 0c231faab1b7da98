namespace EntityGraph.Evaluation;

/// <summary>Why an edge is missed or false, as far as can be told from the annotations.</summary>
public enum EdgeErrorCause
{
    /// <summary>Missed: no predicted entity has the mentioned one's names.</summary>
    MentionedEntityMissing,

    /// <summary>Missed: no predicted entity has the speaker's names.</summary>
    SpeakerEntityMissing,

    /// <summary>Missed: no predicted content holds the evidence.</summary>
    NoContent,

    /// <summary>Missed: the speaker has a content with the evidence, but the mentioned entity was not found in it.</summary>
    MentionUnresolved,

    /// <summary>Missed: the contents with the evidence are given to another speaker.</summary>
    OtherSpeaker,

    /// <summary>Missed: the contents with the evidence have a source, but it was taken for nobody.</summary>
    SourceUnresolved,

    /// <summary>Missed: the contents with the evidence have neither source nor speaker.</summary>
    NoSpeaker,

    /// <summary>Missed: the gold's evidence does not stand in the text.</summary>
    EvidenceNotFound,

    /// <summary>False: the speaker is no entity of the gold, or is one part of an entity that was split.</summary>
    SpeakerIsNoGoldEntity,

    /// <summary>False: the mentioned is no entity of the gold, or is one part of an entity that was split.</summary>
    MentionedIsNoGoldEntity,

    /// <summary>False: in the gold another speaker mentions the entity in these words.</summary>
    AnotherSpeaks,

    /// <summary>False: the entity stands in the content only by pronouns or descriptions.</summary>
    PronounOrDescription,

    /// <summary>False: the gold gives the speaker nothing in these words.</summary>
    ContentNotInGold,

    /// <summary>False: the gold has other edges of this speaker in these words, but not this one.</summary>
    MentionNotInGold,
}

/// <summary>An edge that is missed or false, with what the article and the annotations say there.</summary>
public sealed record EdgeError
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Whether the gold has it and the annotations do not.</summary>
    public required bool Missed { get; init; }

    /// <summary>Why, as far as can be told.</summary>
    public required EdgeErrorCause Cause { get; init; }

    /// <summary>Who speaks: the gold's id, or the predicted entity's name.</summary>
    public required string Speaker { get; init; }

    /// <summary>Who is mentioned: the gold's id, or the predicted entity's name.</summary>
    public required string Mentioned { get; init; }

    /// <summary>How the gold says that the entity is mentioned, or how the prediction's mention refers.</summary>
    public required MentionKind Via { get; init; }

    /// <summary>Missed: the gold's evidence words. False: the content.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where the evidence stands in the text.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>The text around the evidence.</summary>
    public string? Passage { get; init; }

    /// <summary>What the annotations have there: source | cue | content → speaker.</summary>
    public IReadOnlyList<string> Predicted { get; init; } = [];
}
