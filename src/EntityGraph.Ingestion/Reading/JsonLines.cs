using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EntityGraph.Ingestion;

/// <summary>Cuts JSON Lines into a document a line. Blank lines are passed over but counted.</summary>
internal static class JsonLines
{
    /// <summary>The lines of a document that is in memory.</summary>
    public static IEnumerable<Document> Split(Document document)
    {
        var rest = document.Content;
        if (rest.Span.StartsWith("\uFEFF"u8))
            rest = rest[3..];
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!IsBlank(line.Span))
                yield return Line(document, line, number);
        }
    }

    /// <summary>The lines of a stream, each read when it is taken. A line over the limit is a failure, the next ones are not.</summary>
    /// <param name="reader">What to read.</param>
    /// <param name="head">What the lines take their name, origin and so on from.</param>
    /// <param name="maxLineBytes">The most bytes of one line.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<DocumentOrFailure> ReadAsync(
        PipeReader reader, Document head, int maxLineBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 1;
        var tooLong = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (Take(ref buffer, result.IsCompleted) is { } line)
            {
                if (tooLong || line.Length > maxLineBytes)
                    yield return TooLong(head, number, maxLineBytes);
                else if (WithoutMark(line, number) is var content && !IsBlank(content))
                    yield return new DocumentOrFailure(Line(head, content, number));
                tooLong = false;
                number++;
            }

            // The rest of a line that is too long anyway need not be kept.
            if (buffer.Length > maxLineBytes)
            {
                tooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                break;
        }

        if (tooLong)
            yield return TooLong(head, number, maxLineBytes);
    }

    private static DocumentOrFailure TooLong(Document head, int number, int limit) =>
        new(new DocumentException($"{head.Name}:{number}", $"is a line that {ByteLimit.Reason(limit)}"));

    private static ReadOnlySequence<byte>? Take(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!isLast || buffer.IsEmpty)
            return null;
        var last = buffer;
        buffer = buffer.Slice(buffer.End);
        return last;
    }

    private static byte[] WithoutMark(ReadOnlySequence<byte> line, int number)
    {
        var content = line.ToArray();
        return number == 1 && content.AsSpan().StartsWith("\uFEFF"u8) ? content[3..] : content;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;

    private static Document Line(Document document, ReadOnlyMemory<byte> line, int number) =>
        document with
        {
            Name = $"{document.Name}:{number}",
            Content = line,
            MediaType = "application/json",
            Origin = null,
            Container = document.Origin,
            IsPart = true,
        };
}
