using System.Collections.Frozen;

namespace EntityGraph.Extraction.Roles;

/// <summary>The words by which roles are told.</summary>
internal static class RoleWords
{
    private static readonly FrozenSet<string> Nouns = WordList.Read(typeof(RoleWords), "role-nouns.txt");

    // Before a name they are the office itself; elsewhere they may be anything.
    private static readonly FrozenSet<string> ShortTitles = Set("gov", "sen", "rep", "prof", "cllr", "amb");

    private static readonly FrozenSet<string> Former = Set("former", "formerly", "ex", "retired", "then", "once", "onetime", "previously", "late", "disgraced", "ousted");

    // What stands in a phrase for a role and is no part of it.
    private static readonly FrozenSet<string> Beside = Set(
        "a", "an", "the", "his", "her", "its", "their", "our", "my", "now", "currently", "also", "still", "new", "current", "longtime", "serving", "incumbent",
        "outgoing", "newly", "veteran", "long", "time", "own");

    // They end a phrase; so does every lower-case word in -ed.
    private static readonly FrozenSet<string> Ending = Set(
        "about", "above", "according", "across", "adds", "after", "against", "all", "although", "am", "amid", "among", "and", "any", "are", "around", "as", "asks", "asking",
        "at", "be", "became", "because", "been", "before", "behind", "being", "between", "both", "but", "by", "calls", "claims", "did", "do", "does", "during", "each", "every", "few",
        "for", "from", "had", "has", "have", "he", "how", "i", "if", "in", "including", "insists", "into", "is", "it", "like", "many", "may", "met", "might", "more", "most", "near", "no",
        "nor", "not", "of", "off", "on", "onto", "or", "other", "out", "over", "per", "said", "saying", "says", "she", "should", "since", "so", "some", "such", "telling", "tells", "gave", "took", "made", "sent", "left", "held", "saw", "got", "came", "went", "kept", "knew", "won", "beat", "led", "let", "brought", "thought", "found", "wants", "gives",
        "than", "that", "there", "these", "they", "this", "those", "though", "through", "to", "told", "toward", "towards", "under", "until", "up", "upon", "us", "via", "was",
        "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "writes", "wrote", "you");

    private static readonly FrozenSet<string> InEd = Set("appointed", "elected", "united", "associated", "combined", "chartered", "registered", "red");

    /// <summary>What somebody is of whom it is said that he does this: "chairs", the chair.</summary>
    private static readonly FrozenDictionary<string, (string Role, bool IsPast)> Verbs = new Dictionary<string, (string, bool)>
    {
        ["chairs"] = ("chair", false),
        ["chaired"] = ("chair", true),
        ["leads"] = ("leader", false),
        ["led"] = ("leader", true),
        ["heads"] = ("head", false),
        ["headed"] = ("head", true),
        ["founded"] = ("founder", false),
        ["owns"] = ("owner", false),
        ["owned"] = ("owner", true),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word names a role: "minister", "spokeswoman".</summary>
    public static bool IsRole(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        return Nouns.Contains(lower) || ShortTitles.Contains(lower);
    }

    public static bool IsFormer(ReadOnlySpan<char> word) => Former.Contains(word.ToString());

    public static bool IsBeside(ReadOnlySpan<char> word) => Beside.Contains(word.ToString());

    public static bool Ends(ReadOnlySpan<char> word) => Ending.Contains(word.ToString())
        || (char.IsLower(word[0]) && word.EndsWith("ed", StringComparison.Ordinal) && !InEd.Contains(word.ToString()));

    public static (string Role, bool IsPast)? OfVerb(ReadOnlySpan<char> word) => Verbs.TryGetValue(word.ToString(), out var verb) ? verb : null;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
