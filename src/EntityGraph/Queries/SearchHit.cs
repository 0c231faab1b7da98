namespace EntityGraph;

/// <summary>An entity found by its name.</summary>
/// <param name="Node">The entity.</param>
/// <param name="MatchedName">The name or alias that matched.</param>
/// <param name="Score">How well it matches and how much is said of it, greater is better; comparable within one search only.</param>
public sealed record SearchHit(GraphNode Node, string MatchedName, double Score);
