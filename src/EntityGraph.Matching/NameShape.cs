using EntityGraph.Storage;

namespace EntityGraph.Matching;

/// <summary>A name as names are compared: its folded words without titles, and what the titles say.</summary>
internal sealed class NameShape
{
    private static readonly HashSet<string> Male = ["mr", "sir", "lord", "king", "prince", "father", "baron", "duke"];
    private static readonly HashSet<string> Female = ["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "baroness", "duchess"];
    private static readonly HashSet<string> Other = ["dr", "prof", "professor", "president", "senator", "sen", "rep", "gov", "governor", "judge", "the", "st"];
    private static readonly HashSet<string> Suffixes = ["jr", "junior", "sr", "senior", "ii", "iii", "iv"];

    public NameShape(string name, EntityType type)
    {
        var words = Folding.Words(name).ToList();
        while (words.Count > 1 && (words[0] == "the" || (type == EntityType.Person && IsTitle(words[0]))))
        {
            if (Male.Contains(words[0])) Gender = 1;
            if (Female.Contains(words[0])) Gender = -1;
            words.RemoveAt(0);
        }

        if (type == EntityType.Person && words.Count > 2 && Suffixes.Contains(words[^1]))
        {
            Suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }

        Words = [.. words];
        Folded = string.Join(' ', words);
        Initials = Folding.Initials(name);
    }

    public IReadOnlyList<string> Words { get; }

    public string Folded { get; }

    public IReadOnlyList<string> Initials { get; }

    /// <summary>"jr", "ii" and the like, which tell people of one name apart.</summary>
    public string? Suffix { get; }

    /// <summary>1 where a title says a man, -1 where it says a woman, else 0.</summary>
    public int Gender { get; }

    public string Last => Words.Count > 0 ? Words[^1] : "";

    public string First => Words.Count > 0 ? Words[0] : "";

    private static bool IsTitle(string word) => Male.Contains(word) || Female.Contains(word) || Other.Contains(word);
}
