using System.Buffers;
using System.Text;

namespace EntityGraph.Transfer;

/// <summary>
/// A table as RFC 4180 has it, with the mark at its beginning by which spreadsheets know UTF-8. A text that a spreadsheet would take
/// for a formula has an apostrophe before it: names come out of articles, and a formula can send what stands beside it away.
/// </summary>
internal sealed class CsvTable(Stream output) : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");
    private readonly StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 4096, leaveOpen: true) { NewLine = "\r\n" };

    public void Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Write(',');
            Write(cells[i] ?? "");
        }

        text.WriteLine();
    }

    public void Dispose() => text.Dispose();

    private void Write(string cell)
    {
        var isFormula = cell.Length > 0 && IsBeginningOfFormula(cell[0]);
        if (!isFormula && !cell.AsSpan().ContainsAny(Quoted))
        {
            text.Write(cell);
            return;
        }

        text.Write('"');
        if (isFormula) text.Write('\'');
        text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }

    // The full-width signs count as the others where spreadsheets run in Chinese, Japanese or Korean.
    private static bool IsBeginningOfFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
