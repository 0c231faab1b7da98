namespace EntityGraph.Web.Api;

/// <summary>Kinds of edge as they stand in a query string: names separated by commas.</summary>
internal static class EdgeKinds
{
    /// <summary>The kinds, each once; Mentioned where none is given.</summary>
    /// <exception cref="BadHttpRequestException">A name is none of those allowed; the message names it.</exception>
    public static IReadOnlyList<GraphEdgeKind> Read(string? kinds, params IReadOnlyList<GraphEdgeKind> allowed)
    {
        if (string.IsNullOrWhiteSpace(kinds))
            return [GraphEdgeKind.Mentioned];
        return [.. kinds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Kind).Distinct()];

        GraphEdgeKind Kind(string name)
        {
            foreach (var kind in allowed)
            {
                if (string.Equals(name, kind.ToString(), StringComparison.OrdinalIgnoreCase))
                    return kind;
            }

            throw new BadHttpRequestException($"kinds holds '{name}', which is none of {string.Join(", ", allowed)}.");
        }
    }
}
