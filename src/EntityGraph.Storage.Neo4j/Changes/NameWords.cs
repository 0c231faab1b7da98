namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>The words that names are searched by.</summary>
internal static class NameWords
{
    /// <summary>No word of a name is this long; longer runs of letters are cut, which an index has to hold.</summary>
    private const int MostLetters = 100;

    /// <summary>The folded words of a name.</summary>
    public static IEnumerable<string> Of(string name) => Folding.Words(name).Select(Cut);

    /// <summary>A folded name as it is indexed.</summary>
    public static string Folded(string name) => string.Join(' ', Of(name));

    public static string Cut(string word) =>
        word.Length <= MostLetters ? word : word[..(char.IsHighSurrogate(word[MostLetters - 1]) ? MostLetters - 1 : MostLetters)];

    /// <summary>Counts a name that has come or gone.</summary>
    public static void Count(Workspace work, string name, int names)
    {
        foreach (var word in Of(name).Distinct())
        {
            var left = (work.Words[word]?.Names ?? 0) + names;
            work.Words[word] = left == 0 ? null : new WordState(word, left);
        }
    }
}
