using System.Buffers;

namespace EntityGraph.Transfer;

/// <summary>
/// Takes what a format writes until it is sent on: formats write at once, as XmlWriter and ZipArchive like it, and only what they
/// have written goes out asynchronously.
/// </summary>
internal sealed class OutputBuffer : Stream
{
    private const int Enough = 64 * 1024;
    private readonly ArrayBufferWriter<byte> waiting = new(2 * Enough);

    /// <summary>Whether there is enough to be worth sending on.</summary>
    public bool IsFull => waiting.WrittenCount >= Enough;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends on what is there.</summary>
    public async Task DrainAsync(Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(waiting.WrittenMemory, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        waiting.ResetWrittenCount();
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
