namespace EntityGraph.Evaluation;

/// <summary>An edge that an article's annotations say: an entity mentioned in contents attributed to another.</summary>
/// <param name="Speaker">The id of the predicted entity that speaks.</param>
/// <param name="Mentioned">The id of the predicted entity spoken of.</param>
public readonly record struct PredictedEdge(string Speaker, string Mentioned);

/// <summary>How well one article's entities and edges were found.</summary>
public sealed record WhoMentionedWhom
{
    /// <summary>Entities aligned one to one whose types agree, against all predicted and all gold ones.</summary>
    public required Tally Entities { get; init; }

    /// <summary>The same with the type left out of account.</summary>
    public required Tally EntitiesUntyped { get; init; }

    /// <summary>Edges between entities aligned one to one, types left out of account.</summary>
    public required Tally Edges { get; init; }

    /// <summary>Edges where every predicted entity counts as its best gold one, so that a split entity costs nothing here.</summary>
    public required Tally EdgesMerged { get; init; }

    /// <summary>Required edges by how the gold says that the entity is mentioned: found and all.</summary>
    public required IReadOnlyDictionary<MentionKind, Tally> ByVia { get; init; }

    /// <summary>Which predicted entity is which gold one.</summary>
    public required EntityAlignment Alignment { get; init; }

    /// <summary>The required edges that were not found, in the gold's order.</summary>
    public required IReadOnlyList<GoldEdge> Missed { get; init; }

    /// <summary>The predicted edges that are none of the gold's, in the order of the attributions.</summary>
    public required IReadOnlyList<PredictedEdge> False { get; init; }

    /// <summary>The edges that an article's attributions make, each once, in order.</summary>
    public static IReadOnlyList<PredictedEdge> EdgesOf(AnnotatedArticle article) =>
        [.. article.Attributions.Where(a => a.SpeakerId is not null)
            .SelectMany(a => a.MentionedIds.Select(m => new PredictedEdge(a.SpeakerId!, m)))
            .Where(e => e.Speaker != e.Mentioned).Distinct()];

    /// <summary>Scores an article. Optional gold edges are neither asked for nor wrong.</summary>
    public static WhoMentionedWhom Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var entities = (gold.Entities ?? []).Where(e => e.Type is not null && e.Names.Count > 0).ToList();
        var alignment = new EntityAlignment(entities, predicted);
        var one = alignment.OneToOne;
        var typed = predicted.Entities.Count(e => one.TryGetValue(e.Id, out var g) && g.Type == e.Type);

        var edges = gold.Edges ?? [];
        var required = edges.Where(e => !e.Optional).Select(e => (e.Speaker, e.Mentioned)).ToHashSet();
        var optional = edges.Where(e => e.Optional).Select(e => (e.Speaker, e.Mentioned)).ToHashSet();
        var found = EdgesOf(predicted);
        var named = Named(found, one).Where(e => !optional.Contains(e.Key)).ToDictionary(e => e.Key, e => e.Value);
        var merged = Named(found, alignment.Merged).Keys.Where(e => !optional.Contains(e)).ToList();
        return new WhoMentionedWhom
        {
            Entities = Tally.Of(typed, predicted.Entities.Count, entities.Count),
            EntitiesUntyped = Tally.Of(one.Count, predicted.Entities.Count, entities.Count),
            Edges = Tally.Of(named.Keys.Count(required.Contains), named.Count, required.Count),
            EdgesMerged = Tally.Of(merged.Count(required.Contains), merged.Count, required.Count),
            ByVia = edges.Where(e => !e.Optional).GroupBy(e => e.Via).ToDictionary(g => g.Key, g =>
                Tally.Of(g.Count(e => named.ContainsKey((e.Speaker, e.Mentioned))), 0, g.Count())),
            Alignment = alignment,
            Missed = [.. edges.Where(e => !e.Optional && !named.ContainsKey((e.Speaker, e.Mentioned)))],
            False = [.. named.Where(e => !required.Contains(e.Key)).Select(e => e.Value)],
        };
    }

    // An entity that is none of the gold's keeps its own id, marked so that it can equal no gold id.
    private static Dictionary<(string Speaker, string Mentioned), PredictedEdge> Named(
        IReadOnlyList<PredictedEdge> edges, IReadOnlyDictionary<string, GoldEntity> alignment)
    {
        string Name(string id) => alignment.TryGetValue(id, out var gold) ? gold.Id : "predicted:" + id;
        var named = new Dictionary<(string, string), PredictedEdge>();
        foreach (var edge in edges)
        {
            named.TryAdd((Name(edge.Speaker), Name(edge.Mentioned)), edge);
        }
        return named;
    }
}
