using System.Text;

namespace EntityGraph.Evaluation;

/// <summary>Finds words in an article and cuts out the text around them.</summary>
public static class Passage
{
    /// <summary>
    /// Where words stand in a text, forgiving of white space, case and the form of quotation marks and apostrophes;
    /// null where they do not.
    /// </summary>
    public static TextSpan? Find(string text, string words)
    {
        var (folded, places) = Fold(text);
        var (wanted, _) = Fold(words);
        wanted = wanted.Trim('.', ' ');
        var at = wanted.Length == 0 ? -1 : folded.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(places[at], places[at + wanted.Length - 1] + 1);
    }

    /// <summary>The text around a span on the same line, at most <paramref name="margin"/> characters either side, cut at spaces.</summary>
    public static TextSpan Around(string text, TextSpan span, int margin = 200)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] != '\n' && (span.Start - start < margin || text[start - 1] != ' '))
        {
            start--;
        }
        var end = span.End;
        while (end < text.Length && text[end] != '\n' && (end - span.End < margin || text[end] != ' '))
        {
            end++;
        }
        return new TextSpan(start, end);
    }

    /// <summary>A span's words on one line.</summary>
    public static string Line(string text, TextSpan span) => span.In(text).ReplaceLineEndings(" ");

    private static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] switch
            {
                '“' or '”' or '«' or '»' => '"',
                '‘' or '’' => '\'',
                var x when char.IsWhiteSpace(x) => ' ',
                var x => char.ToLowerInvariant(x),
            };
            if (c == ' ' && (folded.Length == 0 || folded[^1] == ' '))
            {
                continue;
            }
            folded.Append(c);
            places.Add(i);
        }
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }
        return (folded.ToString(), places);
    }
}
