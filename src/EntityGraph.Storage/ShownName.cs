namespace EntityGraph.Storage;

/// <summary>A name and type that articles give an entity, and how many articles do.</summary>
internal readonly record struct GivenName(string Name, EntityType Type, long Articles);

/// <summary>Which of its names and types an entity is shown by.</summary>
internal static class ShownName
{
    /// <summary>
    /// The name that was preferred, where an article gives it (others were merged into the entity when it was shown by it); else the
    /// name that most articles give, then the longest, then the first in ordinal order; the type alike.
    /// </summary>
    public static (string Name, EntityType Type) Of(IReadOnlyCollection<GivenName> given, string? preferred = null)
    {
        var name = given.Any(g => g.Name == preferred) ? preferred! : given.GroupBy(g => g.Name)
            .OrderByDescending(g => g.Sum(n => n.Articles)).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;
        var type = given.GroupBy(g => g.Type).OrderByDescending(g => g.Sum(n => n.Articles)).ThenBy(g => g.Key).First().Key;
        return (name, type);
    }
}
