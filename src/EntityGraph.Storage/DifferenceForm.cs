using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityGraph.Storage;

/// <summary>How differences are kept: JSON, compressed.</summary>
internal static class DifferenceForm
{
    public static byte[] Of(GraphDifference difference)
    {
        using var stream = new MemoryStream();
        using (var compressed = new BrotliStream(stream, CompressionLevel.Fastest))
            JsonSerializer.Serialize(compressed, difference, DifferenceJson.Default.GraphDifference);
        return stream.ToArray();
    }

    public static GraphDifference Read(byte[] bytes)
    {
        using var compressed = new BrotliStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(compressed, DifferenceJson.Default.GraphDifference)!;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphDifference))]
internal sealed partial class DifferenceJson : JsonSerializerContext;
