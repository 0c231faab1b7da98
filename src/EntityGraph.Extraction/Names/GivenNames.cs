using System.Collections.Frozen;

namespace EntityGraph.Extraction.Names;

/// <summary>Given names that are nearly always a man's, or a woman's.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Male = WordList.Read(typeof(GivenNames), "given-names-male.txt");
    private static readonly FrozenSet<string> Female = WordList.Read(typeof(GivenNames), "given-names-female.txt");

    /// <summary>What the given name says; unknown for a surname alone.</summary>
    public static Gender GenderOf(string name)
    {
        var words = NameKey.Of(name, isPerson: true);
        if (words.Length < 2)
            return Gender.Unknown;
        return Male.Contains(words[0]) ? Gender.Male : Female.Contains(words[0]) ? Gender.Female : Gender.Unknown;
    }
}
