using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EntityGraph.Evaluation;

namespace EntityGraph.Cli.Evaluate;

/// <summary>Reports as one JSON document.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        // Printed to a terminal or a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes them.</summary>
    public static string Write(IReadOnlyList<EvaluationReport> reports) => JsonSerializer.Serialize(reports, Form);
}
