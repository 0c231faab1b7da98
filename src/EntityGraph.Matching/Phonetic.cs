namespace EntityGraph.Matching;

/// <summary>Soundex (Russell 1918, as the United States archives give its rules): words that sound alike share a code.</summary>
internal static class Phonetic
{
    public static string Of(string folded)
    {
        var letters = folded.Where(char.IsAsciiLetterLower).ToArray();
        if (letters.Length == 0) return folded;
        var code = $"{letters[0]}";
        var last = Digit(letters[0]);
        foreach (var letter in letters.Skip(1))
        {
            var digit = Digit(letter);
            if (digit != '0' && digit != last) code += digit;
            // Between two letters of one digit a vowel parts and "h" or "w" does not.
            if (letter is not ('h' or 'w')) last = digit;
            if (code.Length == 4) return code;
        }

        return code.PadRight(4, '0');
    }

    private static char Digit(char letter) => letter switch
    {
        'b' or 'f' or 'p' or 'v' => '1',
        'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => '2',
        'd' or 't' => '3',
        'l' => '4',
        'm' or 'n' => '5',
        'r' => '6',
        _ => '0',
    };
}
