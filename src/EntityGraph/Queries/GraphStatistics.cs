namespace EntityGraph;

/// <summary>How large the graph is.</summary>
/// <param name="Number">The number of the last change.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Entities">Entities.</param>
/// <param name="Statements">Distinct statements.</param>
/// <param name="Edges">Mentioned edges.</param>
/// <param name="Mentions">Mentions.</param>
public sealed record GraphStatistics(long Number, int Articles, int Entities, int Statements, int Edges, int Mentions);
