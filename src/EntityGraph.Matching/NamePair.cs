using EntityGraph.Storage;

namespace EntityGraph.Matching;

/// <summary>How two given names stand to each other.</summary>
internal enum GivenNames
{
    /// <summary>They are one.</summary>
    Same,

    /// <summary>An initial, or a short form.</summary>
    Compatible,

    /// <summary>One of the two names has none.</summary>
    Missing,

    /// <summary>They are two.</summary>
    Conflicting,
}

/// <summary>Two names side by side.</summary>
internal sealed class NamePair
{
    public NamePair(NameShape one, NameShape other)
    {
        (One, Other) = (one.Folded, other.Folded);
        Same = one.Folded == other.Folded;
        var common = one.Words.Intersect(other.Words).Count();
        Shortest = Math.Min(one.Words.Count, other.Words.Count);
        Contained = Shortest > 0 && common == Shortest;
        Overlap = common / (float)Math.Max(1, one.Words.Union(other.Words).Count());
        var longest = Math.Max(one.Folded.Length, other.Folded.Length);
        Likeness = longest == 0 ? 0 : 1 - (Misspelling.Distance(one.Folded, other.Folded, longest, asBeginning: false) / (float)longest);
        Acronym = !Same && (IsAcronym(one, other) || IsAcronym(other, one));
        SameLast = one.Last == other.Last;
        SoundsAlike = Phonetic.Of(one.Last) == Phonetic.Of(other.Last);
        Given = GivenOf(one, other);
        Different = one.Suffix != other.Suffix || !Digits(one).SetEquals(Digits(other));
    }

    public string One { get; }

    public string Other { get; }

    public bool Same { get; }

    public bool Contained { get; }

    public float Overlap { get; }

    public float Likeness { get; }

    public bool Acronym { get; }

    public bool SameLast { get; }

    public bool SoundsAlike { get; }

    public GivenNames Given { get; }

    /// <summary>Whether a number or "jr" tells them apart: "Apollo 11" is not "Apollo 13".</summary>
    public bool Different { get; }

    public int Shortest { get; }

    /// <summary>Which pair of several names is looked at.</summary>
    public float Closeness => (Same ? 2 : 0) + (Acronym ? 1 : 0) + (Contained ? 0.5f : 0) + Overlap + Likeness;

    private static bool IsAcronym(NameShape shorter, NameShape longer) =>
        shorter.Words.Count == 1 && longer.Words.Count > 1 && longer.Initials.Contains(shorter.Folded);

    private static GivenNames GivenOf(NameShape one, NameShape other)
    {
        if (one.Words.Count < 2 || other.Words.Count < 2) return GivenNames.Missing;
        string a = one.First, b = other.First;
        if (a == b) return MiddlesConflict(one, other) ? GivenNames.Conflicting : GivenNames.Same;
        var initial = (a.Length == 1 || b.Length == 1) && a[0] == b[0];
        return initial || KnownNames.MayBeOne(a, b) ? GivenNames.Compatible : GivenNames.Conflicting;
    }

    /// <summary>"John A. Smith" is not "John B. Smith".</summary>
    private static bool MiddlesConflict(NameShape one, NameShape other) =>
        one.Words.Count == 3 && other.Words.Count == 3 && one.Words[1][0] != other.Words[1][0];

    private static HashSet<string> Digits(NameShape shape) => [.. shape.Words.Where(w => w.Any(char.IsAsciiDigit))];
}
