namespace EntityGraph.Evaluation.Tests;

/// <summary>Builds small annotated and gold articles whose spans are given by their words.</summary>
internal sealed class Written(string text)
{
    private readonly List<AnnotatedEntity> _entities = [];
    private readonly List<Attribution> _attributions = [];

    public string Text => text;

    /// <summary>Where the words stand for the n-th time (from 1).</summary>
    public TextSpan At(string words, int time = 1)
    {
        var at = -1;
        for (var i = 0; i < time; i++)
        {
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words}' does not stand {time} times in '{text}'");
        }
        return new TextSpan(at, at + words.Length);
    }

    public Written Entity(string id, EntityType type, params TextSpan[] names) =>
        Mentioned(id, type, [.. names.Select(n => new Mention(n, MentionKind.Name))]);

    public Written Mentioned(string id, EntityType type, params Mention[] mentions)
    {
        _entities.Add(new AnnotatedEntity(id, type, mentions[0].Span.In(text), mentions));
        return this;
    }

    public Written Says(string? speaker, TextSpan? source, TextSpan? cue, TextSpan content, string[]? of = null, double confidence = 1)
    {
        _attributions.Add(new Attribution
        {
            Id = $"a{_attributions.Count + 1}",
            SpeakerId = speaker,
            Kind = AttributionKind.Indirect,
            Source = source is { } s ? [s] : [],
            Cue = cue is { } c ? [c] : [],
            Content = [content],
            MentionedIds = of ?? [],
            Confidence = confidence,
        });
        return this;
    }

    public AnnotatedArticle Annotated() => new()
    {
        Article = new Article { Id = "x", Text = text },
        Entities = [.. _entities],
        Attributions = [.. _attributions],
    };

    public GoldArticle Gold() => new() { Id = "x", Text = text };
}
