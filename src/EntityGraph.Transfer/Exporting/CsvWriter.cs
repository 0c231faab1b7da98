using System.IO.Compression;

namespace EntityGraph.Transfer;

/// <summary>
/// Tables headed as Gephi and most others expect them: one of entities, one of edges, or a zip file with both. The table of edges
/// has the names of its ends too, for people who read it in a spreadsheet.
/// </summary>
internal sealed class CsvWriter : IGraphWriter
{
    private readonly Stream output;
    private readonly ZipArchive? zip;
    private readonly Dictionary<string, string>? names;
    private readonly bool hasNodes;
    private Stream? entry;
    private CsvTable? table;

    public CsvWriter(Stream output, ExportFormat format)
    {
        this.output = output;
        hasNodes = format != ExportFormat.CsvEdges;
        names = format == ExportFormat.CsvNodes ? null : new Dictionary<string, string>(StringComparer.Ordinal);
        zip = format == ExportFormat.Csv ? new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true) : null;
    }

    public void Begin()
    {
        if (hasNodes) Open("nodes.csv").Row("Id", "Label", "Type", "MentionedBy", "Said", "Articles", "First", "Last");
    }

    public void Node(GraphNode node)
    {
        names?.Add(node.Id, node.Name);
        table?.Row(
            node.Id, node.Name, node.Type.ToString(), Values.Count(node.MentionedBy), Values.Count(node.Said), Values.Count(node.Articles),
            Values.Day(node.First), Values.Day(node.Last));
    }

    public void EndNodes()
    {
        Close();
        if (names is null) return;
        Open("edges.csv").Row(
            "Source", "Target", "Type", "Kind", "SourceLabel", "TargetLabel", "Weight", "Articles", "Confidence", "First", "Last", "Id");
    }

    public void Edge(GraphEdge edge) => table?.Row(
        edge.Source, edge.Target, Values.IsUndirected(edge.Kind) ? "Undirected" : "Directed", edge.Kind.ToString(),
        names![edge.Source], names[edge.Target], Values.Count(edge.Count), Values.Count(edge.Articles), Values.Real(edge.Confidence),
        Values.Day(edge.First), Values.Day(edge.Last), edge.Id);

    public void End()
    {
        Close();
        zip?.Dispose();
    }

    public void Dispose()
    {
        Close();
        zip?.Dispose();
    }

    private CsvTable Open(string name)
    {
        entry = zip?.CreateEntry(name).Open();
        return table = new CsvTable(entry ?? output);
    }

    private void Close()
    {
        table?.Dispose();
        entry?.Dispose();
        (table, entry) = (null, null);
    }
}
