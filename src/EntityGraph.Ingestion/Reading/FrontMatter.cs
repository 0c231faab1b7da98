using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EntityGraph.Ingestion;

/// <summary>Reads the YAML at the head of a Markdown file.</summary>
internal static class FrontMatter
{
    private const int MaxLength = 16_000;

    /// <summary>
    /// The keys that have a single value, keys in lower case. Lists and nested values are passed over. Events are read one by
    /// one, so that neither nesting nor aliases cost anything.
    /// </summary>
    /// <exception cref="FormatException">It is no YAML, or too long; the message tells where.</exception>
    public static IReadOnlyDictionary<string, string> Read(string yaml)
    {
        if (yaml.Length > MaxLength)
            throw new FormatException($"has front matter of {yaml.Length:N0} characters; the limit is {MaxLength:N0}");
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var depth = 0;
            string? key = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        if (depth == 1)
                            key = null;
                        break;
                    case Scalar scalar when depth == 1 && key is null:
                        key = scalar.Value;
                        break;
                    case Scalar scalar when depth == 1:
                        values[key!] = scalar.Value;
                        key = null;
                        break;
                    case AnchorAlias when depth == 1:
                        key = null;
                        break;
                }
            }
        }
        catch (YamlException e)
        {
            throw new FormatException($"has malformed front matter (line {e.Start.Line + 1}): {e.Message}", e);
        }

        return values;
    }
}
