namespace EntityGraph.Transfer;

/// <summary>The form of a file that a graph is exported to.</summary>
public enum ExportFormat
{
    /// <summary>GraphML, for yEd, Cytoscape, NetworkX, igraph and many others.</summary>
    GraphMl,

    /// <summary>GEXF 1.3, for Gephi; entities and edges have the days between which they are there.</summary>
    Gexf,

    /// <summary>Two tables, nodes.csv and edges.csv, in a zip file.</summary>
    Csv,

    /// <summary>The table of entities alone.</summary>
    CsvNodes,

    /// <summary>The table of edges alone.</summary>
    CsvEdges,

    /// <summary>One JSON object with the nodes and edges in the form that the web interface gives them.</summary>
    Json,

    /// <summary>A Cypher script that brings the graph into Neo4j; running it again changes nothing.</summary>
    Cypher,

    /// <summary>FollowTheMoney entities, a JSON object a line, for Aleph and its kin; the articles are among them.</summary>
    FollowTheMoney,
}

/// <summary>What the formats are called and how their files are named and sent.</summary>
public static class ExportFormats
{
    private static readonly (ExportFormat Format, string Name, string Extension, string MediaType)[] Known =
    [
        (ExportFormat.GraphMl, "graphml", ".graphml", "application/xml"),
        (ExportFormat.Gexf, "gexf", ".gexf", "application/xml"),
        (ExportFormat.Csv, "csv", ".zip", "application/zip"),
        (ExportFormat.CsvNodes, "csv-nodes", ".csv", "text/csv; charset=utf-8"),
        (ExportFormat.CsvEdges, "csv-edges", ".csv", "text/csv; charset=utf-8"),
        (ExportFormat.Json, "json", ".json", "application/json"),
        (ExportFormat.Cypher, "cypher", ".cypher", "text/plain; charset=utf-8"),
        (ExportFormat.FollowTheMoney, "ftm", ".ftm.json", "application/x-ndjson"),
    ];

    /// <summary>The names of all formats, as people give them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.Name)];

    /// <summary>The format of that name in any case, or null.</summary>
    public static ExportFormat? OfName(string name) => Find(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format that a file of this name is of, or null where its ending does not tell: a .csv can be either table.</summary>
    public static ExportFormat? OfFile(string path) => Find(k => k.Extension != ".csv" && path.EndsWith(k.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name by which people give the format.</summary>
    public static string Name(this ExportFormat format) => Of(format).Name;

    /// <summary>What its files' names end in, with the full stop.</summary>
    public static string Extension(this ExportFormat format) => Of(format).Extension;

    /// <summary>The Content-Type of such a file.</summary>
    public static string MediaType(this ExportFormat format) => Of(format).MediaType;

    // The longest ending first, so that .ftm.json is not taken for .json.
    private static ExportFormat? Find(Func<(ExportFormat Format, string Name, string Extension, string MediaType), bool> isIt)
    {
        foreach (var known in Known.OrderByDescending(k => k.Extension.Length))
        {
            if (isIt(known)) return known.Format;
        }

        return null;
    }

    private static (ExportFormat Format, string Name, string Extension, string MediaType) Of(ExportFormat format) =>
        Array.Find(Known, k => k.Format == format) is { Name: not null } known
            ? known
            : throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
}
