using EntityGraph.Evaluation;
using EntityGraph.Matching;

namespace EntityGraph.Cli.Training;

/// <summary>
/// Pairs of entities of whom it is known whether they are one. GUM ties entities of different documents to Wikipedia. The corpus'
/// people and organisations are invented and each is in one article alone: its two halves tell of one, two articles of two.
/// </summary>
internal sealed class KnownPairs
{
    private const double ShareOfCompany = 0.3;
    private const double ShareRenamed = 0.4;
    private readonly Random random = new(1);
    private readonly List<(PairFeatures Features, string Group)> pairs = [];

    public static IReadOnlyList<(PairFeatures Features, string Group)> Of(IEnumerable<GoldArticle> gum, IEnumerable<GoldArticle> corpus)
    {
        var known = new KnownPairs();
        known.AddGum(gum);
        known.AddCorpus([.. corpus]);
        return known.pairs;
    }

    private void AddGum(IEnumerable<GoldArticle> documents)
    {
        // A node of the graph by names: what documents call by one name, if it is one. Where that is not known it is told of once.
        var nodes = new Dictionary<string, (string? Identity, string Document, EntityType Type, List<AnnotatedArticle> Articles)>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var annotated = Annotated(document, document.Id, _ => true, e => $"{e.Identity ?? $"{document.Id} {e.Id}"}|{e.Type}|{Longest(e)}");
            foreach (var entity in Told(document))
            {
                var id = $"{entity.Identity ?? $"{document.Id} {entity.Id}"}|{entity.Type}|{Longest(entity)}";
                if (!nodes.TryGetValue(id, out var node)) nodes.Add(id, node = (entity.Identity, document.Id, entity.Type!.Value, []));
                node.Articles.Add(annotated);
            }
        }

        var profiles = nodes.Select(n => EntityProfile.Of(n.Key, n.Value.Type, n.Value.Articles)).ToList();
        foreach (var (one, other, features) in Comparing.Features(profiles))
        {
            var (a, b) = (nodes[one.Id], nodes[other.Id]);
            if ((a.Identity is null || b.Identity is null) && a.Document != b.Document) continue;
            features.Label = a.Identity is not null && a.Identity == b.Identity;
            pairs.Add((features, a.Identity ?? a.Document));
        }

        // One node's documents in two halves: the same name, and the same entity.
        foreach (var (id, node) in nodes.Where(n => n.Value.Articles.Count > 1))
        {
            var half = node.Articles.Count / 2;
            var features = Features(
                EntityProfile.Of(id, node.Type, node.Articles.Take(half)), EntityProfile.Of(id, node.Type, node.Articles.Skip(half)));
            features.Label = true;
            pairs.Add((features, node.Identity ?? node.Document));
        }
    }

    private void AddCorpus(IReadOnlyList<GoldArticle> articles)
    {
        var told = new List<(EntityProfile Profile, string Article)>();
        var renamed = new List<(EntityType Type, string Name, EntityProfile Profile)>();
        foreach (var article in articles)
        {
            var middle = article.Text.Length / 2;
            var first = Annotated(article, $"{article.Id} 1", m => m.Span.End <= middle, e => $"{article.Id} {e.Id}");
            var second = Annotated(article, $"{article.Id} 2", m => m.Span.Start >= middle, e => $"{article.Id} {e.Id}");
            foreach (var entity in first.Entities.Where(e => e.Type != EntityType.Place))
            {
                var profile = EntityProfile.Of(entity.Id, entity.Type, [first]);
                told.Add((profile, article.Id));
                if (!second.Entities.Any(e => e.Id == entity.Id)) continue;
                var features = Features(profile, EntityProfile.Of(entity.Id, entity.Type, [Thinned(second, entity.Id)]));
                features.Label = true;
                pairs.Add((features, article.Id));
                if (entity.Type == EntityType.Person && entity.Name.Contains(' ', StringComparison.Ordinal)) renamed.Add((entity.Type, entity.Name, profile));
            }
        }

        foreach (var (one, other, features) in Comparing.Features([.. told.Select(t => t.Profile)]))
        {
            // Bodies of the real world stand in several articles; of equal names it is not known.
            if (one.Names.Keys.Intersect(other.Names.Keys, StringComparer.OrdinalIgnoreCase).Any()) continue;
            pairs.Add((features, one.Id.Split(' ')[0]));
        }

        // Namesakes: a person of another article under the name of this one.
        for (var i = 0; i < renamed.Count; i++)
        {
            var (type, name, profile) = renamed[i];
            var other = told[random.Next(told.Count)].Profile;
            if (other.Type != type || other.Id.Split(' ')[0] == profile.Id.Split(' ')[0]) continue;
            pairs.Add((Features(profile, other.Called(name)), profile.Id.Split(' ')[0]));
        }
    }

    /// <summary>The article with little of the company and, now and then, the entity under another form of its name.</summary>
    private AnnotatedArticle Thinned(AnnotatedArticle article, string id) => article with
    {
        Entities = [.. article.Entities
            .Where(e => e.Id == id || random.NextDouble() < ShareOfCompany)
            .Select(e => e.Id == id && random.NextDouble() < ShareRenamed ? e with { Name = OtherForm(e.Name, e.Type) } : e)],
    };

    private string OtherForm(string name, EntityType type)
    {
        var words = name.Split(' ');
        if (words.Length == 1) return name;
        switch (random.Next(4))
        {
            case 0 when type == EntityType.Person:
                return $"{words[0][0]}. {words[^1]}";
            case 0 or 1 when type == EntityType.Organisation && words.Length > 2:
                return string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
            case 1 when type == EntityType.Person:
                return $"{words[0]} {(char)('A' + random.Next(26))}. {words[^1]}";
            case 2 when words[^1].Length > 4:
                var slip = 1 + random.Next(words[^1].Length - 2);
                return string.Join(' ', words[..^1].Append(words[^1].Remove(slip, 1)));
            default:
                return type == EntityType.Person ? words[^1] : words[0];
        }
    }

    /// <summary>The features of a pair that stands by itself: a single word would have rivals in a graph.</summary>
    private PairFeatures Features(EntityProfile one, EntityProfile other) =>
        PairFeatures.Of(one, other, one.Names.Keys.Concat(other.Names.Keys).All(n => n.Contains(' ', StringComparison.Ordinal)) ? 0 : random.Next(4));

    private static IEnumerable<GoldEntity> Told(GoldArticle article) => article.Entities!.Where(e => e.Type is not null && e.Names.Count > 0);

    private static string Longest(GoldEntity entity) => entity.Names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First();

    /// <summary>The entities named by some of an article's mentions, as an annotator would give them.</summary>
    private static AnnotatedArticle Annotated(GoldArticle article, string id, Func<GoldMention, bool> which, Func<GoldEntity, string> idOf) => new()
    {
        Article = new Article { Id = id, Text = article.Text },
        Entities = [.. Told(article)
            .Select(e => (Entity: e, Mentions: e.Mentions.Where(m => which(m) && !m.Plural).ToList()))
            .Where(e => e.Mentions.Any(m => m.Kind == MentionKind.Name))
            .Select(e => new AnnotatedEntity(
                idOf(e.Entity), e.Entity.Type!.Value,
                e.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => m.Span.In(article.Text)).OrderByDescending(n => n.Length).First(),
                [.. e.Mentions.Select(m => new Mention(m.Span, m.Kind))]))
            .DistinctBy(e => e.Id)],
    };
}
