using System.Text;
using EntityGraph.Web.Tests.Api;

namespace EntityGraph.Web.Tests.Browser;

/// <summary>Notes with many people in them.</summary>
internal static class Crowd
{
    /// <summary>A text in which somebody mentions so many others, one after the other.</summary>
    public static string Around(string speaker, int others)
    {
        var text = new StringBuilder();
        for (var i = 0; i < others; i++)
            text.Append(Notes.That(speaker, Name(i))).Append(' ');
        return text.ToString();
    }

    /// <summary>A name for a number, of letters only.</summary>
    public static string Name(int number) => $"Num{(char)('a' + (number / 26))}{(char)('a' + (number % 26))} Person{(char)('a' + (number % 7))}";
}
