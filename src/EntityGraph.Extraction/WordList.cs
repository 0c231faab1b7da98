using System.Collections.Frozen;

namespace EntityGraph.Extraction;

/// <summary>Lists of words that travel with the library.</summary>
internal static class WordList
{
    /// <summary>The words of a file beside a class, separated by white space.</summary>
    public static FrozenSet<string> Read(Type beside, string file)
    {
        using var stream = beside.Assembly.GetManifestResourceStream($"{beside.Namespace}.{file}")
            ?? throw new InvalidOperationException($"The resource {file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }
}
