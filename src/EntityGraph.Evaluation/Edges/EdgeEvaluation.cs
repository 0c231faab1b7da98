namespace EntityGraph.Evaluation;

/// <summary>Who mentioned whom over a set of articles.</summary>
/// <param name="Articles">Each article's id and score, in the order of the gold.</param>
/// <param name="Errors">Every missed and every false edge.</param>
public sealed record EdgeEvaluation(IReadOnlyList<(string Id, WhoMentionedWhom Score)> Articles, IReadOnlyList<EdgeError> Errors)
{
    /// <summary>Scores the articles; one without a prediction scores as one in which nothing was found.</summary>
    public static EdgeEvaluation Of(IEnumerable<GoldArticle> gold, Func<GoldArticle, AnnotatedArticle> predictionOf)
    {
        var articles = new List<(string, WhoMentionedWhom)>();
        var errors = new List<EdgeError>();
        foreach (var article in gold)
        {
            var predicted = predictionOf(article);
            var score = WhoMentionedWhom.Of(article, predicted);
            articles.Add((article.Id, score));
            errors.AddRange(EdgeErrors.Of(article, predicted, score));
        }
        return new EdgeEvaluation(articles, errors);
    }
}
