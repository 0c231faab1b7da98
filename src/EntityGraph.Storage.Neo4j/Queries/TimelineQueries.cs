namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>How much was said when.</summary>
internal static class TimelineQueries
{
    public static async Task<Timeline> TimelineAsync(Reader reader, MentionFilter mentions, TimelineUnit unit)
    {
        var values = new Parameters();
        // Days are numbered from a Monday.
        var start = unit switch
        {
            TimelineUnit.Day => "a.day",
            TimelineUnit.Week => "a.day - a.day % 7",
            TimelineUnit.Month => "a.day - a.published.day + 1",
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit."),
        };
        var rows = await reader.RowsAsync(values.In(
            $"""
            {MentionedEdges.SelectStatements(values, new StatementFilter(mentions))}
            WITH CASE WHEN a.published IS NULL THEN null ELSE {start} END AS start, x, a
            RETURN start, count(DISTINCT x) AS statements, count(DISTINCT a) AS articles ORDER BY start
            """)).ConfigureAwait(false);
        return new Timeline(
            unit,
            [.. rows.Where(r => !r.IsNull("start")).Select(r => new TimelinePeriod(DateOnly.FromDayNumber(r.Count("start")), r.Count("statements"), r.Count("articles")))],
            rows.Where(r => r.IsNull("start")).Sum(r => r.Count("statements")));
    }
}
