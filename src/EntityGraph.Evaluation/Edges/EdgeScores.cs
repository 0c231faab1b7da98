namespace EntityGraph.Evaluation;

/// <summary>The figures of who-mentioned-whom.</summary>
public static class EdgeScores
{
    /// <summary>Entities and edges, macro and micro, and the recall of edges by the way in which the entity is mentioned.</summary>
    public static IEnumerable<Score> Of(IReadOnlyList<WhoMentionedWhom> articles, string? genre = null)
    {
        const string Entities = "entities", Edges = "who mentioned whom", Merged = "who mentioned whom, split entities merged";
        List<Tally> Each(Func<WhoMentionedWhom, Tally> part) => [.. articles.Select(part)];
        yield return Score.Macro(Entities, "macro F1, types agree", Each(a => a.Entities), genre);
        yield return Score.Micro(Entities, "micro F1, types agree", Each(a => a.Entities), genre);
        yield return Score.Macro(Entities, "macro F1, any type", Each(a => a.EntitiesUntyped), genre);
        yield return Score.Macro(Edges, "macro F1", Each(a => a.Edges), genre);
        yield return Score.Micro(Edges, "micro F1", Each(a => a.Edges), genre);
        foreach (var via in Enum.GetValues<MentionKind>())
        {
            yield return Score.Share(Edges, $"recall, mentioned by {via.ToString().ToLowerInvariant()}", Each(a => a.ByVia.GetValueOrDefault(via)), genre);
        }
        yield return Score.Macro(Merged, "macro F1", Each(a => a.EdgesMerged), genre);
        yield return Score.Micro(Merged, "micro F1", Each(a => a.EdgesMerged), genre);
    }
}
