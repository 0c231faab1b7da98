using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace EntityGraph.Web.Api;

/// <summary>The filter over statements as it stands in a query string.</summary>
public sealed record FilterQuery
{
#pragma warning disable CS1591 // The attributes describe the properties, also in the interface's own description.
    [Description("Only statements of this entity.")]
    public string? Speaker { get; init; }

    [Description("Only statements that mention this entity.")]
    public string? Mentioned { get; init; }

    [Description("Only speakers of this type."), EnumDataType(typeof(EntityType))]
    public EntityType? SpeakerType { get; init; }

    [Description("Only mentioned entities of this type."), EnumDataType(typeof(EntityType))]
    public EntityType? MentionedType { get; init; }

    [Description("Only articles of this day (yyyy-MM-dd) or later.")]
    public string? From { get; init; }

    [Description("Only articles of this day (yyyy-MM-dd) or earlier.")]
    public string? To { get; init; }

    [Description("Only articles of this outlet.")]
    public string? Outlet { get; init; }

    [Description("Only this article.")]
    public string? Article { get; init; }

    [Description("Only statements given in this way."), EnumDataType(typeof(AttributionKind))]
    public AttributionKind? Kind { get; init; }

    [Description("Only statements at least this sure."), Range(0.0, 1.0)]
    public double? MinConfidence { get; init; }
#pragma warning restore CS1591

    /// <summary>The filter.</summary>
    /// <exception cref="BadHttpRequestException">A day is none; the message names it.</exception>
    public MentionFilter ToFilter() => new()
    {
        SpeakerId = NullIfEmpty(Speaker),
        MentionedId = NullIfEmpty(Mentioned),
        SpeakerType = SpeakerType,
        MentionedType = MentionedType,
        From = Day("from", From),
        To = Day("to", To),
        Outlet = NullIfEmpty(Outlet),
        ArticleId = NullIfEmpty(Article),
        Kind = Kind,
        MinConfidence = MinConfidence,
    };

    /// <summary>A day as it stands in a request, or null where none is given.</summary>
    /// <exception cref="BadHttpRequestException">It is none; the message names it.</exception>
    internal static DateOnly? Day(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BadHttpRequestException($"{name} is '{value}', which is no day of the form yyyy-MM-dd.");
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>Which part of a list is wanted, as it stands in a query string.</summary>
public sealed record PageQuery
{
#pragma warning disable CS1591 // The attributes describe the properties, also in the interface's own description.
    [Description("How many to leave out at the beginning."), Range(0, int.MaxValue)]
    public int? Offset { get; init; }

    [Description("How many to give at the most."), Range(1, PageRequest.MaxLimit)]
    public int? Limit { get; init; }
#pragma warning restore CS1591

    /// <summary>The part.</summary>
    public PageRequest ToPage() => new(Offset ?? 0, Limit ?? 50);
}
