using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EntityGraph.Evaluation;

/// <summary>
/// Reads articles that carry their annotation as marks in the text: <c>[text|P1]</c> mentions, <c>&lt;s1&gt;</c> sources,
/// <c>&lt;c1&gt;</c> cues and <c>&lt;q1&gt;</c> contents. The article's text is what is left without the marks, title first.
/// </summary>
public static partial class CorpusReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="GoldException">A mark is malformed.</exception>
    public static GoldArticle Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads an article.</summary>
    /// <param name="raw">Headers, a blank line, paragraphs.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="GoldException">A header is missing or a mark is malformed.</exception>
    public static GoldArticle Parse(string raw, string name)
    {
        var parts = raw.ReplaceLineEndings("\n").Split("\n\n", 2);
        var headers = parts[0].Split('\n').Select(l => Header().Match(l))
            .Where(m => m.Success)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim());
        string Required(string key) =>
            headers.TryGetValue(key, out var value) ? value : throw new GoldException(name, $"there is no #{key}");
        var paragraphs = BlankLine().Split(parts.Length > 1 ? parts[1] : "").Select(p => p.Trim()).Where(p => p.Length > 0);
        var marks = CorpusMarks.Strip(string.Join("\n\n", paragraphs.Prepend(Required("title"))), name);

        // A mention of several ("they") is a mention of each.
        var entities = marks.Mentions.SelectMany(m => m.Ids.Select(id => (Id: id, Mention: m)))
            .GroupBy(x => x.Id).Select(g => new GoldEntity(
            g.Key,
            TypeOf(g.Key),
            [.. g.Where(x => x.Mention.Kind == MentionKind.Name).Select(x => x.Mention.Span.In(marks.Text)).Distinct()],
            [.. g.Select(x => new GoldMention(x.Mention.Span, x.Mention.Kind) { Plural = x.Mention.Ids.Count > 1 })
                .OrderBy(m => m.Span)])).ToList();
        var attributions = marks.Attributions.Select(a => CorpusSpeakers.WithSpeakers(a, marks)).ToList();
        return new GoldArticle
        {
            Id = Required("id"),
            Text = marks.Text,
            Genre = Required("genre"),
            Names = [.. marks.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => new GoldName(m.Span, TypeOf(m.Ids[0])))],
            Entities = entities,
            Attributions = attributions,
            Edges = CorpusSpeakers.Edges(attributions, marks),
        };
    }

    internal static EntityType? TypeOf(string id) => id[0] switch
    {
        'P' => EntityType.Person,
        'O' => EntityType.Organisation,
        'L' => EntityType.Place,
        _ => null,
    };

    [GeneratedRegex(@"^#(\w+):\s*(.*)")]
    private static partial Regex Header();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();
}

/// <summary>A marked mention of one thing or several.</summary>
internal sealed record MarkedSpan(TextSpan Span, IReadOnlyList<string> Ids, MentionKind Kind);

/// <summary>A text without its marks, and what they said.</summary>
internal sealed partial record CorpusMarks(string Text, IReadOnlyList<MarkedSpan> Mentions, IReadOnlyList<GoldAttribution> Attributions)
{
    public static CorpusMarks Strip(string raw, string name)
    {
        var text = new StringBuilder();
        var mentions = new List<MarkedSpan>();
        var opened = new Stack<int>();
        var tags = new Stack<(char Role, int Number, int Start)>();
        var spans = new List<(char Role, int Number, TextSpan Span)>();
        GoldException Bad(string what, int at) =>
            new(name, $"{what} near '{raw[Math.Max(0, at - 40)..Math.Min(raw.Length, at + 20)].ReplaceLineEndings(" ")}'");
        var end = 0;
        void Emit(int from, int to)
        {
            var piece = raw.AsSpan(from, to - from);
            if (piece.ContainsAny('|', ']'))
            {
                throw Bad("a stray | or ]", from);
            }
            text.Append(piece);
        }
        foreach (Match mark in Mark().Matches(raw))
        {
            Emit(end, mark.Index);
            end = mark.Index + mark.Length;
            if (mark.Value == "[")
            {
                opened.Push(text.Length);
            }
            else if (mark.Groups["ids"].Success)
            {
                var span = opened.TryPop(out var start)
                    ? new TextSpan(start, text.Length)
                    : throw Bad("a mention closed but not opened", mark.Index);
                var kind = mark.Groups["kind"].Value switch { "p" => MentionKind.Pronoun, "n" => MentionKind.Nominal, _ => MentionKind.Name };
                mentions.Add(span.Length > 0
                    ? new MarkedSpan(span, mark.Groups["ids"].Value.Split('+'), kind)
                    : throw Bad("an empty mention", mark.Index));
            }
            else
            {
                var role = mark.Groups["role"].Value[0];
                var number = int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                if (mark.Groups["close"].Length == 0)
                {
                    tags.Push((role, number, text.Length));
                }
                else if (tags.TryPop(out var open) && open.Role == role && open.Number == number)
                {
                    spans.Add((role, number, new TextSpan(open.Start, text.Length)));
                }
                else
                {
                    throw Bad("a mark closed out of order", mark.Index);
                }
            }
        }
        Emit(end, raw.Length);
        if (opened.Count > 0 || tags.Count > 0)
        {
            throw new GoldException(name, "a mark is never closed");
        }
        var attributions = spans.GroupBy(s => s.Number).OrderBy(g => g.Key).Select(g =>
        {
            IReadOnlyList<TextSpan> Of(char role) => [.. g.Where(s => s.Role == role).Select(s => s.Span)];
            var attribution = new GoldAttribution(g.Key.ToString(CultureInfo.InvariantCulture), Of('s'), Of('c'), Of('q'));
            return attribution.Content.Count > 0 ? attribution : throw new GoldException(name, $"attribution {g.Key} has no content");
        });
        return new CorpusMarks(text.ToString(), [.. mentions.OrderBy(m => m.Span)], [.. attributions]);
    }

    [GeneratedRegex(@"<(?<close>/?)(?<role>[scq])(?<number>\d+)>|\[|\|(?<ids>[POLM]\d+(?:\+[POLM]\d+)*)(?<kind>[pn]?)\]")]
    private static partial Regex Mark();
}
