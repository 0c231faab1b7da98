namespace EntityGraph.Storage;

/// <summary>
/// Finds misspelt words by what is left when letters are left out of both (symmetric deletion): "lowe" and "love" meet in "loe".
/// </summary>
internal static class Misspelling
{
    /// <summary>Only so many letters at the beginning are looked at, which keeps the variants of long words few.</summary>
    private const int Looked = 7;

    /// <summary>How many slips are forgiven in a word of this length.</summary>
    public static int Forgiven(int length) => length switch { < 3 => 0, < 6 => 1, _ => 2 };

    /// <summary>What may be left of a word when as many letters as slips are forgiven are left out; the word itself is among it.</summary>
    public static HashSet<string> Rests(string word)
    {
        var beginning = word.Length > Looked ? word[..Looked] : word;
        var rests = new HashSet<string>(StringComparer.Ordinal) { beginning };
        var last = new List<string> { beginning };
        for (var slips = Forgiven(word.Length); slips > 0; slips--)
        {
            last = [.. last.SelectMany(w => Enumerable.Range(0, w.Length).Select(i => w.Remove(i, 1))).Where(w => w.Length > 0 && rests.Add(w))];
        }

        return rests;
    }

    /// <summary>
    /// How many slips (a letter too many, too few, wrong, or two swapped) lie between what is typed and a word or, where what is
    /// typed may go on, the nearest beginning of it; more than <paramref name="most"/> where it is further.
    /// </summary>
    public static int Distance(string typed, string word, int most, bool asBeginning)
    {
        if (typed.Length > word.Length + most || (!asBeginning && word.Length > typed.Length + most)) return most + 1;
        var before = new int[word.Length + 1];
        var above = Enumerable.Range(0, word.Length + 1).ToArray();
        var row = new int[word.Length + 1];
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var same = typed[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + same);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            if (row.Min() > most) return most + 1;
            (before, above, row) = (above, row, before);
        }

        return asBeginning ? above.Min() : above[^1];
    }
}
