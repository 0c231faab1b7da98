using System.Globalization;
using System.Text;

namespace EntityGraph.Storage;

/// <summary>What is left of a name when case, accents and punctuation are set aside: "O’Brien-Søndergård" gives "obrien sondergard".</summary>
internal static class Folding
{
    /// <summary>Letters that Unicode does not take apart into a base letter and a mark.</summary>
    private static readonly Dictionary<int, string> Bases = new()
    {
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "n",
        ['ŧ'] = "t",
    };

    /// <summary>The folded words of a text.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The folded words of a text with one space between them.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Bases.TryGetValue(rune.Value, out var letters)) folded.Append(letters);
            else if (Rune.IsLetterOrDigit(rune)) folded.Append(rune.ToString());
            else if (IsInsideWord(rune)) continue;
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// The initials that a name may be known by: of all its words and of those with a capital ("FBOI" and "FBI"); none for one word.
    /// </summary>
    public static string[] Initials(string name)
    {
        var words = name.Split([' ', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Where(w => char.IsUpper(w[0])).ToArray();
        return [.. new[] { words, capitals }.Where(w => w.Length > 1).Select(w => Fold(string.Concat(w.Select(First)))).Where(i => i.Length > 1).Distinct()];

        static string First(string word) => char.IsSurrogate(word[0]) ? "" : word[..1];
    }

    /// <summary>Marks, apostrophes and full stops stand inside words: "J.D." is one, "D'Arcy" too.</summary>
    private static bool IsInsideWord(Rune rune) =>
        rune.Value is '\'' or '\u2019' or '\u02bc' or '.' ||
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>The text with lone surrogates replaced: they cannot be normalised.</summary>
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
