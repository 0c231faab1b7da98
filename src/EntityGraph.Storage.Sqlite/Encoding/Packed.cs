namespace EntityGraph.Storage.Sqlite.Encoding;

/// <summary>Writes small numbers and spans in few bytes. A span is kept as its distance from the one before and its length.</summary>
internal sealed class PackedWriter : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly BinaryWriter writer;
    private int behind;

    public PackedWriter() => writer = new BinaryWriter(stream);

    public void Number(int value) => writer.Write7BitEncodedInt(value);

    public void Text(string value) => writer.Write(value);

    /// <summary>A confidence; the usual 1 in a single byte.</summary>
    public void Confidence(double value)
    {
        writer.Write(value == 1.0);
        if (value != 1.0) writer.Write(value);
    }

    public void Span(TextSpan span)
    {
        // The sign goes into the lowest bit, since spans of different kinds may step back.
        var step = span.Start - behind;
        Number((step << 1) ^ (step >> 31));
        Number(span.Length);
        behind = span.End;
    }

    public void Spans(IReadOnlyList<TextSpan> spans)
    {
        Number(spans.Count);
        foreach (var span in spans) Span(span);
    }

    public byte[] ToArray()
    {
        writer.Flush();
        return stream.ToArray();
    }

    public void Dispose() => writer.Dispose();
}

/// <summary>Reads what a <see cref="PackedWriter"/> wrote.</summary>
internal sealed class PackedReader(byte[] bytes) : IDisposable
{
    private readonly BinaryReader reader = new(new MemoryStream(bytes, writable: false));
    private int behind;

    /// <summary>Whether anything is left to read.</summary>
    public bool HasMore => reader.BaseStream.Position < reader.BaseStream.Length;

    public int Number() => reader.Read7BitEncodedInt();

    public string Text() => reader.ReadString();

    public double Confidence() => reader.ReadBoolean() ? 1.0 : reader.ReadDouble();

    public TextSpan Span()
    {
        var step = Number();
        var start = behind + ((int)((uint)step >> 1) ^ -(step & 1));
        behind = start + Number();
        return new TextSpan(start, behind);
    }

    public TextSpan[] Spans() => Many(Span);

    /// <summary>A list that its length stands before.</summary>
    public T[] Many<T>(Func<T> read)
    {
        var items = new T[Number()];
        for (var i = 0; i < items.Length; i++) items[i] = read();
        return items;
    }

    public void Dispose() => reader.Dispose();
}
