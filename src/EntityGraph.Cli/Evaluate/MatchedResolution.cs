using EntityGraph.Matching;

namespace EntityGraph.Cli.Evaluate;

/// <summary>Ids by name and type, and merged where a matcher is sure enough.</summary>
internal sealed class MatchedResolution(Matcher matcher, double threshold)
{
    /// <summary>Gives the articles of one graph their ids.</summary>
    public Func<AnnotatedArticle, AnnotatedArticle> Over(IEnumerable<AnnotatedArticle> articles)
    {
        var profiles = EntityProfile.Of(articles.Select(Resolution.ByName)).Values.ToList();
        var merged = Comparing.Merged(Comparing.Pairs(profiles, matcher), threshold);
        return article =>
        {
            var byName = Resolution.ByName(article);
            return Resolution.Relabelled(byName, byName.Entities.ToDictionary(e => e.Id, e => merged.GetValueOrDefault(e.Id, e.Id)));
        };
    }
}
