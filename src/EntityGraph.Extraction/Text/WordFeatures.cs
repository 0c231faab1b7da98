using System.Buffers;
using System.Globalization;
using System.Text;

namespace EntityGraph.Extraction.Text;

/// <summary>What the tagger is told of a word beside its letters, since its vocabulary knows no capitals.</summary>
/// <param name="Shape">0 other, 1 double quotation mark, 2 no letter or digit, 3 digits, 4 holds a digit, 5 lower case,
/// 6 upper case, 7 one capital, 8 capitalised.</param>
/// <param name="Starts">1 for the first word of a paragraph or behind a full stop, question mark, exclamation mark or colon.</param>
/// <param name="Quoted">1 inside double quotation marks, the marks included.</param>
/// <param name="Glued">1 where no space stands before it.</param>
internal readonly record struct WordFeatures(byte Shape, byte Starts, byte Quoted, byte Glued)
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“'‘(-—–");

    public static WordFeatures[] Of(string text, Word[] words)
    {
        var features = new WordFeatures[words.Length];
        var (quoted, starts, previousEnd) = (false, true, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].In(text);
            var gap = text.AsSpan(previousEnd, words[i].Start - previousEnd);
            if (previousEnd == 0 || gap.Contains('\n'))
                (starts, quoted) = (true, false);
            var before = quoted;
            var single = word.Length == 1 ? word[0] : '\0';
            if (single == '“' || (single == '"' && !quoted))
                quoted = true;
            else if (single is '”' or '"')
                (quoted, before) = (false, true);
            features[i] = new WordFeatures(
                ShapeOf(word), Bit(starts), Bit(before || quoted), Bit(gap.IsEmpty && previousEnd > 0));
            starts = single is '.' or '!' or '?' or ':' || (starts && single != '\0' && Openers.Contains(single));
            previousEnd = words[i].End;
        }

        return features;
    }

    private static byte Bit(bool value) => value ? (byte)1 : (byte)0;

    private static byte ShapeOf(ReadOnlySpan<char> word)
    {
        bool alphanumeric = false, digits = true, digit = false, lower = false, upper = false, tailLower = false, tailUpper = false;
        var (first, firstUpper, count) = (true, false, 0);
        foreach (var rune in word.EnumerateRunes())
        {
            alphanumeric |= Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
            var isDigit = IsDigit(rune);
            (digits, digit) = (digits && isDigit, digit || isDigit);
            var (isLower, isUpper) = Case(rune);
            (lower, upper) = (lower || isLower, upper || isUpper);
            if (first)
                (first, firstUpper) = (false, isUpper && Rune.GetUnicodeCategory(rune) != UnicodeCategory.TitlecaseLetter);
            else
                (tailLower, tailUpper) = (tailLower || isLower, tailUpper || isUpper);
            count++;
        }

        return (alphanumeric, digits, digit) switch
        {
            (false, _, _) => word is "\"" or "“" or "”" or "«" or "»" ? (byte)1 : (byte)2,
            (_, true, _) => 3,
            (_, _, true) => 4,
            _ when lower && !upper => 5,
            _ when upper && !lower && !HasTitlecase(word) => count > 1 ? (byte)6 : (byte)7,
            _ when firstUpper && tailLower && !tailUpper => 8,
            _ => 0,
        };
    }

    private static bool HasTitlecase(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter)
                return true;
        }

        return false;
    }

    private static bool IsDigit(Rune rune)
    {
        Span<char> buffer = stackalloc char[2];
        rune.EncodeToUtf16(buffer);
        return Rune.IsDigit(rune) || (rune.IsBmp && CharUnicodeInfo.GetDigitValue(buffer[0]) >= 0);
    }

    // The Unicode properties Lowercase and Uppercase; a title-case letter is neither, yet no word with one is all of a case.
    private static (bool Lower, bool Upper) Case(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter => (true, false),
        UnicodeCategory.UppercaseLetter => (false, true),
        UnicodeCategory.TitlecaseLetter => (false, true),
        _ => rune.Value switch
        {
            0xAA or 0xBA or (>= 0x2B0 and <= 0x2B8) or 0x2C0 or 0x2C1 or (>= 0x2E0 and <= 0x2E4) or 0x345 or 0x37A
                or (>= 0x1D2C and <= 0x1D6A) or 0x1D78 or (>= 0x1D9B and <= 0x1DBF) or 0x2071 or 0x207F
                or (>= 0x2090 and <= 0x209C) or (>= 0x2170 and <= 0x217F) or (>= 0x24D0 and <= 0x24E9) => (true, false),
            (>= 0x2160 and <= 0x216F) or (>= 0x24B6 and <= 0x24CF) => (false, true),
            _ => (false, false),
        },
    };
}
