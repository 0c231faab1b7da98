using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EntityGraph.Web.Api;

/// <summary>The one form that the graph has in JSON, over HTTP and over the live feed.</summary>
internal static class GraphJson
{
    /// <summary>Sets the form: names in camel case, enums by name, no nulls, spans as start and end.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // The kind of a ruling may stand anywhere in it.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutLength);
    }

    private static void LeaveOutLength(JsonTypeInfo type)
    {
        if (type.Type == typeof(TextSpan))
            type.Properties.Remove(type.Properties.Single(p => p.Name == "length"));
    }
}
