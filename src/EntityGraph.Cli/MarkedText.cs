using System.Text;
using Spectre.Console;

namespace EntityGraph.Cli;

/// <summary>What a stretch of text is marked as.</summary>
internal enum Mark
{
    /// <summary>A person's name, pronoun or description.</summary>
    Person,

    /// <summary>An organisation's.</summary>
    Organisation,

    /// <summary>A place's.</summary>
    Place,

    /// <summary>The words that tie source and content.</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,
}

/// <summary>
/// Text with stretches marked: in colour where the terminal has colours, else by signs: [names], _cues_ and «contents».
/// </summary>
internal static class MarkedText
{
    /// <summary>How a mark looks; the colours are told apart by the colour-blind too.</summary>
    public static Style StyleOf(Mark mark) => mark switch
    {
        Mark.Person => new Style(Color.SkyBlue1, decoration: Decoration.Bold),
        Mark.Organisation => new Style(Color.Orange1, decoration: Decoration.Bold),
        Mark.Place => new Style(Color.Aquamarine1, decoration: Decoration.Bold),
        Mark.Cue => new Style(decoration: Decoration.Underline),
        _ => new Style(decoration: Decoration.Italic),
    };

    /// <summary>The mark of a type's mentions.</summary>
    public static Mark MarkOf(EntityType type) => type switch
    {
        EntityType.Person => Mark.Person,
        EntityType.Organisation => Mark.Organisation,
        _ => Mark.Place,
    };

    /// <summary>Text to print. Nothing in it is taken for markup or for commands to the terminal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">The marks; spans outside the text are cut to it, and they may overlap.</param>
    /// <param name="offset">The offset of the text that spans are counted from.</param>
    /// <param name="inColour">Whether colours are used and not signs.</param>
    public static Paragraph Of(string text, IEnumerable<(TextSpan Span, Mark Mark)> marks, int offset, bool inColour)
    {
        text = Printable.Text(text);
        var cut = marks
            .Select(m => (Start: Math.Max(0, m.Span.Start - offset), End: Math.Min(text.Length, m.Span.End - offset), m.Mark))
            .Where(m => m.Start < m.End)
            .Distinct()
            .ToList();
        var borders = cut.SelectMany(m => new[] { m.Start, m.End }).Append(0).Append(text.Length).Distinct().Order().ToList();
        return inColour ? Coloured(text, cut, borders) : new Paragraph(Signed(text, cut, borders));
    }

    private static Paragraph Coloured(string text, List<(int Start, int End, Mark Mark)> marks, List<int> borders)
    {
        var paragraph = new Paragraph();
        foreach (var (start, end) in borders.Zip(borders.Skip(1)))
        {
            var style = marks.Where(m => m.Start <= start && start < m.End)
                .OrderByDescending(m => m.End - m.Start)
                .Aggregate(Style.Plain, (style, m) => style.Combine(StyleOf(m.Mark)));
            paragraph.Append(text[start..end], style);
        }

        return paragraph;
    }

    private static string Signed(string text, List<(int Start, int End, Mark Mark)> marks, List<int> borders)
    {
        var signed = new StringBuilder();
        for (var i = 0; i < borders.Count; i++)
        {
            signed.Append(Signs(marks, borders[i]));
            if (i + 1 < borders.Count)
                signed.Append(text, borders[i], borders[i + 1] - borders[i]);
        }

        return signed.ToString();
    }

    // What ends here closes from the inside out, then what begins opens from the outside in.
    private static string Signs(IEnumerable<(int Start, int End, Mark Mark)> marks, int at)
    {
        var closing = marks.Where(m => m.End == at).OrderBy(m => m.End - m.Start).ThenBy(m => m.Mark).Select(m => Sign(m.Mark).Close);
        var opening = marks.Where(m => m.Start == at).OrderByDescending(m => m.End - m.Start).ThenByDescending(m => m.Mark).Select(m => Sign(m.Mark).Open);
        return string.Concat(closing.Concat(opening));
    }

    private static (string Open, string Close) Sign(Mark mark) => mark switch
    {
        Mark.Cue => ("_", "_"),
        Mark.Content => ("«", "»"),
        _ => ("[", "]"),
    };
}
