namespace EntityGraph.Extraction.References;

/// <summary>
/// How much each sign counts, beside the tagger's own score, when an antecedent is chosen. The units are the score's: a sure pair
/// has about 15, and above 0 two mentions are the same. Found by search over the training part of the corpus and the development
/// articles; see docs/quality.md.
/// </summary>
internal sealed record ReferenceWeights
{
    /// <summary>For each sentence between the two.</summary>
    public double Sentence { get; init; } = -0.5;

    /// <summary>The two stand in different paragraphs.</summary>
    public double Paragraph { get; init; } = -0.5;

    /// <summary>The two were read in different windows, where the tagger's score says little: what it starts from.</summary>
    public double OtherWindow { get; init; } = 0.4;

    /// <summary>… and the part of the tagger's score that counts.</summary>
    public double OtherWindowScore { get; init; } = 0.3;

    /// <summary>The candidate stands inside a content and the reference outside: what is said of people does not make them the topic.</summary>
    public double CandidateInContent { get; init; } = -1.2;

    /// <summary>The candidate is a source and so is the reference: who spoke goes on speaking.</summary>
    public double SourceToSource { get; init; } = 1.0;

    /// <summary>For each doubling of the candidate's mentions so far.</summary>
    public double Frequency { get; init; } = 0.64;

    /// <summary>A pronoun in reported speech, and the candidate is the speaker.</summary>
    public double SpeakerInReport { get; init; } = 1.05;

    /// <summary>A description in a content, and the candidate is its speaker.</summary>
    public double NominalSpeaker { get; init; } = -2.4;

    /// <summary>Reference and candidate stand in one content.</summary>
    public double SameContent { get; init; } = -1.9;

    /// <summary>For each unit by which the candidate's gender speaks against the pronoun.</summary>
    public double GenderClash { get; init; } = -0.52;

    /// <summary>How much a resolved "he" or "she" says of its entity's gender.</summary>
    public double PronounGender { get; init; } = 5.1;

    /// <summary>The noun of a description is a word of the candidate's name.</summary>
    public double HeadInName { get; init; } = 5;

    /// <summary>The article has described the candidate by the noun before.</summary>
    public double HeadInRole { get; init; } = 4;

    /// <summary>The least score at which a description is resolved.</summary>
    public double NominalThreshold { get; init; }

    /// <summary>The least score at which "it" and "they" are resolved.</summary>
    public double ThingThreshold { get; init; } = 2.5;

    /// <summary>The least score at which "he" and "she" are resolved.</summary>
    public double PersonThreshold { get; init; } = -1.35;
}
