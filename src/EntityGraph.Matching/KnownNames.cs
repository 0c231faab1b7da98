namespace EntityGraph.Matching;

/// <summary>Names that are known to be one: of countries and bodies, and short forms of given names.</summary>
internal static class KnownNames
{
    private static readonly Dictionary<string, string> Canonical = Read("aliases.txt", ';')
        .SelectMany(names => names.Select(n => (Name: Exact(n), First: names[0])))
        .ToDictionary(n => n.Name, n => n.First, StringComparer.Ordinal);

    private static readonly ILookup<string, string> Full = Read("nicknames.txt", ' ')
        .SelectMany(names => names.Select(n => (Short: n, Full: names[0]))).ToLookup(n => n.Short, n => n.Full);

    /// <summary>The fullest name of what a name stands for, where that is known; only for places and organisations.</summary>
    public static string? Of(string name, EntityType type) => type == EntityType.Person ? null : Canonical.GetValueOrDefault(Exact(name));

    /// <summary>Whether two folded given names may be one person's.</summary>
    public static bool MayBeOne(string one, string other) => Full[one].Intersect(Full[other]).Any();

    /// <summary>A name with its case: "US" is a country and "us" is not.</summary>
    private static string Exact(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is ["the" or "The", _, ..]) words = words[1..];
        return string.Join(' ', words).Replace('’', '\'');
    }

    private static IEnumerable<string[]> Read(string file, char between)
    {
        using var reader = new StreamReader(typeof(KnownNames).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
