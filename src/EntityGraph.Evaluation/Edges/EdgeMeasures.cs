namespace EntityGraph.Evaluation;

/// <summary>Named entities of an article, aligned by name.</summary>
public sealed class EntityMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "entities";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
    [
        Part.Macro("typed", "macro F1, types agree"),
            Part.Micro("typed", "micro F1, types agree"),
            Part.Macro("untyped", "macro F1, any type"),
    ];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Edges is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var score = WhoMentionedWhom.Of(gold, predicted);
        var found = score.Alignment.OneToOne;
        var extra = predicted.Entities.Where(e => !found.ContainsKey(e.Id) || found[e.Id].Type != e.Type).Select(e =>
        {
            var what = found.TryGetValue(e.Id, out var g) ? $"{e.Type} that is {g.Type}" : $"{e.Type} that is no entity";
            return Example.Of(Name, gold, what, e.Mentions.First(m => m.Kind == MentionKind.Name).Span);
        });
        var taken = found.Values.Select(g => g.Id).ToHashSet();
        var missed = (gold.Entities ?? []).Where(e => e.Type is not null && !taken.Contains(e.Id))
            .Select(e => (Entity: e, Place: e.Names.Select(n => Passage.Find(gold.Text, n)).FirstOrDefault(p => p is not null)))
            .Where(x => x.Place is not null)
            .Select(x => Example.Of(Name, gold, $"missed {x.Entity.Type}", x.Place!.Value));
        return new Measurement(
            new Dictionary<string, Tally> { ["typed"] = score.Entities, ["untyped"] = score.EntitiesUntyped }, [.. missed, .. extra]);
    }
}

/// <summary>Who mentions whom in an article.</summary>
public sealed class EdgeMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "who mentioned whom";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
    [
        Part.Macro("edges", "macro F1"), Part.Micro("edges", "micro F1"),
        .. Enum.GetValues<MentionKind>().Select(k => Part.Recall(k.ToString(), $"recall, mentioned by {Names.Of(k)}")),
        Part.Macro("merged", "macro F1, split entities merged"), Part.Micro("merged", "micro F1, split entities merged"),
    ];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Edges is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var score = WhoMentionedWhom.Of(gold, predicted);
        var counts = score.ByVia.ToDictionary(v => v.Key.ToString(), v => v.Value);
        counts["edges"] = score.Edges;
        counts["merged"] = score.EdgesMerged;
        // Their errors are listed in full, with causes: see EdgeErrors.
        return new Measurement(counts, []);
    }
}
