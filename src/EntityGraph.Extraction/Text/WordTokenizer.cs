using System.Globalization;

namespace EntityGraph.Extraction.Text;

/// <summary>
/// Splits text at white space and around every punctuation character: the basic tokens of BERT (Devlin et al. 2019),
/// the same that the tagger was trained on.
/// </summary>
internal static class WordTokenizer
{
    public static Word[] Split(string text)
    {
        var words = new List<Word>(text.Length / 5);
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var length = RuneLength(text, i);
            var category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            var separates = IsSeparator(category);
            if (separates || IsPunctuation(text[i], category))
            {
                if (start >= 0)
                    words.Add(new Word(start, i));
                start = -1;
                if (!separates)
                    words.Add(new Word(i, i + length));
            }
            else if (start < 0)
            {
                start = i;
            }

            i += length;
        }

        if (start >= 0)
            words.Add(new Word(start, text.Length));
        return [.. words];
    }

    private static int RuneLength(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    private static bool IsSeparator(UnicodeCategory category) => category is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Control or UnicodeCategory.Format;

    // BERT counts the ASCII symbols as punctuation too, so P* and S* in all.
    private static bool IsPunctuation(char c, UnicodeCategory category) =>
        c < 128 ? c > ' ' && !char.IsAsciiLetterOrDigit(c) && c != 127 : category is
            >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;
}
