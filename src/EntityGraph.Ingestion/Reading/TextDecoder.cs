using System.Buffers;
using System.Text;
using UtfUnknown;

namespace EntityGraph.Ingestion;

/// <summary>Turns bytes into text, or tells why they are none.</summary>
internal static class TextDecoder
{
    private const double MinDetectionConfidence = 0.5;
    private const double MaxBrokenShare = 0.001;

    // A few in a short text are slips of whoever copied it.
    private const int FewBroken = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Those of Latin-1's second set are left out: they are what an old encoding's quotation marks become when they are misread.
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r' or '\f'))]);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes by the byte order mark, else as UTF-8 if it is valid, else by the declared character set, else by what the
    /// bytes look like. Line ends become "\n"; nothing else is changed.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="charset">A character set that the document was declared to be in, or null.</param>
    /// <param name="reason">Why the bytes are no text.</param>
    public static string? Decode(ReadOnlySpan<byte> content, string? charset, out string? reason)
    {
        var text = ByMark(content) ?? (content.Contains((byte)0) ? null : AsUtf8(content) ?? Declared(content, charset) ?? Detected(content));
        reason = text is null
            ? content.Contains((byte)0) ? "is binary, not text" : "is in no known text encoding"
            : Objection(text);
        return reason is null ? text!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : null;
    }

    /// <summary>Why a text is not fit to be read, or null if it is.</summary>
    public static string? Objection(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return "is binary, not text";
        if (Count(text, Controls) > MostBroken(text.Length))
            return "is binary, not text: it is full of control characters";
        if (text.Count('\uFFFD') > MostBroken(text.Length))
            return "is wrongly encoded: it has bytes or characters that belong to no text";
        return null;
    }

    private static double MostBroken(int length) => Math.Max(FewBroken, length * MaxBrokenShare);

    private static string? ByMark(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    private static string? AsUtf8(ReadOnlySpan<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // A few broken bytes among good ones (a file cut in the middle of a letter) do not make it another encoding.
            var text = Encoding.UTF8.GetString(content);
            var broken = text.Count('\uFFFD');
            return broken <= MostBroken(text.Length) && broken * 4 < text.Count(c => c > '\x7F') ? text : null;
        }
    }

    private static string? Declared(ReadOnlySpan<byte> content, string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        try
        {
            // A charset that is declared and wrong is as common as none: it must fit the bytes.
            return Encoding.GetEncoding(charset.Trim(' ', '"', '\''), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(content);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Detected(ReadOnlySpan<byte> content)
    {
        var ascii = 0;
        foreach (var b in content)
            ascii += b < 0x80 ? 1 : 0;
        // Curly quotes and dashes of an old word processor are too few for the statistics of a detector.
        if (ascii >= content.Length * 0.95)
            return Encoding.GetEncoding(1252).GetString(content);
        var best = CharsetDetector.DetectFromBytes(content.ToArray()).Detected;
        return best?.Encoding is { } encoding && best.Confidence >= MinDetectionConfidence ? encoding.GetString(content) : null;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<char> wanted)
    {
        var count = 0;
        for (var at = text.IndexOfAny(wanted); at >= 0; at = text.IndexOfAny(wanted))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
