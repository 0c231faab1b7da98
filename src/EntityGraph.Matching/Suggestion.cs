namespace EntityGraph.Matching;

/// <summary>Something that people may want to decide: that two entities are one, or that one is two.</summary>
/// <param name="Ruling">What would be decided.</param>
/// <param name="Probability">How likely it is right, 0 to 1, calibrated.</param>
/// <param name="Entities">The entities that it names, as the graph shows them.</param>
/// <param name="Reasons">What speaks for it and against it.</param>
public sealed record Suggestion(Ruling Ruling, double Probability, IReadOnlyList<GraphNode> Entities, IReadOnlyList<Reason> Reasons);
