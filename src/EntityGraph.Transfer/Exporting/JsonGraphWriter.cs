using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityGraph.Transfer;

/// <summary>One object with the nodes and edges in the form that the web interface gives them.</summary>
internal sealed class JsonGraphWriter(Stream output) : IGraphWriter
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Begin()
    {
        json.WriteStartObject();
        json.WriteString("generator", "EntityGraph");
        json.WriteStartArray("nodes");
    }

    public void Node(GraphNode node)
    {
        JsonSerializer.Serialize(json, node, ExportJson.Default.GraphNode);
        json.Flush();
    }

    public void EndNodes()
    {
        json.WriteEndArray();
        json.WriteStartArray("edges");
    }

    public void Edge(GraphEdge edge)
    {
        JsonSerializer.Serialize(json, edge, ExportJson.Default.GraphEdge);
        json.Flush();
    }

    public void End()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    public void Dispose() => json.Dispose();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphNode))]
[JsonSerializable(typeof(GraphEdge))]
internal sealed partial class ExportJson : JsonSerializerContext;
