using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EntityGraph.Ingestion;

/// <summary>
/// Parses HTML without scripts or fetching, and only as deep and as large as allowed: what walks the tree afterwards is
/// recursive, so that a page of 100,000 nested elements would end the process, and slow where siblings are very many.
/// </summary>
internal static class HtmlDocumentParser
{
    // All that finding an article and its metadata looks at. The parser compares each attribute of an element with all before
    // it, so that a tag with 100,000 of them would keep it for minutes.
    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "aria-hidden", "class", "colspan", "content", "datetime", "dir", "hidden", "href", "id", "itemprop", "itemscope", "itemtype",
        "lang", "name", "property", "rel", "role", "rowspan", "src", "style", "summary", "type",
    };

    /// <exception cref="FormatException">The page is nested too deep or has too many elements.</exception>
    public static IHtmlDocument Parse(string html, ReadingOptions options)
    {
        // An element is announced before it has its place, so each call measures the one before.
        INode? previous = null;
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => IsWanted(name.Span),
            OnCreated = (element, _) =>
            {
                RefuseDeeper(previous, options.MaxHtmlDepth);
                RefuseMore(++elements, options.MaxHtmlElements);
                previous = element;
            },
        });
        var document = parser.ParseDocument(html);

        // Misnested formatting is cloned without being announced.
        elements = 0;
        var open = new Stack<(INode Node, int Depth)>([(document, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > options.MaxHtmlDepth)
                throw TooDeep(options.MaxHtmlDepth);
            RefuseMore(elements += at.Node is IElement ? 1 : 0, options.MaxHtmlElements);
            foreach (var child in at.Node.ChildNodes)
                open.Push((child, at.Depth + 1));
        }

        return document;
    }

    private static bool IsWanted(ReadOnlySpan<char> name) => Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static void RefuseDeeper(INode? node, int maxDepth)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
        {
            if (++depth > maxDepth)
                throw TooDeep(maxDepth);
        }
    }

    private static FormatException TooDeep(int maxDepth) =>
        new($"is nested too deep: more than {maxDepth:N0} elements inside one another");

    private static void RefuseMore(int elements, int maxElements)
    {
        if (elements > maxElements)
            throw new FormatException($"is too large a page: it has more than {maxElements:N0} elements");
    }
}
