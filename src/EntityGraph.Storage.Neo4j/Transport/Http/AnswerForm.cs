using System.Text.Json;

namespace EntityGraph.Storage.Neo4j.Transport.Http;

/// <summary>What the Query API answered: rows, and of an open transaction its id.</summary>
internal sealed record Answer(IReadOnlyList<Record> Rows, string? TransactionId);

/// <summary>Reads answers of the Query API. Errors can stand in the body whatever the status says, after rows that came before them.</summary>
internal static class AnswerForm
{
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            // A proxy's page, or an answer that was cut off, at its beginning or later: the status tells which.
            throw response.IsSuccessStatusCode ? ServerFailure.Lost(e) : OfStatus(response);
        }

        using (json)
        {
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw OfStatus(response);
            if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
                throw OfError(errors[0], response);
            if (!response.IsSuccessStatusCode) throw OfStatus(response);
            var transaction = root.TryGetProperty("transaction", out var open) && open.TryGetProperty("id", out var id) ? id.GetString() : null;
            return new Answer(root.TryGetProperty("data", out var data) ? Rows(data) : [], transaction);
        }
    }

    private static ServerFailure OfError(JsonElement error, HttpResponseMessage response)
    {
        var code = error.TryGetProperty("code", out var c) ? c.GetString() ?? "" : "";
        var message = error.TryGetProperty("message", out var m) ? m.GetString() ?? "" : "";
        return code.Length == 0 ? OfStatus(response) : ServerFailure.Of(code, message);
    }

    private static ServerFailure OfStatus(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var message = $"HTTP {status} {response.ReasonPhrase}";
        return status switch
        {
            401 or 403 => new(FailureKind.Credentials, "", message),
            429 => new(FailureKind.RateLimited, "", message),
            404 or 405 or 501 => new(FailureKind.TooOld, "", message),
            >= 500 => new(FailureKind.Unreachable, "", message),
            _ => new(FailureKind.Other, "", message),
        };
    }

    private static Record[] Rows(JsonElement data)
    {
        var fields = data.GetProperty("fields").EnumerateArray().Select(f => f.GetString()!).ToArray();
        return [.. data.GetProperty("values").EnumerateArray().Select(row =>
        {
            var values = new Dictionary<string, object?>(fields.Length, StringComparer.Ordinal);
            var i = 0;
            foreach (var value in row.EnumerateArray()) values.Add(fields[i++], Value(value));
            return new Record(values);
        })];
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        _ => value.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value), StringComparer.Ordinal),
    };
}
