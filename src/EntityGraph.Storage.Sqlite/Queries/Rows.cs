using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>How nodes, edges and summaries are read from rows; each beside the columns that it reads.</summary>
internal static class Rows
{
    /// <summary>The columns of a node, of an entity called by a name of the query's choice.</summary>
    public static string NodeColumns(string e) => $"{e}.id, {e}.type, {e}.name, {e}.mentioned_by, {e}.said, {e}.articles, {e}.first, {e}.last";

    /// <summary>How many columns a node has.</summary>
    public const int NodeWidth = 8;

    /// <summary>The columns of a summary, of an article "a" joined to its outlet "o".</summary>
    public const string SummaryColumns = "a.id, a.title, o.name, a.url, a.day, a.collection, a.entities, a.attributions";

    /// <summary>How many columns a summary has.</summary>
    public const int SummaryWidth = 8;

    public static GraphNode Node(SqliteDataReader row, int at = 0) => new()
    {
        Id = row.GetString(at),
        Type = (EntityType)row.GetInt32(at + 1),
        Name = row.GetString(at + 2),
        MentionedBy = row.GetInt32(at + 3),
        Said = row.GetInt32(at + 4),
        Articles = row.GetInt32(at + 5),
        First = Day(row, at + 6),
        Last = Day(row, at + 7),
    };

    /// <summary>An edge from the columns id, source, target, count, articles, confidence, first, last.</summary>
    public static GraphEdge Edge(SqliteDataReader row, GraphEdgeKind kind, int at = 0) => new()
    {
        Id = row.GetString(at),
        Kind = kind,
        Source = row.GetString(at + 1),
        Target = row.GetString(at + 2),
        Count = row.GetInt32(at + 3),
        Articles = row.GetInt32(at + 4),
        Confidence = row.GetDouble(at + 5),
        First = Day(row, at + 6),
        Last = Day(row, at + 7),
    };

    public static ArticleSummary Summary(SqliteDataReader row, int at = 0) => new()
    {
        Id = row.GetString(at),
        Title = row.GetString(at + 1),
        Outlet = Text(row, at + 2),
        Url = Text(row, at + 3) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null,
        Published = Day(row, at + 4),
        Collection = Text(row, at + 5),
        Entities = row.GetInt32(at + 6),
        Attributions = row.GetInt32(at + 7),
    };

    public static string? Text(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    /// <summary>How many columns an edge has.</summary>
    public const int EdgeWidth = 8;

    public static DateOnly? Day(SqliteDataReader row, int at) =>
        row.IsDBNull(at) ? null : DateOnly.ParseExact(row.GetString(at), "O", CultureInfo.InvariantCulture);

    /// <summary>A day as it is kept: ISO 8601, so that the order of the text is that of the days.</summary>
    public static string? Kept(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
