using System.Text;

namespace EntityGraph.Cli;

/// <summary>
/// Makes text of articles fit for a terminal: control characters could move the cursor, change the title or hide what is
/// written, and marks of writing direction could make it read otherwise than it is.
/// </summary>
internal static class Printable
{
    /// <summary>The text with each such character replaced; line breaks and tabs stay. Offsets do not change.</summary>
    public static string Text(string text) => Replaced(text, keepLayout: true);

    /// <summary>The text in one line.</summary>
    public static string Line(string text) => Replaced(text, keepLayout: false);

    private static string Replaced(string text, bool keepLayout)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var replacement = c is '\n' or '\t' ? (keepLayout ? c : ' ')
                : char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' ? '\uFFFD'
                : c;
            if (replacement != c)
                (changed ??= new StringBuilder(text))[i] = replacement;
        }

        return changed?.ToString() ?? text;
    }
}
