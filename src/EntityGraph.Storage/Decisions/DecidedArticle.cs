namespace EntityGraph.Storage.Decisions;

/// <summary>An article as the decisions make it, and which of them had a part in that.</summary>
internal sealed record DecidedArticle(AnnotatedArticle Annotated, IReadOnlyList<long> Decisions)
{
    /// <summary>Lays the decisions over an article as it was put, one after the other in the order in which they were made.</summary>
    public static DecidedArticle Of(AnnotatedArticle put, KnownDecisions known)
    {
        var annotated = put;
        var decisions = new List<long>();
        foreach (var decision in known.InOrder)
        {
            var changed = Ruled(annotated, decision);
            if (ReferenceEquals(changed, annotated)) continue;
            annotated = changed;
            decisions.Add(decision.Number);
        }

        return new DecidedArticle(annotated, decisions);
    }

    /// <summary>The article after one decision; the same object where it is not concerned.</summary>
    private static AnnotatedArticle Ruled(AnnotatedArticle annotated, Decision decision)
    {
        var article = annotated.Article.Id;
        return decision.Ruling switch
        {
            Ruling.Merge merge => Moved(annotated, merge.EntityIds, Named(decision, merge.IntoId)),
            Ruling.Separate separate when separate.ArticleIds.Contains(article) =>
                Moved(annotated, [separate.EntityId], decision.Entities.FirstOrDefault(e => e.Id == separate.IntoId), separate.IntoId!),
            Ruling.Retype retype when annotated.Entities.Any(e => e.Id == retype.EntityId) => annotated with
            {
                Entities = [.. annotated.Entities.Select(e => e.Id == retype.EntityId ? e with { Type = retype.Type } : e)],
            },
            Ruling.ChangeSpeaker change when change.ArticleId == article =>
                Correction.OfSpeaker(annotated, change.Content, change.SpeakerId is null ? null : Named(decision, change.SpeakerId)),
            Ruling.NotAStatement denied when denied.ArticleId == article => Correction.OfStatement(annotated, denied.Content),
            Ruling.ChangeMention change when change.ArticleId == article =>
                Correction.OfMention(annotated, change.Span, change.EntityId is null ? null : Named(decision, change.EntityId)),
            _ => annotated,
        };
    }

    /// <summary>Other ids for entities. They take the type of the one that they become, and keep the name that the article gives them.</summary>
    private static AnnotatedArticle Moved(AnnotatedArticle annotated, IReadOnlyCollection<string> ids, DecidedEntity? into, string? intoId = null)
    {
        if (!annotated.Entities.Any(e => ids.Contains(e.Id))) return annotated;
        var typed = annotated with
        {
            Entities = [.. annotated.Entities.Select(e => ids.Contains(e.Id) && into is not null ? e with { Type = into.Type } : e)],
        };
        return Resolution.Relabelled(typed, annotated.Entities.ToDictionary(e => e.Id, e => ids.Contains(e.Id) ? into?.Id ?? intoId! : e.Id));
    }

    private static DecidedEntity Named(Decision decision, string id) => decision.Entities.First(e => e.Id == id);
}
