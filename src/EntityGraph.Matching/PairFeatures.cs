using Microsoft.ML.Data;

namespace EntityGraph.Matching;

/// <summary>What is known of two entities that may be one, in numbers. The order of the two makes no difference.</summary>
public sealed class PairFeatures
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 22;

    /// <summary>The numbers.</summary>
    [VectorType(Count)]
    public float[] Features { get; set; } = [];

    /// <summary>Whether they are one; for training.</summary>
    public bool Label { get; set; }

    /// <summary>Whether their names are listed as one: a country's, a body's.</summary>
    [NoColumn]
    public bool IsKnown { get; private set; }

    /// <summary>What speaks for or against it, in words.</summary>
    [NoColumn]
    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    /// <summary>Looks at two entities.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="rivals">How many other entities either could be by its name.</param>
    public static PairFeatures Of(EntityProfile one, EntityProfile other, int rivals)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var best = (
            from a in one.Shapes
            from b in other.Shapes
            let names = new NamePair(a, b)
            orderby names.Closeness descending, a.Folded, b.Folded
            select names).First();
        var alias = one.Names.Keys.Select(n => KnownNames.Of(n, one.Type)).OfType<string>()
            .Intersect(other.Names.Keys.Select(n => KnownNames.Of(n, other.Type)).OfType<string>()).FirstOrDefault();
        var shared = one.Company.Intersect(other.Company).Order(StringComparer.Ordinal).ToList();
        var words = one.Context.Intersect(other.Context).Order(StringComparer.Ordinal).ToList();
        var conflict = GenderConflict(one, other);
        // An article that names two people side by side keeps them apart; "UK" and "Britain" stand side by side and are one.
        var together = one.Type == EntityType.Person && one.Articles.Overlaps(other.Articles);
        var people = one.Type == EntityType.Person && other.Type == EntityType.Person;
        float[] features =
        [
            one.Type == other.Type ? 1 : 0,
            people ? 1 : 0,
            one.Type == EntityType.Organisation && other.Type == EntityType.Organisation ? 1 : 0,
            best.Same ? 1 : 0,
            best.Contained ? 1 : 0,
            best.Overlap,
            best.Likeness,
            best.Acronym ? 1 : 0,
            alias is null ? 0 : 1,
            best.SameLast ? 1 : 0,
            people && best.Given == GivenNames.Same ? 1 : 0,
            people && best.Given == GivenNames.Compatible ? 1 : 0,
            people && best.Given == GivenNames.Missing ? 1 : 0,
            people && best.Given == GivenNames.Conflicting ? 1 : 0,
            best.SoundsAlike ? 1 : 0,
            best.Different ? 1 : 0,
            conflict ? 1 : 0,
            MathF.Log(1 + shared.Count),
            words.Count / MathF.Sqrt(Math.Max(1, one.Context.Count * other.Context.Count)),
            best.Shortest == 1 ? 1 : 0,
            MathF.Log(1 + rivals),
            together ? 1 : 0,
        ];
        return new PairFeatures { Features = features, IsKnown = alias is not null && one.Type == other.Type, Reasons = [.. Tell(best, people, alias, shared, words, conflict, together, rivals)] };
    }

    private static bool GenderConflict(EntityProfile one, EntityProfile other)
    {
        var (a, b) = (Gender(one), Gender(other));
        return a * b < 0;

        static int Gender(EntityProfile profile) =>
            profile.Type != EntityType.Person ? 0 : profile.Shapes.Sum(s => 3 * s.Gender) + profile.Pronouned;
    }

    private static IEnumerable<Reason> Tell(
        NamePair best, bool people, string? alias, List<string> shared, List<string> words, bool conflict, bool together, int rivals)
    {
        if (best.Same) yield return new Reason("same name", best.One);
        if (alias is not null) yield return new Reason("names of one", alias);
        if (best.Acronym) yield return new Reason("acronym", $"{best.One}, {best.Other}");
        if (!best.Same && best.Contained) yield return new Reason("one name holds the other", $"{best.One}, {best.Other}");
        if (people && best.Given == GivenNames.Compatible) yield return new Reason("given names may be one", $"{best.One}, {best.Other}");
        if (people && best.Given == GivenNames.Conflicting) yield return new Reason("given names differ", $"{best.One}, {best.Other}");
        if (!best.SameLast && best.SoundsAlike) yield return new Reason("sound alike", $"{best.One}, {best.Other}");
        if (!best.Same && !best.Contained && best.Likeness > 0.8f) yield return new Reason("spelt alike", $"{best.One}, {best.Other}");
        if (best.Different) yield return new Reason("told apart by", $"{best.One}, {best.Other}");
        if (conflict) yield return new Reason("he and she", $"{best.One}, {best.Other}");
        if (shared.Count > 0) yield return new Reason("in the same company", string.Join(", ", shared.Take(3)));
        if (words.Count > 0) yield return new Reason("described alike", string.Join(", ", words.Take(3)));
        if (together) yield return new Reason("in one article", "an article names both");
        if (rivals > 0) yield return new Reason("others of such a name", $"{rivals}");
    }
}
