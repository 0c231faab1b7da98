namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Who is next to whom along edges of some kinds, taken in either direction.</summary>
internal sealed class StepQueries(Reader reader, StatementFilter filter, IReadOnlyList<GraphEdgeKind> kinds)
{
    /// <summary>The neighbours of entities, the strongest first, so many of each at the most.</summary>
    public Task<Steps> FromAsync(IReadOnlyCollection<string> ids, int most, TimeSpan time) => ReadAsync(ids, null, most, time);

    /// <summary>The neighbours of entities that are among some others.</summary>
    public Task<Steps> BetweenAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> others, TimeSpan time) =>
        ReadAsync(ids, others, int.MaxValue, time);

    private async Task<Steps> ReadAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<string>? others, int most, TimeSpan time)
    {
        var values = new Parameters();
        var list = values.Of(ids);
        var among = others is null ? null : values.Of(others);
        var selections = new List<string>();
        if (kinds.Contains(GraphEdgeKind.Mentioned))
        {
            selections.Add($"WITH c AS s {MentionedEdges.Select(values, filter, Among("t"))} RETURN t AS o, count");
            selections.Add($"WITH c AS t {MentionedEdges.Select(values, filter, Among("s"))} RETURN s AS o, count");
        }

        if (kinds.Contains(GraphEdgeKind.AppearsWith)) selections.Add($"{TogetherEdges.Select(values, filter, Among("o"))} RETURN o, count");
        var rows = await reader.RowsAsync(
            values.In(
                $$"""
                UNWIND {{list}} AS one MATCH (c:Entity {id: one})
                CALL (c) {
                    CALL (c) {
                        {{string.Join("\nUNION ALL\n", selections)}}
                    }
                    WITH o.id AS other, sum(count) AS strength ORDER BY strength DESC, other LIMIT {{values.Of(most + 1L)}}
                    RETURN collect(other) AS others, collect(strength) AS strengths
                }
                RETURN c.id AS id, others, strengths
                """),
            time).ConfigureAwait(false);
        var steps = rows.ToDictionary(
            r => r.Text("id"), r => r.Texts("others").Zip(r.Counts("strengths"), (other, strength) => new Step(other, strength))
                .OrderByDescending(s => s.Strength).ThenBy(s => s.Id, StringComparer.Ordinal).ToList());
        return new Steps(steps, most);

        string[] Among(string end) => among is null ? [] : [$"{end}.id IN {among}"];
    }
}

/// <summary>A neighbour and how much is behind the edges to it.</summary>
/// <param name="Id">The neighbour.</param>
/// <param name="Strength">The sum of the edges' counts.</param>
internal readonly record struct Step(string Id, int Strength);

/// <summary>The neighbours of several entities.</summary>
/// <param name="neighbours">The neighbours of each, the strongest first.</param>
/// <param name="most">How many of each are wanted.</param>
internal sealed class Steps(Dictionary<string, List<Step>> neighbours, int most)
{
    /// <summary>Whether some have more neighbours than were wanted.</summary>
    public bool IsCut { get; } = neighbours.Values.Any(n => n.Count > most);

    /// <summary>The neighbours of one.</summary>
    public List<Step> Of(string id) => neighbours.TryGetValue(id, out var steps) ? [.. steps.Take(most)] : [];
}
