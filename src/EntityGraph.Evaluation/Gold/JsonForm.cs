using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityGraph.Evaluation;

/// <summary>How JSON is read here: a field that must be there and is not, or is null, is an error.</summary>
internal static class JsonForm
{
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
