using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EntityGraph.Evaluation;

/// <summary>A document of GUM while it is being read.</summary>
internal sealed partial class GumDocument(string id)
{
    private readonly StringBuilder _text = new();
    private readonly List<GumToken> _tokens = [];
    private readonly List<GumMention> _open = [];
    private readonly List<GumMention> _mentions = [];

    public string? Genre { get; set; }

    public void NewParagraph()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Length -= _text[^1] == ' ' ? 1 : 0;
            _text.Append('\n');
        }
    }

    public void Token(string form, string upos, string relation, string misc)
    {
        var attributes = misc.Split('|').Select(f => f.Split('=', 2))
            .Where(f => f.Length == 2)
            .GroupBy(f => f[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        var index = _tokens.Count;
        _tokens.Add(new GumToken(form, upos, relation, new TextSpan(_text.Length, _text.Length + form.Length)));
        _text.Append(form);
        if (attributes.GetValueOrDefault("SpaceAfter") != "No")
        {
            _text.Append(' ');
        }
        foreach (Match bracket in Bracket().Matches(attributes.GetValueOrDefault("Entity") ?? ""))
        {
            if (bracket.Groups["open"].Success)
            {
                // GRP-etype-infstat-salience-centering-minspan-link-identity; identities may hold hyphens themselves.
                var fields = bracket.Groups["open"].Value.Split('-', 8);
                _open.Add(new GumMention(
                    fields[0], fields.ElementAtOrDefault(1) ?? "abstract",
                        index, index, fields.ElementAtOrDefault(5) ?? "",
                        fields.ElementAtOrDefault(7)));
            }
            else
            {
                var group = bracket.Groups["close"].Value.Split('-')[0];
                var at = _open.FindLastIndex(m => group.Length == 0 || m.Group == group);
                if (at >= 0)
                {
                    _mentions.Add(_open[at] with { Last = index });
                    _open.RemoveAt(at);
                }
            }
        }
    }

    public GoldArticle ToGold()
    {
        var found = _mentions.Select(m => (Mention: m, Reading: Read(m))).ToList();
        var names = found.Where(x => x.Reading.Kind == MentionKind.Name)
            .Select(x => new GoldName(x.Reading.Span, TypeOf(x.Mention.Type))).Distinct().OrderBy(n => n.Span).ToList();
        var text = _text.ToString();
        var entities = found.GroupBy(x => x.Mention.Group).Select(g => new GoldEntity(
            g.Key,
            TypeOf(g.First().Mention.Type),
            [.. g.Where(x => x.Reading.Kind == MentionKind.Name).Select(x => x.Reading.Span.In(text)).Distinct()],
            [.. g.Select(x => x.Reading).DistinctBy(m => m.Span).OrderBy(m => m.Span)])
        {
            Identity = g.Select(x => x.Mention.Identity).FirstOrDefault(i => !string.IsNullOrEmpty(i)),
        });
        return new GoldArticle { Id = id, Text = text, Genre = Genre, Names = names, Entities = [.. entities.Where(e => e.Names.Count > 0)] };
    }

    private GoldMention Read(GumMention mention)
    {
        var (start, end) = (mention.First, mention.Last);
        var heads = mention.Heads.Split(',').Where(h => int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(h => start + int.Parse(h, CultureInfo.InvariantCulture) - 1)
                .Where(h => h >= start && h <= end).DefaultIfEmpty(end).ToList();
        var head = heads[^1];
        if (_tokens[head].Upos == "PROPN")
        {
            return new GoldMention(Span(NameAbout(head, start, end, TypeOf(mention.Type))), MentionKind.Name);
        }
        return start == end && _tokens[start].Upos == "PRON"
            ? new GoldMention(Span((start, end)), MentionKind.Pronoun)
            : new GoldMention(Span((start, end)), MentionKind.Nominal) { Head = _tokens[head].Span };
    }

    private (int First, int Last) NameAbout(int head, int start, int end, EntityType? type)
    {
        bool Proper(int i) => _tokens[i].Upos == "PROPN";
        int first = head, last = head;
        while (first - 1 >= start && (Proper(first - 1)
            || (_tokens[first - 1].Relation is "flat" or "compound" or "nummod" && char.IsUpper(_tokens[first - 1].Form[0]))))
        {
            first--;
        }
        while (last + 1 <= end && Proper(last + 1))
        {
            last++;
        }
        // "University of Oxford": an of-phrase with a proper noun belongs to the name of an organisation or a place.
        if (type is EntityType.Organisation or EntityType.Place && last + 2 <= end && _tokens[last + 1].Form is "of" or "for"
            && Enumerable.Range(last + 2, Math.Min(end, last + 4) - last - 1).Any(Proper))
        {
            var next = last + 2;
            while (next <= end && (Proper(next) || _tokens[next].Form is "the" or "and"))
            {
                next++;
            }
            last = Proper(next - 1) ? next - 1 : last;
        }
        return (first, last);
    }

    private TextSpan Span((int First, int Last) tokens) => new(_tokens[tokens.First].Span.Start, _tokens[tokens.Last].Span.End);

    private static EntityType? TypeOf(string type) => type switch
    {
        "person" => EntityType.Person,
        "organization" => EntityType.Organisation,
        "place" => EntityType.Place,
        _ => null,
    };

    [GeneratedRegex(@"\((?<open>[^()]*)|(?<close>[^()]*)\)")]
    private static partial Regex Bracket();

    private sealed record GumToken(string Form, string Upos, string Relation, TextSpan Span);

    private sealed record GumMention(string Group, string Type, int First, int Last, string Heads, string? Identity);
}
