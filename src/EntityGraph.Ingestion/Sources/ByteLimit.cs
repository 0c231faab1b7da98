using System.Globalization;

namespace EntityGraph.Ingestion;

/// <summary>Reads streams up to a limit.</summary>
internal static class ByteLimit
{
    /// <summary>What is said of something too large.</summary>
    public static string Reason(long bytes, long limit) => $"has {Megabytes(bytes)}; the limit is {Megabytes(limit)}";

    /// <summary>What is said of something too large whose size nobody knows.</summary>
    public static string Reason(long limit) => $"has more than the limit of {Megabytes(limit)}";

    /// <summary>The whole stream, or null if it has more bytes than the limit; then no more than that is read.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            if (content.Length + read > limit)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static string Megabytes(long bytes) =>
        bytes < 1_000_000 && bytes % 1_000_000 != 0
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB");
}
