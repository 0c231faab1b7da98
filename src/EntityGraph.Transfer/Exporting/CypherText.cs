using System.Globalization;
using System.Text;

namespace EntityGraph.Transfer;

/// <summary>Values as Cypher writes them. A script has no parameters, so what articles say must not be able to end a string.</summary>
internal static class CypherText
{
    /// <summary>
    /// A string. Cypher 5 takes a backslash before "u" for a code of a character wherever it stands, also behind another backslash and
    /// before strings are read: after a backslash of the text the string ends there and another goes on.
    /// </summary>
    public static string Of(string text)
    {
        var cypher = new StringBuilder(text.Length + 2).Append('\'');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\'') cypher.Append(@"\'");
            else if (c is '\\') cypher.Append(i + 1 < text.Length && text[i + 1] is 'u' or 'U' ? @"\\' + '" : @"\\");
            else if (c is '\n') cypher.Append(@"\n");
            else if (c is '\r') cypher.Append(@"\r");
            else if (c is '\t') cypher.Append(@"\t");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029') cypher.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else cypher.Append(c);
        }

        return cypher.Append('\'').ToString();
    }

    /// <summary>A number with a point, without which Cypher takes it for an integer.</summary>
    public static string Of(double number)
    {
        var text = Values.Real(number);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static string Of(DateOnly? day) => day is null ? "null" : $"date('{Values.Day(day)}')";
}
