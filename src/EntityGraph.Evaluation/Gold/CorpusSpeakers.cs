using System.Text.RegularExpressions;

namespace EntityGraph.Evaluation;

/// <summary>Who speaks in the corpus's marked attributions, and whom that makes them mention: the rules of its own checker.</summary>
internal static partial class CorpusSpeakers
{
    /// <summary>
    /// The mention that is the whole source or ends it (a job description may come before), or one that an office or a statement
    /// speaks for, or one before "and"; things that are no person, organisation or place do not speak.
    /// </summary>
    public static GoldAttribution WithSpeakers(GoldAttribution attribution, CorpusMarks marks)
    {
        var speakers = new List<(string Id, MentionKind Kind)>();
        foreach (var source in attribution.Source)
        {
            var inside = marks.Mentions.Where(m => source.Contains(m.Span)).ToList();
            foreach (var top in inside.Where(m => !inside.Any(o => o != m && o.Span.Contains(m.Span))))
            {
                var rest = marks.Text[top.Span.End..source.End];
                if (rest.Length == 0 || rest.StartsWith(" and ", StringComparison.Ordinal) || Office().IsMatch(rest))
                {
                    speakers.AddRange(top.Ids.Where(id => CorpusReader.TypeOf(id) is not null).Select(id => (id, top.Kind)));
                }
            }
        }
        return attribution with
        {
            SpeakerIds = [.. speakers.Select(s => s.Id).Distinct()],
            SpeakerKind = speakers.Count > 0 ? speakers.Min(s => s.Kind) : null,
        };
    }

    /// <summary>An attribution's speakers to everything mentioned in its contents, each pair once, by its plainest mention.</summary>
    public static IReadOnlyList<GoldEdge> Edges(IReadOnlyList<GoldAttribution> attributions, CorpusMarks marks) =>
        [.. attributions
            .SelectMany(a => a.Content.SelectMany(content => marks.Mentions.Where(m => content.Contains(m.Span)).SelectMany(m => m.Ids
                .Where(id => CorpusReader.TypeOf(id) is not null)
                .SelectMany(id => a.SpeakerIds!.Where(speaker => speaker != id)
                    .Select(speaker => (Speaker: speaker, Mentioned: id, Mention: m, Content: content))))))
            .GroupBy(e => (e.Speaker, e.Mentioned))
            .Select(pair => pair.OrderBy(e => e.Mention.Kind).First())
            .Select(e => new GoldEdge(e.Speaker, e.Mentioned, e.Mention.Kind, Around(marks.Text, e.Mention.Span, e.Content))
                { Place = e.Mention.Span })];

    // As hand-made gold has it: a dozen words of the content.
    private static string Around(string text, TextSpan mention, TextSpan content)
    {
        var around = Passage.Around(text, mention, 35);
        return Passage.Line(text, new TextSpan(Math.Max(around.Start, content.Start), Math.Min(around.End, content.End)));
    }

    [GeneratedRegex(@"^(?:'s|’s)? *(?:own )?"
        + @"(?:office|statement|lawyers?|spokes\w+|team|camp|representatives?|publicist|agent|account|letter|post|tweet|email|report|press office)\b")]
    private static partial Regex Office();
}
