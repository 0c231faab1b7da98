namespace EntityGraph.Matching;

/// <summary>Compares the entities of articles with one another.</summary>
public static class Comparing
{
    /// <summary>How likely entities are one whose names are listed as one; the list is short, and few pairs to train on are of it.</summary>
    private const double OfKnownNames = 0.99;

    /// <summary>Every pair that blocking brings together, the likeliest first.</summary>
    public static IReadOnlyList<MatchedPair> Pairs(IReadOnlyList<EntityProfile> profiles, Matcher matcher)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        var pairs = Features(profiles);
        var probabilities = matcher.Probabilities([.. pairs.Select(p => p.Features)]);
        return [.. pairs.Zip(probabilities, (p, probability) => new MatchedPair(
                p.One, p.Other, p.Features.IsKnown ? Math.Max(probability, OfKnownNames) : probability, p.Features.Reasons))
            .OrderByDescending(p => p.Probability).ThenBy(p => p.One.Id, StringComparer.Ordinal).ThenBy(p => p.Other.Id, StringComparer.Ordinal)];
    }

    /// <summary>The features of every pair that blocking brings together.</summary>
    internal static IReadOnlyList<(EntityProfile One, EntityProfile Other, PairFeatures Features)> Features(IReadOnlyList<EntityProfile> profiles)
    {
        var met = Blocking.Pairs([.. profiles.Select(p => (p.Type, (IReadOnlyCollection<string>)p.Names.Keys))]);
        var rivals = Rivals(profiles);
        return [.. met.OrderBy(p => p).Select(p => (profiles[p.One], profiles[p.Other], PairFeatures.Of(
            profiles[p.One], profiles[p.Other], rivals(profiles[p.One], profiles[p.Other]))))];
    }

    /// <summary>
    /// The ids that entities go by when all pairs of at least this probability are merged, the surest first; people whom an article
    /// names side by side stay apart, also by way of a third.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Merged(IEnumerable<MatchedPair> pairs, double threshold)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var groups = new Dictionary<string, List<EntityProfile>>(StringComparer.Ordinal);
        foreach (var pair in pairs.Where(p => p.Probability >= threshold))
        {
            var one = groups.GetValueOrDefault(pair.One.Id) ?? [pair.One];
            var other = groups.GetValueOrDefault(pair.Other.Id) ?? [pair.Other];
            if (one == other || one.Any(a => other.Any(b => SideBySide(a, b)))) continue;
            List<EntityProfile> joined = [.. one, .. other];
            joined.ForEach(p => groups[p.Id] = joined);
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.OrderByDescending(p => p.Articles.Count).ThenBy(p => p.Id, StringComparer.Ordinal).First().Id);
    }

    private static bool SideBySide(EntityProfile one, EntityProfile other) =>
        one.Type == EntityType.Person && other.Type == EntityType.Person && one.Articles.Overlaps(other.Articles);

    /// <summary>How many other entities share the last word of a name: the more there are, the less it says.</summary>
    private static Func<EntityProfile, EntityProfile, int> Rivals(IReadOnlyList<EntityProfile> profiles)
    {
        var byLast = profiles.SelectMany(p => p.Shapes.Select(s => s.Last).Distinct().Select(last => (last, p.Id)))
            .ToLookup(p => p.last, p => p.Id, StringComparer.Ordinal);
        return (one, other) => one.Shapes.Concat(other.Shapes).Where(s => s.Words.Count == 1).Select(s => s.Last).Distinct()
            .SelectMany(last => byLast[last]).Distinct().Count(id => id != one.Id && id != other.Id);
    }
}
