using EntityGraph.Storage;

namespace EntityGraph.Matching;

/// <summary>What articles tell of an entity, as far as it helps to know it again.</summary>
public sealed class EntityProfile
{
    private const int WordsAround = 60;
    private static readonly HashSet<string> Pronouns = ["he", "him", "his", "himself"];
    private static readonly HashSet<string> HerPronouns = ["she", "her", "hers", "herself"];

    private EntityProfile(string id, EntityType type) => (Id, Type) = (id, type);

    /// <summary>The entity's id.</summary>
    public string Id { get; }

    /// <summary>Its type.</summary>
    public EntityType Type { get; }

    /// <summary>The names that articles give it, and how many do.</summary>
    public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The articles that it was read from.</summary>
    public HashSet<string> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>The folded names of who and what is in these articles too.</summary>
    public HashSet<string> Company { get; } = new(StringComparer.Ordinal);

    /// <summary>The folded words of its roles, of descriptions of it, and of what stands beside its names.</summary>
    public HashSet<string> Context { get; } = new(StringComparer.Ordinal);

    /// <summary>How many pronouns for it are a man's, less those that are a woman's.</summary>
    public int Pronouned { get; private set; }

    /// <summary>The shapes of its names.</summary>
    internal IReadOnlyList<NameShape> Shapes => shapes ??= [.. Names.Keys.Select(n => new NameShape(n, Type))];

    private IReadOnlyList<NameShape>? shapes;

    /// <summary>The profiles of the entities of articles, by their ids; of those wanted, where these are given.</summary>
    public static IReadOnlyDictionary<string, EntityProfile> Of(IEnumerable<AnnotatedArticle> articles, IReadOnlySet<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var profiles = new Dictionary<string, EntityProfile>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var entity in article.Entities.Where(e => wanted is null || wanted.Contains(e.Id)))
            {
                if (!profiles.TryGetValue(entity.Id, out var profile)) profiles.Add(entity.Id, profile = new EntityProfile(entity.Id, entity.Type));
                profile.Add(entity, article);
            }
        }

        return profiles;
    }

    /// <summary>One profile of the entity of that id in these articles.</summary>
    public static EntityProfile Of(string id, EntityType type, IEnumerable<AnnotatedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var profile = new EntityProfile(id, type);
        foreach (var article in articles)
        {
            if (article.Entities.FirstOrDefault(e => e.Id == id) is { } entity) profile.Add(entity, article);
        }

        return profile;
    }

    /// <summary>The same under another name.</summary>
    internal EntityProfile Called(string name)
    {
        var called = new EntityProfile(Id, Type) { Pronouned = Pronouned };
        called.Names.Add(name, 1);
        called.Articles.UnionWith(Articles);
        called.Company.UnionWith(Company);
        called.Context.UnionWith(Context);
        return called;
    }

    private void Add(AnnotatedEntity entity, AnnotatedArticle annotated)
    {
        var text = annotated.Article.Text;
        Articles.Add(annotated.Article.Id);
        Names[entity.Name] = Names.GetValueOrDefault(entity.Name) + 1;
        Company.UnionWith(annotated.Entities.Where(e => e.Id != entity.Id).Select(e => Folding.Fold(e.Name)));
        foreach (var role in annotated.Roles.Where(r => r.HolderId == entity.Id)) Describe(role.Role);
        var first = entity.Mentions.FirstOrDefault(m => m.Kind == MentionKind.Name);
        if (first is not null)
        {
            Describe(text[Math.Max(0, first.Span.Start - WordsAround)..first.Span.Start]);
            Describe(text[first.Span.End..Math.Min(text.Length, first.Span.End + WordsAround)]);
        }

        foreach (var mention in entity.Mentions)
        {
            var words = mention.Span.In(text);
            if (mention.Kind == MentionKind.Nominal) Describe(words);
            if (mention.Kind != MentionKind.Pronoun) continue;
            var folded = Folding.Fold(words);
            if (Pronouns.Contains(folded)) Pronouned++;
            if (HerPronouns.Contains(folded)) Pronouned--;
        }
    }

    private void Describe(string words) => Context.UnionWith(Folding.Words(words).Where(w => w.Length > 3));
}
