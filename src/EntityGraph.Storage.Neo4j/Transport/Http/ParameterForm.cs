using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace EntityGraph.Storage.Neo4j.Transport.Http;

/// <summary>Writes parameters as JSON. A double keeps its point ("1.0"): without one the server takes it for an integer.</summary>
internal static class ParameterForm
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int whole: json.WriteNumberValue(whole); break;
            case long whole: json.WriteNumberValue(whole); break;
            case double real: WriteReal(json, real); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(json, map); break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType()} is no parameter.", nameof(value));
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteReal(Utf8JsonWriter json, double real)
    {
        if (!double.IsFinite(real)) throw new ArgumentException($"{real} is no parameter.", nameof(real));
        var text = real.ToString("R", CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0", skipInputValidation: true);
    }
}
