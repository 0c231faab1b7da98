using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityGraph.Transfer;

/// <summary>
/// How many things of a kind there are and the sum of their hashes, which is the same in whatever order they come. Equal digests
/// mean equal things; the hashes guard against slips, not against forgers.
/// </summary>
/// <param name="Count">How many things.</param>
/// <param name="Sum">The sum of the first 128 bits of their SHA-256, without carry.</param>
public readonly record struct Digest(long Count, UInt128 Sum)
{
    /// <summary>With one more thing.</summary>
    public Digest With(UInt128 hash) => new(Count + 1, unchecked(Sum + hash));

    /// <summary>The sum as 32 hexadecimal digits.</summary>
    public override string ToString() => Sum.ToString("x32", CultureInfo.InvariantCulture);

    internal static UInt128 Of(GraphNode node) => Of(JsonSerializer.SerializeToUtf8Bytes(node, DigestJson.Default.GraphNode));

    internal static UInt128 Of(GraphEdge edge) => Of(JsonSerializer.SerializeToUtf8Bytes(edge, DigestJson.Default.GraphEdge));

    /// <summary>Of an article with its annotations and all that holds it, but not where it stands in its store's order.</summary>
    internal static UInt128 Of(StoredArticle article) => Of(JsonSerializer.SerializeToUtf8Bytes(article with { Number = 0 }, DigestJson.Default.StoredArticle));

    internal static UInt128 Of(Decision decision) => Of(JsonSerializer.SerializeToUtf8Bytes(decision, DigestJson.Default.Decision));

    /// <summary>Of a statement at its place in an article.</summary>
    internal static UInt128 Of(Article article, Attribution attribution) => Of(JsonSerializer.SerializeToUtf8Bytes(
        new AttributedStatement(article.Id, article.Published, article.Outlet, ContentId.OfStatementIn(article.Text, attribution), attribution),
        DigestJson.Default.AttributedStatement));

    internal static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    internal sealed record AttributedStatement(string ArticleId, DateOnly? Day, string? Outlet, string StatementId, Attribution Attribution);
}

[JsonSerializable(typeof(GraphNode))]
[JsonSerializable(typeof(GraphEdge))]
[JsonSerializable(typeof(StoredArticle))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Digest.AttributedStatement))]
internal sealed partial class DigestJson : JsonSerializerContext;
