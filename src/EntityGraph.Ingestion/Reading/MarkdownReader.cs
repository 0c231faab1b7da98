using System.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EntityGraph.Ingestion;

/// <summary>Reads Markdown: its words in paragraphs, its metadata from YAML front matter.</summary>
internal static class MarkdownReader
{
    private const int MostMarkup = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>A first heading of the first level is the title, unless another is given from outside or in front matter.</summary>
    /// <exception cref="FormatException">It cannot be read; the message tells why.</exception>
    public static RawArticle Read(string text, string? givenTitle, int maxTextLength)
    {
        // Marks and addresses seldom take more room than the words; much more is not worth the parser's time.
        if (text.Length > (long)maxTextLength * MostMarkup)
            throw new FormatException($"has {text.Length:N0} characters of Markdown; the limit is {(long)maxTextLength * MostMarkup:N0}");
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // Markdig's own bound on nesting.
            throw new FormatException($"is no readable Markdown: {e.Message}", e);
        }

        var yaml = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        var metadata = FrontMatter.Read(yaml?.Lines.ToString() ?? "");
        string? Value(string key) => metadata.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        var paragraphs = new List<string>();
        AddParagraphs(document, paragraphs);
        var title = givenTitle ?? Value("title");
        var heading = document.FirstOrDefault(b => b is not YamlFrontMatterBlock) is HeadingBlock { Level: 1, Inline: { } inline }
            ? TextOf(inline)
            : null;
        if (heading is not null && (title is null || title == heading))
        {
            title = heading;
            paragraphs.RemoveAt(0);
        }

        return new RawArticle
        {
            Body = string.Join("\n\n", paragraphs),
            Title = title,
            Outlet = Value("outlet"),
            Url = Value("url"),
            UrlIsOrigin = true,
            Published = DayReader.Read(Value("date")) ?? DayReader.Read(Value("updated")),
            Language = Value("language"),
        };
    }

    private static void AddParagraphs(ContainerBlock container, List<string> paragraphs)
    {
        foreach (var block in container)
        {
            if (block is ContainerBlock inner)
                AddParagraphs(inner, paragraphs);
            else if (block is LeafBlock leaf and not (HtmlBlock or YamlFrontMatterBlock or LinkReferenceDefinition))
                Add(leaf.Inline is { } inline ? TextOf(inline) : leaf is CodeBlock code ? code.Lines.ToString() : "");
        }

        void Add(string paragraph)
        {
            if (!string.IsNullOrWhiteSpace(paragraph))
                paragraphs.Add(paragraph);
        }
    }

    private static string TextOf(ContainerInline inline)
    {
        var text = new StringBuilder();
        Append(inline, text);
        return text.ToString().Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
            }
        }
    }
}
