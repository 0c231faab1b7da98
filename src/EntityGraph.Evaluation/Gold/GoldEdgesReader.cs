using System.Text.Json;

namespace EntityGraph.Evaluation;

/// <summary>Reads hand-made who-mentioned-whom gold: one JSON file an article, with its named entities and its edges.</summary>
public static class GoldEdgesReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">The JSON file.</param>
    /// <param name="id">The id of the article, or null for the file's own "article".</param>
    /// <param name="textOf">Gives the article's text by its id, or null where there is none.</param>
    /// <exception cref="GoldException">The file is malformed, an edge names an unknown entity, or there is no text.</exception>
    public static GoldArticle Read(string path, string? id, Func<string, string?> textOf)
    {
        FileForm file;
        try
        {
            file = JsonSerializer.Deserialize<FileForm>(File.ReadAllText(path), JsonForm.Strict)
                ?? throw new GoldException(path, "is empty");
        }
        catch (JsonException e)
        {
            throw new GoldException(path, e.Message, e);
        }
        id ??= file.Article;
        var text = textOf(id) ?? throw new GoldException(path, $"there is no text for the article '{id}'");
        var known = file.Entities.Select(e => e.Id).ToHashSet();
        foreach (var edge in file.Edges)
        {
            foreach (var end in new[] { edge.Speaker, edge.Mentioned })
            {
                if (!known.Contains(end))
                {
                    throw new GoldException(path, $"an edge names '{end}', which is none of the entities");
                }
            }
        }
        return new GoldArticle
        {
            Id = id,
            Text = text,
            Entities = [.. file.Entities.Select(e => new GoldEntity(e.Id, e.Type, e.Names, []))],
            Edges = [.. file.Edges.Select(e => new GoldEdge(e.Speaker, e.Mentioned, e.Via, e.Evidence, e.Optional)
            {
                Place = e.Evidence is null ? null : Passage.Find(text, e.Evidence),
            })],
        };
    }

    private sealed record FileForm(string Article, IReadOnlyList<EntityForm> Entities, IReadOnlyList<EdgeForm> Edges);

    private sealed record EntityForm(string Id, EntityType Type, IReadOnlyList<string> Names);

    private sealed record EdgeForm(string Speaker, string Mentioned, MentionKind Via, string? Evidence = null, bool Optional = false);
}
