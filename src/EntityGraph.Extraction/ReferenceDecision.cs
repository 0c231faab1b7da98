namespace EntityGraph.Extraction;

/// <summary>An annotated article with how each of its pronouns and descriptions was decided.</summary>
/// <param name="Annotated">The article.</param>
/// <param name="Decisions">The decisions in the order of the text.</param>
public sealed record ExplainedArticle(AnnotatedArticle Annotated, IReadOnlyList<ReferenceDecision> Decisions);

/// <summary>How a pronoun or a description was decided.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="EntityId">The entity that it was taken for, or null for none.</param>
/// <param name="None">The probability that a candidate had to exceed.</param>
/// <param name="Candidates">The candidates, best first.</param>
public sealed record ReferenceDecision(TextSpan Span, MentionKind Kind, string? EntityId, double None, IReadOnlyList<RankedCandidate> Candidates);

/// <summary>An entity that a reference may be to.</summary>
/// <param name="EntityId">The entity.</param>
/// <param name="Probability">How likely it is right, 0 to 1.</param>
/// <param name="Reasons">What spoke most for and against it.</param>
public sealed record RankedCandidate(string EntityId, double Probability, IReadOnlyList<Reason> Reasons);

/// <summary>Something that spoke for or against a candidate.</summary>
/// <param name="Sign">What, in words: "sentences apart".</param>
/// <param name="Value">What it was.</param>
/// <param name="Weight">How much it adds to the logarithm of the odds; below 0 it speaks against.</param>
public sealed record Reason(string Sign, double Value, double Weight);
