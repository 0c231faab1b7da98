namespace EntityGraph;

/// <summary>Gives an article's entities and attributions the ids that they have in the graph.</summary>
public static class Resolution
{
    /// <summary>
    /// Ids by type and name alone: two articles' entities are one where both their types and their fullest names agree.
    /// Entities of the article that come out as one are joined.
    /// </summary>
    public static AnnotatedArticle ByName(AnnotatedArticle annotated)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        return Relabelled(annotated, annotated.Entities.ToDictionary(e => e.Id, e => ContentId.OfEntity(e.Type, e.Name)));
    }

    /// <summary>
    /// The article with other ids for its entities, and ids for its attributions that go with them. Entities that come out as one
    /// are joined: the name and type are those of the one that had this id before, else of the first.
    /// </summary>
    /// <param name="annotated">The article.</param>
    /// <param name="ids">The new id of each entity.</param>
    public static AnnotatedArticle Relabelled(AnnotatedArticle annotated, IReadOnlyDictionary<string, string> ids)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        ArgumentNullException.ThrowIfNull(ids);
        var entities = annotated.Entities
            .GroupBy(e => ids[e.Id])
            .Select(g => (g.FirstOrDefault(e => e.Id == g.Key) ?? g.First()) with
            {
                Id = g.Key,
                Mentions = [.. g.SelectMany(e => e.Mentions).OrderBy(m => m.Span)],
            });
        var attributions = annotated.Attributions
            .Select(a => a with
            {
                Id = ContentId.OfAttribution(annotated.Article.Id, a.SpeakerId is null ? null : ids[a.SpeakerId], a.Content[0]),
                SpeakerId = a.SpeakerId is null ? null : ids[a.SpeakerId],
                MentionedIds = [.. a.MentionedIds.Select(m => ids[m]).Distinct().Where(m => a.SpeakerId is null || m != ids[a.SpeakerId])],
            })
            .DistinctBy(a => a.Id);
        return annotated with
        {
            Entities = [.. entities],
            Attributions = [.. attributions],
            Roles = [.. annotated.Roles.Select(r => r with
            {
                HolderId = ids[r.HolderId],
                OrganisationId = r.OrganisationId is null ? null : ids[r.OrganisationId],
            })],
        };
    }
}
