using System.Text;
using AngleSharp.Dom;

namespace EntityGraph.Ingestion;

/// <summary>The words of an HTML tree in paragraphs, as a browser would break them.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    // Captions and credits are no part of the running text.
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "button", "select", "textarea",
        "figcaption",
    };

    /// <summary>The paragraphs that are not empty; runs of white space inside one are a single space, a br is a line break.</summary>
    public static IReadOnlyList<string> Paragraphs(INode root)
    {
        var paragraphs = new List<string>();
        var current = new StringBuilder();
        Walk(root);
        Flush();
        return paragraphs;

        void Walk(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                    Append(text.Data);
                else if (child is IElement { LocalName: "br" })
                    Break();
                else if (child is IElement element && !Skipped.Contains(element.LocalName))
                    Enter(element);
            }
        }

        void Enter(IElement element)
        {
            var block = Blocks.Contains(element.LocalName);
            if (block)
                Flush();
            Walk(element);
            if (block)
                Flush();
            else if (element.LocalName is "td" or "th")
                Append(" ");
        }

        void Append(string data)
        {
            foreach (var c in data)
            {
                // Soft hyphens and zero-width spaces only tell where a line may break.
                if (c is '\u00AD' or '\u200B' or '\uFEFF')
                    continue;
                if (!char.IsWhiteSpace(c))
                    current.Append(c);
                else if (current.Length > 0 && !char.IsWhiteSpace(current[^1]))
                    current.Append(' ');
            }
        }

        void Break()
        {
            while (current.Length > 0 && current[^1] == ' ')
                current.Length--;
            if (current.Length > 0 && current[^1] == '\n')
                Flush();
            else if (current.Length > 0)
                current.Append('\n');
        }

        void Flush()
        {
            if (current.ToString().Trim() is { Length: > 0 } paragraph)
                paragraphs.Add(paragraph);
            current.Clear();
        }
    }
}
