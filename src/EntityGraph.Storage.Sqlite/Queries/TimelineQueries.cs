using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>How much was said when.</summary>
internal static class TimelineQueries
{
    public static Timeline Timeline(Session session, MentionFilter mentions, TimelineUnit unit)
    {
        var filter = StatementFilter.Of(session, mentions);
        var sql = new Sql();
        var start = unit switch
        {
            TimelineUnit.Day => "day",
            // Six days back and on to the next Monday, which leaves a Monday where it is.
            TimelineUnit.Week => "date(day, '-6 days', 'weekday 1')",
            TimelineUnit.Month => "substr(day, 1, 7) || '-01'",
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit."),
        };
        var rows = session.Rows(
            $"""
            SELECT {start} AS start, count(DISTINCT statement), count(DISTINCT article)
            FROM ({MentionedEdges.SelectStatements(sql, filter)}) GROUP BY start ORDER BY start
            """,
            row => (Start: Rows.Day(row, 0), Statements: row.GetInt32(1), Articles: row.GetInt32(2)), sql.Values);
        return new Timeline(
            unit,
            [.. rows.Where(r => r.Start is not null).Select(r => new TimelinePeriod(r.Start!.Value, r.Statements, r.Articles))],
            rows.Where(r => r.Start is null).Sum(r => r.Statements));
    }
}
