using System.Text.Json;

namespace EntityGraph.Evaluation;

/// <summary>
/// Reads what <c>entitygraph extract --format jsonl</c>, or any other program that writes the same form, found in articles.
/// The edges of the file are not read: they follow from its attributions.
/// </summary>
public static class ExtractJsonReader
{
    /// <summary>Reads a file, an article a line; the key is the name of the article's path without its extension.</summary>
    /// <exception cref="GoldException">A line is malformed or its spans do not fit its text, or two articles have one name.</exception>
    public static IReadOnlyDictionary<string, AnnotatedArticle> Read(string path)
    {
        var articles = new Dictionary<string, AnnotatedArticle>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var place = $"{path} line {number}";
            var (id, article) = Parse(line, place);
            if (!articles.TryAdd(id, article))
            {
                throw new GoldException(place, $"the article '{id}' comes twice");
            }
        }
        return articles;
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="GoldException">The line is malformed or its spans do not fit its text.</exception>
    public static (string Id, AnnotatedArticle Article) Parse(string line, string place)
    {
        LineForm form;
        try
        {
            form = JsonSerializer.Deserialize<LineForm>(line, JsonForm.Strict) ?? throw new GoldException(place, "is empty");
        }
        catch (JsonException e)
        {
            throw new GoldException(place, e.Message, e);
        }
        CheckIds(form, place);
        var text = form.Article.Text;
        var offsets = Offsets(form, text, place);
        IReadOnlyList<TextSpan> Spans(IReadOnlyList<SpanForm>? spans) =>
            [.. (spans ?? []).Select(s => new TextSpan(offsets(s.Start), offsets(s.End)))];
        return (Path.GetFileNameWithoutExtension(form.Article.Path ?? form.Article.Title ?? place), new AnnotatedArticle
        {
            Article = new Article { Id = ContentId.OfArticle(text, null, null), Text = text, Title = form.Article.Title },
            Entities = [.. form.Entities.Select(e => new AnnotatedEntity(e.Id, e.Type, e.Name,
                [.. e.Mentions.Select(m => new Mention(new TextSpan(offsets(m.Start), offsets(m.End)), m.Kind))]))],
            Attributions = [.. form.Attributions.Select(a => new Attribution
            {
                Id = a.Id,
                SpeakerId = a.Speaker,
                Kind = a.Kind,
                Source = Spans(a.Source),
                Cue = Spans(a.Cue),
                Content = Spans(a.Content),
                MentionedIds = a.Mentions ?? [],
                Confidence = a.Confidence ?? 1.0,
            })],
        });
    }

    private static void CheckIds(LineForm form, string place)
    {
        var known = new HashSet<string>();
        foreach (var entity in form.Entities)
        {
            if (!known.Add(entity.Id))
            {
                throw new GoldException(place, $"the entity '{entity.Id}' comes twice");
            }
            if (entity.Mentions.All(m => m.Kind != MentionKind.Name))
            {
                throw new GoldException(place, $"the entity '{entity.Id}' has no mention by name");
            }
        }
        foreach (var attribution in form.Attributions)
        {
            if (attribution.Content.Count == 0)
            {
                throw new GoldException(place, $"the attribution '{attribution.Id}' has no content");
            }
            foreach (var id in (attribution.Mentions ?? []).Concat(attribution.Speaker is { } s ? [s] : []))
            {
                if (!known.Contains(id))
                {
                    throw new GoldException(place, $"the attribution '{attribution.Id}' names '{id}', which is none of the entities");
                }
            }
        }
    }

    // The form counts UTF-16 code units; programs in other languages tend to count code points. The words that stand beside
    // every span tell the two apart.
    private static Func<int, int> Offsets(LineForm form, string text, string place)
    {
        var spans = form.Entities.SelectMany(e => e.Mentions)
            .Concat(form.Attributions.SelectMany(a => (a.Source ?? []).Concat(a.Cue ?? []).Concat(a.Content))).ToList();
        bool Fits(Func<int, int> map) => spans.All(s =>
            map(s.Start) >= 0 && map(s.Start) <= map(s.End) && map(s.End) <= text.Length
            && (s.Text is null || s.Text == text[map(s.Start)..map(s.End)]));
        if (Fits(i => i))
        {
            return i => i;
        }
        var points = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            points.Add(i);
        }
        points.Add(text.Length);
        int Map(int i) => i >= 0 && i < points.Count ? points[i] : -1;
        return Fits(Map) ? Map : throw new GoldException(place, "the spans do not fit the text");
    }

    private sealed record LineForm(ArticleForm Article, IReadOnlyList<EntityForm> Entities, IReadOnlyList<AttributionForm> Attributions);

    private sealed record ArticleForm(string Text, string? Path = null, string? Title = null);

    private sealed record EntityForm(string Id, EntityType Type, string Name, IReadOnlyList<MentionForm> Mentions);

    private record SpanForm(int Start, int End, string? Text = null);

    private sealed record MentionForm(int Start, int End, MentionKind Kind, string? Text = null) : SpanForm(Start, End, Text);

    private sealed record AttributionForm(
        string Id,
        AttributionKind Kind,
        IReadOnlyList<SpanForm> Content,
        string? Speaker = null,
        IReadOnlyList<SpanForm>? Source = null,
        IReadOnlyList<SpanForm>? Cue = null,
        IReadOnlyList<string>? Mentions = null,
        double? Confidence = null);
}
