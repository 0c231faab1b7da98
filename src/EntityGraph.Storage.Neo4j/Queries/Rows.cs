using System.Globalization;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>How nodes, edges and summaries are read from maps; each beside the Cypher that makes the map.</summary>
internal static class Rows
{
    /// <summary>Stands for the day of an article without one, so that such articles come last.</summary>
    public const int Undated = int.MaxValue;

    /// <summary>The map of an entity's node.</summary>
    public static string NodeMap(string e) => $"{e} {{.id, .type, .name, .mentionedBy, .said, .articles, .first, .last}}";

    /// <summary>The map of an article's summary.</summary>
    public static string SummaryMap(string a) => $"{a} {{.id, .title, .outlet, .url, .published, .collection, .entities, .attributions}}";

    public static GraphNode Node(Record map) => new()
    {
        Id = map.Text("id"),
        Type = Enum.Parse<EntityType>(map.Text("type")),
        Name = map.Text("name"),
        MentionedBy = map.Count("mentionedBy"),
        Said = map.Count("said"),
        Articles = map.Count("articles"),
        First = map.Day("first"),
        Last = map.Day("last"),
    };

    public static ArticleSummary Summary(Record map) => new()
    {
        Id = map.Text("id"),
        Title = map.Text("title"),
        Outlet = map.TextOrNull("outlet"),
        Url = Url(map.TextOrNull("url")),
        Published = map.Day("published"),
        Collection = map.TextOrNull("collection"),
        Entities = map.Count("entities"),
        Attributions = map.Count("attributions"),
    };

    /// <summary>An edge from source, target, count, articles, first and last; the confidence, where the row has one, is for the caller.</summary>
    public static GraphEdge Edge(Record row, GraphEdgeKind kind, double confidence = 1.0) =>
        Edge(row, kind, row.Text("source"), row.Text("target"), confidence);

    /// <summary>An edge between ends that the caller knows, from count, articles, first and last.</summary>
    public static GraphEdge Edge(Record row, GraphEdgeKind kind, string source, string target, double confidence = 1.0) => new()
    {
        Id = ContentId.OfEdge(kind, source, target),
        Kind = kind,
        Source = source,
        Target = target,
        Count = row.Count("count"),
        Articles = row.Count("articles"),
        Confidence = confidence,
        First = row.Day("first"),
        Last = row.Day("last"),
    };

    public static GraphEdge MentionedEdge(Record row) => Edge(row, GraphEdgeKind.Mentioned, row.Real("confidence"));

    public static Uri? Url(string? url) => url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute);

    /// <summary>A day as a parameter; Cypher makes a date of it.</summary>
    public static string? Kept(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A day as a number to sort by, articles without one last.</summary>
    public static int Sorted(DateOnly? day) => day?.DayNumber ?? Undated;
}
