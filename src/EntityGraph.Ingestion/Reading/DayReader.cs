using System.Globalization;
using System.Text.RegularExpressions;

namespace EntityGraph.Ingestion;

/// <summary>Reads the day of publication out of the forms that metadata give it in.</summary>
internal static partial class DayReader
{
    private static readonly string[] Written =
    [
        "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "yyyyMMdd", "yyyy/M/d",
        "ddd, d MMM yyyy", "dddd, d MMMM yyyy", "dddd d MMMM yyyy", "dddd, MMMM d, yyyy",
    ];

    /// <summary>
    /// The day as written there, in its own time zone; null where there is none or it could mean two days (03/04/2024).
    /// </summary>
    public static DateOnly? Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        value = value.Trim();
        if (Iso().Match(value) is { Success: true } iso)
            return DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (DateOnly.TryParseExact(value, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var written))
            return written;
        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?=$|[T ])")]
    private static partial Regex Iso();
}
