using System.Globalization;
using Spectre.Console;

namespace EntityGraph.Cli.Asking;

/// <summary>Prints statements with their passages for people.</summary>
internal sealed class StatementPrinter(IAnsiConsole console)
{
    private readonly bool _inColour = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    /// <summary>A line of text that may hold anything.</summary>
    public void Line(string text, Style? style = null) => console.Write(new Paragraph(Printable.Line(text) + "\n", style));

    /// <summary>A name with its type's colour, and text behind it.</summary>
    public void Heading(GraphNode node, string rest)
    {
        var line = new Paragraph(Printable.Line(node.Name), _inColour ? MarkedText.StyleOf(MarkedText.MarkOf(node.Type)) : Style.Plain);
        line.Append(Printable.Line(rest) + "\n");
        console.Write(line);
    }

    /// <summary>A passage with names, cue and content marked, and where it stands.</summary>
    public void Statement(Evidence evidence)
    {
        var types = evidence.Mentioned.Append(evidence.Speaker).OfType<GraphNode>().DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Type);
        var marks = evidence.Content.Select(s => (s, Mark.Content))
            .Concat(evidence.Cue.Select(s => (s, Mark.Cue)))
            .Concat(evidence.Mentions.Where(m => types.ContainsKey(m.EntityId)).Select(m => (m.Span, MarkedText.MarkOf(types[m.EntityId]))));
        console.Write(new Indented(MarkedText.Of(evidence.Passage, marks, evidence.PassageStart, _inColour), 2));
        console.Write(new Indented(new Paragraph(Printable.Line(Where(evidence)), new Style(decoration: Decoration.Dim)), 2));
        console.WriteLine();
    }

    private static string Where(Evidence evidence)
    {
        var article = evidence.Article;
        var parts = new List<string?>
        {
            article.Outlet,
            article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            article.Title,
            article.Url?.AbsoluteUri,
            $"{evidence.Kind.ToString().ToLowerInvariant()}, {evidence.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}",
            evidence.AlsoIn.Count == 0 ? null : $"and in {evidence.AlsoIn.Count} more",
        };
        return "— " + string.Join(" · ", parts.Where(p => p is not null));
    }
}
