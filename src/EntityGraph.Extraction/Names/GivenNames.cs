using System.Collections.Frozen;

namespace EntityGraph.Extraction.Names;

/// <summary>Given names that are nearly always a man's, or a woman's.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Male = Read("given-names-male.txt");
    private static readonly FrozenSet<string> Female = Read("given-names-female.txt");

    /// <summary>What the given name says; unknown for a surname alone.</summary>
    public static Gender GenderOf(string name)
    {
        var words = NameKey.Of(name, isPerson: true);
        if (words.Length < 2)
            return Gender.Unknown;
        return Male.Contains(words[0]) ? Gender.Male : Female.Contains(words[0]) ? Gender.Female : Gender.Unknown;
    }

    private static FrozenSet<string> Read(string resource)
    {
        using var stream = typeof(GivenNames).Assembly.GetManifestResourceStream($"{typeof(GivenNames).Namespace}.{resource}")
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }
}
