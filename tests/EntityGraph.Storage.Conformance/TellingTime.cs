using System.Globalization;

namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static async Task<string> TimelineOf(IGraphStore store, TimelineUnit unit, MentionFilter? filter = null)
    {
        var timeline = await store.TimelineAsync(filter ?? new MentionFilter(), unit);
        Assert.Equal(unit, timeline.Unit);
        return string.Join(' ', timeline.Periods.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Start:MM-dd}:{p.Statements}/{p.Articles}")))
            + (timeline.Undated > 0 ? $" undated:{timeline.Undated}" : "");
    }

    [SkippableFact]
    public async Task A_timeline_counts_statements_and_articles_by_day_week_and_month()
    {
        await using var store = await OpenEmptyAsync();
        Assert.Equal("", await TimelineOf(store, TimelineUnit.Week));

        // 2026-01-05 is a Monday; the first of February is a Sunday.
        await PutAll(store, [.. Debate(), Word("Ada", "Bob", "ran", "sat").On("2026-02-01"), Word("Ada", "Bob", "hid").On("2026-02-02")]);
        Assert.Equal("01-05:2/1 01-10:1/1 01-20:2/1 02-01:2/1 02-02:1/1 undated:1", await TimelineOf(store, TimelineUnit.Day));
        Assert.Equal("01-05:3/2 01-19:2/1 01-26:2/1 02-02:1/1 undated:1", await TimelineOf(store, TimelineUnit.Week));
        Assert.Equal("01-01:5/3 02-01:3/2 undated:1", await TimelineOf(store, TimelineUnit.Month));
        Assert.Equal("01-01:4/2", await TimelineOf(store, TimelineUnit.Month, new MentionFilter { Outlet = "The Courier" }));
        Assert.Equal("01-01:1/1 undated:1", await TimelineOf(store, TimelineUnit.Month, new MentionFilter { SpeakerId = Person("Ada Byrne"), MentionedId = Person("Carl Dunne") }));
        Assert.Equal("02-02:1/1", await TimelineOf(store, TimelineUnit.Week, new MentionFilter { From = new DateOnly(2026, 2, 2) }));
        Assert.Equal("01-01:2/1", await TimelineOf(store, TimelineUnit.Month, new MentionFilter { SpeakerType = EntityType.Organisation }));
    }

    [SkippableFact]
    public async Task A_statement_that_papers_carry_in_two_weeks_counts_in_both_and_once_in_each()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(
            store, WireCopy("The Courier", "2026-01-05", "News."), WireCopy("The Gazette", "2026-01-11", "Late news."),
            WireCopy("The Herald", "2026-01-12", "Stale news."));
        Assert.Equal("01-05:1/2 01-12:1/1", await TimelineOf(store, TimelineUnit.Week));
        Assert.Equal("01-01:1/3", await TimelineOf(store, TimelineUnit.Month));
    }

    [SkippableTheory]
    [InlineData("2024-12-29", "2024-12-23")]
    [InlineData("2024-12-30", "2024-12-30")]
    [InlineData("2025-01-05", "2024-12-30")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-27")]
    public async Task A_week_begins_on_Monday_also_across_years(string day, string start)
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Word("Ada", "Bob", "ran").On(day));
        var period = Assert.Single((await store.TimelineAsync(new MentionFilter(), TimelineUnit.Week)).Periods);
        Assert.Equal(DateOnly.ParseExact(start, "O", CultureInfo.InvariantCulture), period.Start);
        Assert.Equal(period.Start, Timeline.StartOf(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture), TimelineUnit.Week));
    }
}
