using System.Text.Encodings.Web;
using System.Text.Json;
using EntityGraph.Extraction;

namespace EntityGraph.Cli.Extracting;

/// <summary>Writes an annotated article as a line of JSON, in the form that docs/extract-json.md tells.</summary>
public static class ExtractJson
{
    // Nothing here is put into HTML, so letters need no escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line, its end included.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="path">What the input is called.</param>
    /// <param name="annotated">The article with the ids that the annotator gave.</param>
    /// <param name="decisions">How pronouns and descriptions were decided, to be written too; null where nobody asks.</param>
    public static void Write(Stream output, string path, AnnotatedArticle annotated, IReadOnlyList<ReferenceDecision>? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(annotated);
        using (var writer = new Utf8JsonWriter(output, Options))
            Write(writer, path, annotated, decisions);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void Write(Utf8JsonWriter writer, string path, AnnotatedArticle annotated, IReadOnlyList<ReferenceDecision>? decisions)
    {
        var text = annotated.Article.Text;
        writer.WriteStartObject();
        writer.WriteStartObject("article");
        writer.WriteString("path", path);
        writer.WriteString("title", annotated.Article.Title);
        writer.WriteString("text", text);
        writer.WriteEndObject();
        WriteArray(writer, "entities", annotated.Entities, entity => WriteEntity(writer, entity, text));
        WriteArray(writer, "attributions", annotated.Attributions, attribution => WriteAttribution(writer, attribution, text));
        WriteArray(writer, "edges", MentionEdge.Of(annotated.Attributions), edge => WriteEdge(writer, edge));
        WriteArray(writer, "roles", annotated.Roles, role => WriteRole(writer, role));
        if (decisions is not null)
            WriteArray(writer, "references", decisions, decision => WriteDecision(writer, decision, text));
        writer.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter writer, AnnotatedEntity entity, string text)
    {
        writer.WriteString("id", entity.Id);
        writer.WriteString("type", entity.Type.ToString());
        writer.WriteString("name", entity.Name);
        WriteArray(writer, "mentions", entity.Mentions, mention =>
        {
            WriteSpan(writer, mention.Span, text);
            writer.WriteString("kind", Lower(mention.Kind));
        });
    }

    private static void WriteAttribution(Utf8JsonWriter writer, Attribution attribution, string text)
    {
        writer.WriteString("id", attribution.Id);
        writer.WriteString("speaker", attribution.SpeakerId);
        writer.WriteString("kind", Lower(attribution.Kind));
        WriteArray(writer, "source", attribution.Source, span => WriteSpan(writer, span, text));
        WriteArray(writer, "cue", attribution.Cue, span => WriteSpan(writer, span, text));
        WriteArray(writer, "content", attribution.Content, span => WriteSpan(writer, span, text));
        WriteIds(writer, "mentions", attribution.MentionedIds);
        writer.WriteNumber("confidence", Rounded(attribution.Confidence));
    }

    private static void WriteEdge(Utf8JsonWriter writer, MentionEdge edge)
    {
        writer.WriteString("speaker", edge.SpeakerId);
        writer.WriteString("mentioned", edge.MentionedId);
        WriteIds(writer, "attributions", edge.AttributionIds);
        writer.WriteNumber("confidence", Rounded(edge.Confidence));
    }

    private static void WriteRole(Utf8JsonWriter writer, RoleClaim role)
    {
        writer.WriteString("holder", role.HolderId);
        writer.WriteString("role", role.Role);
        writer.WriteString("of", role.OrganisationId);
        writer.WriteBoolean("former", role.IsFormer);
        writer.WriteNumber("start", role.Evidence.Start);
        writer.WriteNumber("end", role.Evidence.End);
    }

    private static void WriteDecision(Utf8JsonWriter writer, ReferenceDecision decision, string text)
    {
        WriteSpan(writer, decision.Span, text);
        writer.WriteString("kind", Lower(decision.Kind));
        writer.WriteString("entity", decision.EntityId);
        writer.WriteNumber("none", decision.None);
        WriteArray(writer, "candidates", decision.Candidates, candidate =>
        {
            writer.WriteString("entity", candidate.EntityId);
            writer.WriteNumber("probability", Rounded(candidate.Probability));
            WriteArray(writer, "reasons", candidate.Reasons, reason =>
            {
                writer.WriteString("sign", reason.Sign);
                writer.WriteNumber("value", Rounded(reason.Value));
                writer.WriteNumber("weight", Rounded(reason.Weight));
            });
        });
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span, string text)
    {
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("text", text.AsSpan(span.Start, span.Length));
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter writer, string name, IEnumerable<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
    }

    private static double Rounded(double confidence) => Math.Round(confidence, 4);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
