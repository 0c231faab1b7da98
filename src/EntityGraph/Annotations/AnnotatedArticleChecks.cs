namespace EntityGraph;

/// <summary>Whether an annotated article holds together: what every store can rely on before it writes anything.</summary>
public static class AnnotatedArticleChecks
{
    /// <summary>Itself, if its ids are known and unique, its spans lie inside the text and its confidences between 0 and 1.</summary>
    /// <exception cref="ArgumentException">Something is amiss; the message names the article and the fault.</exception>
    public static AnnotatedArticle Checked(this AnnotatedArticle annotated)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        var article = annotated.Article;
        Demand(article.Id.Length > 0, "it has no id");
        var entities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in annotated.Entities)
        {
            Demand(entity.Id.Length > 0 && entities.Add(entity.Id), $"entity '{entity.Id}' is there twice or has no id");
            Demand(!string.IsNullOrWhiteSpace(entity.Name), $"entity '{entity.Id}' has no name");
            foreach (var mention in entity.Mentions)
            {
                Inside(mention.Span, "a mention");
                Likely(mention.Confidence, "a mention");
            }
        }

        var behind = 0;
        foreach (var sentence in annotated.Sentences)
        {
            Inside(sentence, "a sentence");
            Demand(sentence.Start >= behind, "its sentences overlap or are out of order");
            behind = sentence.End;
        }

        var attributions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribution in annotated.Attributions)
        {
            var what = $"attribution '{attribution.Id}'";
            Demand(attribution.Id.Length > 0 && attributions.Add(attribution.Id), $"{what} is there twice or has no id");
            Demand(attribution.Content.Count > 0, $"{what} has no content");
            foreach (var span in attribution.Source.Concat(attribution.Cue).Concat(attribution.Content)) Inside(span, what);
            Likely(attribution.Confidence, what);
            Demand(attribution.SpeakerId is null || entities.Contains(attribution.SpeakerId), $"{what} has an unknown speaker");
            Demand(attribution.MentionedIds.All(entities.Contains), $"{what} mentions an unknown entity");
            Demand(attribution.MentionedIds.Distinct().Count() == attribution.MentionedIds.Count, $"{what} mentions an entity twice");
            Demand(attribution.SpeakerId is null || !attribution.MentionedIds.Contains(attribution.SpeakerId), $"{what} mentions its speaker");
        }

        foreach (var role in annotated.Roles)
        {
            Demand(entities.Contains(role.HolderId), "a role has an unknown holder");
            Demand(role.OrganisationId is null || entities.Contains(role.OrganisationId), "a role has an unknown organisation");
            Inside(role.Evidence, "a role");
        }

        return annotated;

        void Inside(TextSpan span, string what) =>
            Demand(span.Start >= 0 && span.Start < span.End && span.End <= article.Text.Length,
                $"{what} lies outside the text: {span.Start}..{span.End} of {article.Text.Length}");

        void Likely(double confidence, string what) => Demand(confidence is >= 0 and <= 1, $"{what} has a confidence outside 0 to 1");

        void Demand(bool holds, string fault)
        {
            if (!holds) throw new ArgumentException($"Article '{article.Id}' cannot be stored: {fault}.", nameof(annotated));
        }
    }
}
