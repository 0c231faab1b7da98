using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityGraph.Storage.Decisions;

/// <summary>How decisions are kept, as JSON, and what an article was before them, as JSON compressed.</summary>
internal static class DecisionForm
{
    public static string Of(Decision decision) => JsonSerializer.Serialize(decision, DecisionJson.Default.Decision);

    public static Decision Read(string json) => JsonSerializer.Deserialize(json, DecisionJson.Default.Decision)!;

    /// <summary>An article as it was put, but for its text and facts, which decisions leave alone.</summary>
    public static byte[] OfPut(AnnotatedArticle put)
    {
        using var stream = new MemoryStream();
        using (var compressed = new BrotliStream(stream, CompressionLevel.Fastest))
            JsonSerializer.Serialize(compressed, new PutForm(put.Entities, put.Attributions, put.Roles), DecisionJson.Default.PutForm);
        return stream.ToArray();
    }

    /// <summary>An article as it was put, given as it is shown.</summary>
    public static AnnotatedArticle ReadPut(byte[] bytes, AnnotatedArticle shown)
    {
        using var compressed = new BrotliStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        var put = JsonSerializer.Deserialize(compressed, DecisionJson.Default.PutForm)!;
        return shown with { Entities = put.Entities, Attributions = put.Attributions, Roles = put.Roles };
    }
}

/// <summary>The annotations that decisions may change.</summary>
internal sealed record PutForm(IReadOnlyList<AnnotatedEntity> Entities, IReadOnlyList<Attribution> Attributions, IReadOnlyList<RoleClaim> Roles);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(PutForm))]
internal sealed partial class DecisionJson : JsonSerializerContext;
