using System.Collections.Frozen;
using System.Text;

namespace EntityGraph.Extraction.Names;

/// <summary>Names without what varies from mention to mention: titles, articles, possessives, case.</summary>
internal static class NameKey
{
    private static readonly FrozenSet<string> MaleTitles = new[] { "mr", "sir", "lord", "king", "prince", "father", "baron", "duke", "brother" }.ToFrozenSet();

    private static readonly FrozenSet<string> FemaleTitles =
        new[] { "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "baroness", "duchess", "madam", "mme" }.ToFrozenSet();

    private static readonly FrozenSet<string> OtherTitles = new[]
    {
        "dr", "sen", "senator", "rep", "representative", "congressman", "congresswoman", "gov", "governor", "president", "prime", "minister",
        "judge", "justice", "gen", "general", "col", "colonel", "maj", "major", "capt", "captain", "lt", "lieutenant", "sgt", "sergeant", "officer",
        "chief", "prof", "professor", "councillor", "cllr", "pope", "rev", "reverend", "sheikh", "ayatollah", "mayor", "secretary",
        "ambassador", "chancellor", "speaker", "admiral", "commissioner", "chairman", "chairwoman", "detective", "inspector",
        "superintendent", "constable", "archbishop", "bishop", "cardinal", "imam", "rabbi",
    }.ToFrozenSet();

    // Styles and offices that articles use or leave out as they please; "Sir", "Professor" and the like tell people apart.
    private static readonly FrozenSet<string> Styles = new[]
    {
        "mr", "mrs", "ms", "miss", "dr", "sen", "senator", "rep", "representative", "congressman", "congresswoman", "gov", "governor",
        "president", "judge", "justice", "mayor", "cllr", "councillor", "secretary", "the",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> LegalForms = new[]
    {
        "plc", "ltd", "limited", "inc", "incorporated", "corp", "llc", "llp", "gmbh", "ag", "sa", "nv", "bv", "ab", "oy", "spa", "co",
    }.ToFrozenSet();

    /// <summary>The words of a name, folded, without a leading article or a possessive ending, and a person's without titles.</summary>
    public static string[] Of(string name, bool isPerson)
    {
        var words = Words(name);
        var skip = 0;
        while (skip < words.Length - 1 && (words[skip] == "the" || (isPerson && IsTitle(words[skip]))))
            skip++;
        return [.. words.Skip(skip).Select(w => w.Trim('.', ',')).Where(w => w.Length > 0)];
    }

    /// <summary>
    /// A name as it is shown, and by which articles' entities are told to be one: no possessive ending, no style before a person's
    /// full name, no legal form behind an organisation's.
    /// </summary>
    public static string Display(string name, EntityType type)
    {
        var words = WithoutPossessive(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (type == EntityType.Person && words.Length > 2 && Styles.Contains(Bare(words[0])))
            words = words[1..];
        while (type == EntityType.Organisation && words.Length > 1 && LegalForms.Contains(Bare(words[^1])))
            words = words[..^1];
        return string.Join(' ', words).TrimEnd(',');
    }

    /// <summary>What the titles before a name say of its bearer.</summary>
    public static Gender GenderOf(string name)
    {
        foreach (var word in Words(name).SkipLast(1))
        {
            var title = word.TrimEnd('.');
            if (MaleTitles.Contains(title))
                return Gender.Male;
            if (FemaleTitles.Contains(title))
                return Gender.Female;
        }

        return Gender.Unknown;
    }

    public static bool IsTitle(string word)
    {
        var title = word.TrimEnd('.').ToLowerInvariant();
        return MaleTitles.Contains(title) || FemaleTitles.Contains(title) || OtherTitles.Contains(title);
    }

    private static string[] Words(string name) =>
        WithoutPossessive(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string word) => word.Trim('.', ',').ToLowerInvariant();

    private static string WithoutPossessive(string name)
    {
        var trimmed = name.Trim();
        return trimmed.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || trimmed.EndsWith("’s", StringComparison.OrdinalIgnoreCase)
            ? trimmed[..^2] : trimmed;
    }
}
