using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EntityGraph.Transfer;

/// <summary>
/// FollowTheMoney: entities as Person, Organization and Address, edges as UnknownLink, articles as Article, and what an article names
/// as Mention; a place, which a Mention cannot refer to, by Documentation. One JSON object a line, what is referred to first.
/// </summary>
internal sealed class FollowTheMoneyWriter(Stream output) : IArticleWriter
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    public void Begin()
    {
    }

    public void Node(GraphNode node)
    {
        if (node.Type == EntityType.Place) places.Add(node.Id);
        switch (node.Type)
        {
            case EntityType.Person:
                Write(node.Id, "Person", ("name", node.Name));
                break;
            case EntityType.Organisation:
                Write(node.Id, "Organization", ("name", node.Name));
                break;
            default:
                Write(node.Id, "Address", ("name", node.Name), ("full", node.Name));
                break;
        }
    }

    public void EndNodes()
    {
    }

    public void Edge(GraphEdge edge) => Write(
        edge.Id, "UnknownLink",
        ("subject", edge.Source), ("object", edge.Target), ("role", edge.Kind == GraphEdgeKind.Mentioned ? "mentioned" : "appears with"),
        ("startDate", Values.Day(edge.First)), ("endDate", Values.Day(edge.Last)), ("summary", Summary(edge)));

    public void Article(AnnotatedArticle annotated, Func<string, bool> has)
    {
        var (article, summary) = (annotated.Article, ArticleSummary.Of(annotated));
        var day = Values.Day(article.Published);
        Write(
            article.Id, "Article",
            ("title", summary.Title), ("publisher", article.Outlet), ("publishedAt", day), ("sourceUrl", Address(article.Url)),
            ("language", Language(article.Language)));
        foreach (var entity in annotated.Entities.Where(e => has(e.Id)))
        {
            var id = $"{article.Id}-{entity.Id}";
            // What the graph takes it for counts, not what this article does.
            if (places.Contains(entity.Id))
                Write(id, "Documentation", ("document", article.Id), ("entity", entity.Id), ("role", "named in"), ("date", day));
            else
                Write(id, "Mention", ("document", article.Id), ("resolved", entity.Id), ("name", entity.Name), ("detectedSchema", entity.Type == EntityType.Person ? "Person" : "Organization"));
        }
    }

    public void End()
    {
    }

    public void Dispose() => json.Dispose();

    private void Write(string id, string schema, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
        foreach (var (name, value) in properties)
        {
            if (value is null) continue;
            json.WriteStartArray(name);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }

    private static string Summary(GraphEdge edge)
    {
        var what = edge.Kind == GraphEdgeKind.Mentioned ? "statement" : "sentence";
        return $"{Counted(edge.Count, what)} in {Counted(edge.Articles, "article")}";
    }

    private static string Counted(int count, string what) => $"{Values.Count(count)} {what}{(count == 1 ? "" : "s")}";

    private static string? Address(Uri? url) =>
        url is { IsAbsoluteUri: true } && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url.AbsoluteUri : null;

    /// <summary>FollowTheMoney has languages by three letters (ISO 639-3), articles by two.</summary>
    private static string? Language(string? twoLetters)
    {
        if (twoLetters is null) return null;
        try
        {
            var three = CultureInfo.GetCultureInfo(twoLetters, predefinedOnly: true).ThreeLetterISOLanguageName;
            return three.Length == 3 && three != "ivl" ? three : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
