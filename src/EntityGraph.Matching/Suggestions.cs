namespace EntityGraph.Matching;

/// <summary>
/// Looks through a graph for entities that are likely one, and for one that is likely two. What the shown names bring together is
/// compared by a few articles of each, so that the work stays bounded however large the graph is.
/// </summary>
public sealed class Suggestions(IGraphStore store, Matcher matcher)
{
    private const int MostPairs = 400;
    private const int MostDoubtful = 60;
    private const int ArticlesEach = 3;
    private const int MostArticlesOfOne = 12;
    private const double LeastProbability = 0.35;
    private readonly Dictionary<string, AnnotatedArticle> read = new(StringComparer.Ordinal);

    /// <summary>The suggestions, the likeliest first. What people decided otherwise is not suggested again.</summary>
    public async Task<IReadOnlyList<Suggestion>> FindAsync(CancellationToken cancellation = default)
    {
        var nodes = new List<GraphNode>();
        await foreach (var node in store.AllNodesAsync(cancellation).ConfigureAwait(false)) nodes.Add(node);
        var settled = await SettledAsync(cancellation).ConfigureAwait(false);
        var found = await MergesAsync(nodes, settled, cancellation).ConfigureAwait(false);
        found.AddRange(await SeparationsAsync(nodes, cancellation).ConfigureAwait(false));
        return [.. found.OrderByDescending(s => s.Probability).ThenBy(s => s.Entities[0].Id, StringComparer.Ordinal)];
    }

    private async Task<List<Suggestion>> MergesAsync(List<GraphNode> nodes, HashSet<(string, string)> settled, CancellationToken cancellation)
    {
        var chosen = Blocking.Pairs([.. nodes.Select(n => (n.Type, (IReadOnlyCollection<string>)[n.Name]))])
            .Select(p => (One: nodes[p.One], Other: nodes[p.Other]))
            .Where(p => !settled.Contains(InOrder(p.One.Id, p.Other.Id)))
            .Select(p => (p.One, p.Other, Closeness: Closeness(p.One, p.Other)))
            .OrderByDescending(p => p.Closeness).ThenByDescending(p => Math.Min(p.One.Articles, p.Other.Articles))
            .ThenBy(p => p.One.Id, StringComparer.Ordinal).ThenBy(p => p.Other.Id, StringComparer.Ordinal)
            .Take(MostPairs).ToList();
        var byId = chosen.SelectMany(p => new[] { p.One, p.Other }).DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        foreach (var node in byId.Values) await ReadAsync(node, ArticlesEach, cancellation).ConfigureAwait(false);
        var profiles = EntityProfile.Of(read.Values, byId.Keys.ToHashSet(StringComparer.Ordinal)).Values.ToList();
        var wanted = chosen.Select(p => InOrder(p.One.Id, p.Other.Id)).ToHashSet();
        return [.. Comparing.Pairs(profiles, matcher)
            .Where(p => p.Probability >= LeastProbability && wanted.Contains(InOrder(p.One.Id, p.Other.Id)))
            .Select(p => Merge(byId[p.One.Id], byId[p.Other.Id], p))];
    }

    private async Task<List<Suggestion>> SeparationsAsync(List<GraphNode> nodes, CancellationToken cancellation)
    {
        var found = new List<Suggestion>();
        var doubtful = nodes.Where(n => n.Type == EntityType.Person && n.Articles is > 1 and <= MostArticlesOfOne)
            .OrderByDescending(n => n.Articles).ThenBy(n => n.Id, StringComparer.Ordinal).Take(MostDoubtful);
        foreach (var node in doubtful)
        {
            var articles = await ReadAsync(node, MostArticlesOfOne, cancellation).ConfigureAwait(false);
            var groups = Companies.Of(node.Id, articles);
            if (groups.Count < 2) continue;
            var (many, few) = (groups[0], groups[^1]);
            var features = PairFeatures.Of(EntityProfile.Of(node.Id, node.Type, many), EntityProfile.Of(node.Id, node.Type, few), rivals: 0);
            var probability = 1 - matcher.Probabilities([features])[0];
            if (probability < LeastProbability) continue;
            found.Add(new Suggestion(
                new Ruling.Separate(node.Id, [.. few.Select(a => a.Article.Id)]), probability, [node],
                [.. features.Reasons, new Reason("no company in common", string.Join("; ", few.Take(3).Select(a => ArticleSummary.Of(a).Title)))]));
        }

        return found;
    }

    /// <summary>The pairs of which it is decided that they are two, or that were one and are no more.</summary>
    private async Task<HashSet<(string, string)>> SettledAsync(CancellationToken cancellation)
    {
        var settled = new HashSet<(string, string)>();
        for (var offset = 0; ; offset += PageRequest.MaxLimit)
        {
            var page = await store.DecisionsAsync(new DecisionQuery { Page = new PageRequest(offset, PageRequest.MaxLimit) }, cancellation).ConfigureAwait(false);
            foreach (var decision in page.Items)
            {
                switch (decision.Ruling)
                {
                    case Ruling.DoNotMerge apart when decision.UndoneAt is null:
                        settled.Add(InOrder(apart.FirstId, apart.SecondId));
                        break;
                    case Ruling.Separate { IntoId: not null } separate when decision.UndoneAt is null:
                        settled.Add(InOrder(separate.EntityId, separate.IntoId));
                        break;
                    case Ruling.Merge merge when decision.UndoneAt is not null:
                        settled.UnionWith(merge.EntityIds.Select(id => InOrder(id, merge.IntoId)));
                        break;
                }
            }

            if (page.Items.Count < PageRequest.MaxLimit) return settled;
        }
    }

    private async Task<IReadOnlyList<AnnotatedArticle>> ReadAsync(GraphNode node, int most, CancellationToken cancellation)
    {
        var listed = await store.ArticlesAsync(new ArticleQuery { EntityId = node.Id, Page = new PageRequest(0, most) }, cancellation).ConfigureAwait(false);
        var articles = new List<AnnotatedArticle>();
        foreach (var summary in listed.Items)
        {
            // An article may have gone since it was listed.
            if (!read.TryGetValue(summary.Id, out var article) && await store.ArticleAsync(summary.Id, cancellation).ConfigureAwait(false) is { } fresh)
                read.Add(summary.Id, article = fresh);
            if (article is not null) articles.Add(article);
        }

        return articles;
    }

    /// <summary>The one with more articles stays; of equals the one with the longer name.</summary>
    private static Suggestion Merge(GraphNode one, GraphNode other, MatchedPair pair)
    {
        var (into, from) = (one.Articles, one.Name.Length).CompareTo((other.Articles, other.Name.Length)) >= 0 ? (one, other) : (other, one);
        return new Suggestion(new Ruling.Merge([from.Id], into.Id), pair.Probability, [into, from], pair.Reasons);
    }

    private static float Closeness(GraphNode one, GraphNode other)
    {
        if (KnownNames.Of(one.Name, one.Type) is { } known && known == KnownNames.Of(other.Name, other.Type)) return float.MaxValue;
        var names = new NamePair(new NameShape(one.Name, one.Type), new NameShape(other.Name, other.Type));
        return names.Closeness - (one.Type == EntityType.Person && names.Given == GivenNames.Conflicting ? 1 : 0);
    }

    private static (string, string) InOrder(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
