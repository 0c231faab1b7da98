namespace EntityGraph.Storage;

/// <summary>Cuts the words that prove something out of the articles that hold them.</summary>
internal static class Proof
{
    /// <summary>An article's attribution as evidence.</summary>
    /// <param name="annotated">The article.</param>
    /// <param name="position">Which of its attributions.</param>
    /// <param name="statementId">The statement that it gives.</param>
    /// <param name="node">Gives the node of an entity's id.</param>
    /// <param name="alsoIn">The other articles with the statement.</param>
    public static Evidence OfStatement(
        AnnotatedArticle annotated, int position, string statementId, Func<string, GraphNode> node, IReadOnlyList<ArticleSummary> alsoIn)
    {
        var attribution = annotated.Attributions[position];
        var passage = Passages.Of(Passages.SentencesOf(annotated), attribution);
        return new Evidence
        {
            AttributionId = attribution.Id,
            StatementId = statementId,
            Article = ArticleSummary.Of(annotated),
            Speaker = attribution.SpeakerId is null ? null : node(attribution.SpeakerId),
            Mentioned = [.. attribution.MentionedIds.Select(node)],
            Kind = attribution.Kind,
            Confidence = attribution.Confidence,
            Passage = passage.In(annotated.Article.Text),
            PassageStart = passage.Start,
            Source = attribution.Source,
            Cue = attribution.Cue,
            Content = attribution.Content,
            Mentions = Marked(annotated, _ => true, m => passage.Contains(m.Span)),
            AlsoIn = alsoIn,
        };
    }

    /// <summary>A sentence of an article in which two entities stand.</summary>
    public static SharedSentence OfSentence(AnnotatedArticle annotated, int sentence, string firstId, string secondId)
    {
        var sentences = Passages.SentencesOf(annotated);
        return new SharedSentence(
            ArticleSummary.Of(annotated), sentences[sentence].In(annotated.Article.Text), sentences[sentence].Start,
            Marked(annotated, e => e.Id == firstId || e.Id == secondId, m => Passages.SentenceAt(sentences, m.Span.Start) == sentence));
    }

    private static IReadOnlyList<MarkedMention> Marked(AnnotatedArticle annotated, Func<AnnotatedEntity, bool> whose, Func<Mention, bool> which) =>
        [.. annotated.Entities.Where(whose)
            .SelectMany(e => e.Mentions.Where(which).Select(m => new MarkedMention(e.Id, m.Span, m.Kind)))
            .OrderBy(m => m.Span).ThenBy(m => m.EntityId, StringComparer.Ordinal)];
}
