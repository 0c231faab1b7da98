namespace EntityGraph;

/// <summary>The length of a timeline's periods.</summary>
public enum TimelineUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week from Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,
}

/// <summary>How many statements there were when.</summary>
/// <param name="Unit">The length of the periods.</param>
/// <param name="Periods">The periods in which anything was said, in their order; those with nothing are left out.</param>
/// <param name="Undated">How many statements stand in articles without a date.</param>
public sealed record Timeline(TimelineUnit Unit, IReadOnlyList<TimelinePeriod> Periods, int Undated)
{
    /// <summary>The first day of the period that a day lies in.</summary>
    public static DateOnly StartOf(DateOnly day, TimelineUnit unit) => unit switch
    {
        TimelineUnit.Day => day,
        // Sunday is 0 in .NET and the last day of the week here. The first of all days is a Monday.
        TimelineUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TimelineUnit.Month => new DateOnly(day.Year, day.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit."),
    };
}

/// <summary>
/// What was said in a period, counted as a filter narrowed to its days counts: a statement that papers carry in two periods
/// counts in both.
/// </summary>
/// <param name="Start">Its first day.</param>
/// <param name="Statements">How many distinct statements.</param>
/// <param name="Articles">In how many articles.</param>
public sealed record TimelinePeriod(DateOnly Start, int Statements, int Articles);
