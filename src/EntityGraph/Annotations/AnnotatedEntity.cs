namespace EntityGraph;

/// <summary>An entity of one article with all its mentions there; named at least once in it.</summary>
/// <param name="Id">Unique in the article ("e1"); after resolution the id of the graph's entity.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">The fullest name that the article gives it.</param>
/// <param name="Mentions">Its mentions in the order of the text.</param>
public sealed record AnnotatedEntity(string Id, EntityType Type, string Name, IReadOnlyList<Mention> Mentions);
