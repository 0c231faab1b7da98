namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>
/// A Cypher statement with its parameters. Values are null, strings, booleans, integers, doubles, and lists and maps of them; days are
/// given as ISO 8601 text.
/// </summary>
internal sealed record Statement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    public Statement(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
        : this(text, Map.Of(parameters))
    {
    }
}

/// <summary>Maps as parameters take them.</summary>
internal static class Map
{
    public static Dictionary<string, object?> Of(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var map = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values) map.Add(name, value);
        return map;
    }
}
