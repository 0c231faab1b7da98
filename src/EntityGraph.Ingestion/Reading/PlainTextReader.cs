using System.Text.RegularExpressions;

namespace EntityGraph.Ingestion;

/// <summary>Reads plain text: all of it, as it is.</summary>
internal static partial class PlainTextReader
{
    private const int LongestTitle = 200;

    /// <summary>
    /// The first line is the title if it is short, does not end like a sentence and a blank line follows; with a title given from
    /// outside, every line is text.
    /// </summary>
    public static RawArticle Read(string text, string? givenTitle)
    {
        if (givenTitle is not null)
            return new RawArticle { Body = text };
        var match = FirstLine().Match(text);
        return match.Success && match.Groups["title"].Length <= LongestTitle && !EndsLikeSentence(match.Groups["title"].Value)
            ? new RawArticle { Title = match.Groups["title"].Value, Body = text[match.Length..] }
            : new RawArticle { Body = text };
    }

    private static bool EndsLikeSentence(string line)
    {
        // A question or an exclamation can well be a headline.
        var end = line.TrimEnd('"', '\'', '”', '’', '»', ')', ']');
        return end.Length == 0 || end[^1] is '.' or '…' or ':' or ';' or ',';
    }

    // Title and body joined again must give the text as it was, so neither side of the blank line may have other space.
    [GeneratedRegex(@"\A(?<title>\S(?:[^\n]*\S)?)\n\n(?=\S)")]
    private static partial Regex FirstLine();
}
