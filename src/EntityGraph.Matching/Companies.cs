namespace EntityGraph.Matching;

/// <summary>Puts the articles that name an entity into groups that have nobody and nothing else in common.</summary>
internal static class Companies
{
    /// <summary>The groups, the largest first.</summary>
    public static IReadOnlyList<IReadOnlyList<AnnotatedArticle>> Of(string entityId, IReadOnlyList<AnnotatedArticle> articles)
    {
        var groups = new List<(List<AnnotatedArticle> Articles, HashSet<string> Company)>();
        foreach (var article in articles)
        {
            var company = article.Entities.Select(e => e.Id).Where(id => id != entityId).ToHashSet(StringComparer.Ordinal);
            var met = groups.Where(g => g.Company.Overlaps(company)).ToList();
            groups.RemoveAll(met.Contains);
            groups.Add(([.. met.SelectMany(g => g.Articles), article], [.. met.SelectMany(g => g.Company), .. company]));
        }

        return [.. groups.Select(g => g.Articles).OrderByDescending(g => g.Count).ThenBy(g => g[0].Article.Id, StringComparer.Ordinal)];
    }
}
