namespace EntityGraph.Matching;

/// <summary>Two entities and how likely they are one.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Probability">0 to 1, calibrated.</param>
/// <param name="Reasons">What speaks for and against it.</param>
public sealed record MatchedPair(EntityProfile One, EntityProfile Other, double Probability, IReadOnlyList<Reason> Reasons);
