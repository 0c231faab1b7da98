using System.IO.Compression;

namespace EntityGraph.Evaluation;

/// <summary>The lines of a text file, gzipped if its name ends in .gz.</summary>
internal static class GoldLines
{
    public static IEnumerable<string> Of(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}

/// <summary>From offsets in code points, which most annotated sets count, to UTF-16 code units.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _starts = [];

    public CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            _starts.Add(i);
        }
        _starts.Add(text.Length);
    }

    public TextSpan Span(int start, int end) => new(_starts[start], _starts[end]);

    public IReadOnlyList<TextSpan> Spans(IReadOnlyList<int[]> pairs) => [.. pairs.Select(p => Span(p[0], p[1]))];
}
