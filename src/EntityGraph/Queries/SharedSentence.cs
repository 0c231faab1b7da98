namespace EntityGraph;

/// <summary>A sentence in which two entities stand.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passage">The words of the sentence.</param>
/// <param name="PassageStart">Its offset in the article's text.</param>
/// <param name="Mentions">The mentions of the two in it, as offsets into the article's text.</param>
public sealed record SharedSentence(ArticleSummary Article, string Passage, int PassageStart, IReadOnlyList<MarkedMention> Mentions);
