namespace EntityGraph.Storage;

/// <summary>A name as it is being typed into a search, and how well names match it.</summary>
internal sealed class TypedName
{
    private const int MostLetters = 200;
    private const int MostWords = 8;

    public TypedName(string text)
    {
        Words = [.. Folding.Words(text.Length > MostLetters ? text[..MostLetters] : text).Take(MostWords)];
        Folded = string.Join(' ', Words);
    }

    /// <summary>The folded words, at most eight.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The folded words with a space between them.</summary>
    public string Folded { get; }

    /// <summary>Whether what is typed may be the initials of a name.</summary>
    public bool MayBeInitials => Words.Count == 1 && Folded.Length > 1;

    /// <summary>How well the name matches, 0 to 1, and on top, less than any step between two matches, how much is said of it.</summary>
    public double Score(string name, string foldedName, GraphNode node)
    {
        var said = Math.Log(1 + node.MentionedBy + node.Said);
        return Match(name, foldedName) + (0.02 * said / (1 + said));
    }

    /// <summary>How close a word of a name is to a word typed, 0 to 1: the same, begun, misspelt, or begun and misspelt.</summary>
    public static double Closeness(string typed, string word)
    {
        if (word == typed) return 1.0;
        if (word.StartsWith(typed, StringComparison.Ordinal)) return 0.9;
        var forgiven = Misspelling.Forgiven(typed.Length);
        var slips = Misspelling.Distance(typed, word, forgiven, asBeginning: false);
        if (slips <= forgiven) return 0.9 - (0.2 * slips);
        slips = Misspelling.Distance(typed, word, forgiven, asBeginning: true);
        return slips <= forgiven ? 0.8 - (0.2 * slips) : 0.0;
    }

    /// <summary>Of the words found with the number of names that hold each, those that what is typed may be a misspelling of, nearest first.</summary>
    public static IEnumerable<string> Spellings(string typed, IEnumerable<(string Word, long Names)> found) => found
        .Select(w => (w.Word, w.Names, Closeness: Closeness(typed, w.Word)))
        .Where(w => w.Closeness > 0)
        .OrderByDescending(w => w.Closeness).ThenByDescending(w => w.Names).ThenBy(w => w.Word, StringComparer.Ordinal)
        .Select(w => w.Word);

    /// <summary>The best of the hits: greatest score first.</summary>
    public static IReadOnlyList<SearchHit> Best(IEnumerable<SearchHit> hits, int limit) => [.. hits
        .OrderByDescending(h => h.Score).ThenBy(h => h.Node.Name, StringComparer.Ordinal).ThenBy(h => h.Node.Id, StringComparer.Ordinal)
        .Take(limit)];

    private double Match(string name, string foldedName)
    {
        if (foldedName == Folded) return 1.0;
        var initials = Words.Count == 1 && Folding.Initials(name).Contains(Folded) ? 0.85 : 0.0;
        var words = foldedName.Split(' ');
        return Math.Max(initials, 0.9 * Words.Average(word => words.Max(w => Closeness(word, w))));
    }
}
