using System.Text.Json;
using System.Text.RegularExpressions;

namespace EntityGraph.Matching.Tests;

/// <summary>Forty pairs of invented people, bodies and places that have the same name, or nearly, and are two.</summary>
public sealed partial class Namesakes
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    [Fact]
    public void No_two_of_them_are_merged()
    {
        using var reader = new StreamReader(typeof(Namesakes).Assembly.GetManifestResourceStream("namesakes.jsonl")!);
        var pairs = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Pair>(l, Form)!).ToList();
        Assert.Equal(40, pairs.Count);
        var features = pairs.Select(p => PairFeatures.Of(Profile(p.One, p.Type), Profile(p.Other, p.Type), rivals: p.One.Name.Contains(' ') && p.Other.Name.Contains(' ') ? 0 : 1)).ToList();
        Assert.DoesNotContain(features, f => f.IsKnown);
        var wrong = Matcher.Load().Probabilities(features).Zip(pairs)
            .Where(p => p.First >= Matcher.Sure).Select(p => $"{p.Second.One.Name} and {p.Second.Other.Name}: {p.First:0.000}").ToList();
        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
    }

    private static EntityProfile Profile(Side side, string typed)
    {
        var type = Enum.Parse<EntityType>(typed);
        var at = side.Text.IndexOf(side.Name, StringComparison.Ordinal);
        var pronouns = type == EntityType.Person ? Pronoun().Matches(side.Text).Select(m => new Mention(new TextSpan(m.Index, m.Index + m.Length), MentionKind.Pronoun)) : [];
        var article = new AnnotatedArticle
        {
            Article = new Article { Id = ContentId.OfArticle(side.Text, null, null), Text = side.Text },
            Entities =
            [
                new AnnotatedEntity("it", type, side.Name, [new Mention(new TextSpan(at, at + side.Name.Length), MentionKind.Name), .. pronouns]),
                .. side.Others.Select((name, i) => new AnnotatedEntity($"other{i}", EntityType.Organisation, name, [])),
            ],
        };
        return EntityProfile.Of("it", type, [article]);
    }

    [GeneratedRegex(@"\b(he|him|his|she|her)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    private sealed record Pair(string Type, Side One, Side Other);

    private sealed record Side(string Name, string Text, IReadOnlyList<string> Others);
}
