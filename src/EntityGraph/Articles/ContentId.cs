using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EntityGraph;

/// <summary>
/// Ids that are hashes of content (the first 96 bits of SHA-256, in hexadecimal), so that the same thing ingested twice,
/// or by two workers at once, is one.
/// </summary>
public static class ContentId
{
    /// <summary>The id of an article: its text, outlet and day.</summary>
    public static string OfArticle(string text, string? outlet, DateOnly? published) =>
        Of("article", outlet, published?.ToString("O", CultureInfo.InvariantCulture), text);

    /// <summary>
    /// The id of an entity known by a type and a name alone. Case, white space and Unicode form make no difference.
    /// </summary>
    public static string OfEntity(EntityType type, string name) => Of("entity", type.ToString(), Fold(name));

    /// <summary>The id of an entity that some articles mean when they name another: see <see cref="Ruling.Separate"/>.</summary>
    public static string OfSeparated(string entityId, IEnumerable<string> articleIds) =>
        Of(["separated", entityId, .. articleIds.Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>
    /// The id of a statement: who said it and in which words, wherever it was printed. The same words of the same speaker in
    /// fifty papers are one statement. Punctuation, case and white space make no difference.
    /// </summary>
    public static string OfStatement(string? speakerId, string content)
    {
        var words = new string([.. content.Where(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c))]);
        return Of("statement", speakerId, Fold(words));
    }

    /// <summary>The id of the statement that an attribution of an article gives.</summary>
    public static string OfStatementIn(string articleText, Attribution attribution) =>
        OfStatement(attribution.SpeakerId, WordingIn(articleText, attribution));

    /// <summary>The words that an attribution's statement is known by: its own, or those of an earlier appearance.</summary>
    public static string WordingIn(string articleText, Attribution attribution) =>
        attribution.Wording ?? string.Join(' ', attribution.Content.Select(c => c.In(articleText)));

    /// <summary>The id of an attribution: the place in an article where a statement of somebody stands.</summary>
    public static string OfAttribution(string articleId, string? speakerId, TextSpan content) =>
        Of("attribution", articleId, speakerId, content.Start.ToString(CultureInfo.InvariantCulture), content.End.ToString(CultureInfo.InvariantCulture));

    /// <summary>The id of an edge of the graph.</summary>
    public static string OfEdge(GraphEdgeKind kind, string sourceId, string targetId) => Of("edge", kind.ToString(), sourceId, targetId);

    private static string Of(params ReadOnlySpan<string?> parts)
    {
        var length = 0;
        foreach (var part in parts) length += sizeof(int) + Encoding.UTF8.GetByteCount(part ?? "");
        var bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        var rest = bytes;
        foreach (var part in parts)
        {
            // A length before each part keeps ("ab","c") apart from ("a","bc").
            var written = Encoding.UTF8.GetBytes(part ?? "", rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32LittleEndian(rest, part is null ? -1 : written);
            rest = rest[(sizeof(int) + written)..];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..12]);
    }

    private static string Fold(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant();
}
