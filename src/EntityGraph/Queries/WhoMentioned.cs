namespace EntityGraph;

/// <summary>One row of the answer to "who mentioned whom".</summary>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Mentioned">Of whom.</param>
/// <param name="Edge">How often, when and how surely, counted over the statements that pass the filter.</param>
/// <param name="Outlets">The outlets that carried it, in ordinal order.</param>
public sealed record WhoMentioned(GraphNode Speaker, GraphNode Mentioned, GraphEdge Edge, IReadOnlyList<string> Outlets);
