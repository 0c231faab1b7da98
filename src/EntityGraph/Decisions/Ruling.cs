using System.Text.Json.Serialization;

namespace EntityGraph;

/// <summary>
/// What a decision rules. Ids are those of the graph as it is when the decision is made; a store keeps them that way, each the id
/// that the entity then goes by. Later rulings see what earlier ones have made of an article.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Separate), "separate")]
[JsonDerivedType(typeof(DoNotMerge), "doNotMerge")]
[JsonDerivedType(typeof(Retype), "retype")]
[JsonDerivedType(typeof(ChangeSpeaker), "changeSpeaker")]
[JsonDerivedType(typeof(NotAStatement), "notAStatement")]
[JsonDerivedType(typeof(ChangeMention), "changeMention")]
public abstract record Ruling
{
    /// <summary>The most entities or articles that one ruling may name.</summary>
    public const int Most = 1000;

    private Ruling()
    {
    }

    /// <summary>The entities that it names, each once.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> NamedEntities => [.. (this switch
    {
        Merge merge => merge.EntityIds.Append(merge.IntoId),
        Separate separate => [separate.EntityId, separate.IntoId],
        DoNotMerge apart => [apart.FirstId, apart.SecondId],
        Retype retype => [retype.EntityId],
        ChangeSpeaker change => [change.SpeakerId],
        ChangeMention change => [change.EntityId],
        _ => Enumerable.Empty<string?>(),
    }).OfType<string>().Distinct()];

    /// <summary>The articles that it names; none where it holds for all.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> NamedArticles => this switch
    {
        Separate separate => separate.ArticleIds,
        ChangeSpeaker change => [change.ArticleId],
        NotAStatement denied => [denied.ArticleId],
        ChangeMention change => [change.ArticleId],
        _ => [],
    };

    /// <summary>Several entities are one: wherever an article names one of the first, it names the other.</summary>
    /// <param name="EntityIds">Who is somebody else in truth; it does no harm if <paramref name="IntoId"/> is among them.</param>
    /// <param name="IntoId">The entity that they are. It keeps its id, and the name that it is shown by.</param>
    public sealed record Merge(IReadOnlyList<string> EntityIds, string IntoId) : Ruling;

    /// <summary>What some articles call an entity is another one of the same name. Articles that come later are not touched.</summary>
    /// <param name="EntityId">The entity that it is not.</param>
    /// <param name="ArticleIds">The articles that mean the other.</param>
    /// <param name="IntoId">The other; null for an entity of its own, whose id the store gives.</param>
    public sealed record Separate(string EntityId, IReadOnlyList<string> ArticleIds, string? IntoId = null) : Ruling;

    /// <summary>Two entities are not one, whatever they are called: no merge may bring them together.</summary>
    /// <param name="FirstId">The one.</param>
    /// <param name="SecondId">The other.</param>
    public sealed record DoNotMerge(string FirstId, string SecondId) : Ruling;

    /// <summary>An entity is of another type, in every article.</summary>
    /// <param name="EntityId">The entity; it keeps its id.</param>
    /// <param name="Type">What it is.</param>
    public sealed record Retype(string EntityId, EntityType Type) : Ruling;

    /// <summary>
    /// A statement is another's. Pronouns and descriptions in its source follow, and so does the "I" of a quotation.
    /// </summary>
    /// <param name="ArticleId">The article.</param>
    /// <param name="Content">The first piece of the statement's content; the statement that overlaps it best is meant.</param>
    /// <param name="SpeakerId">Who speaks; null where it is nobody named.</param>
    public sealed record ChangeSpeaker(string ArticleId, TextSpan Content, string? SpeakerId = null) : Ruling;

    /// <summary>Nobody says this: what the program took for a statement is none.</summary>
    /// <param name="ArticleId">The article.</param>
    /// <param name="Content">The first piece of the statement's content; the statement that overlaps it best is meant.</param>
    public sealed record NotAStatement(string ArticleId, TextSpan Content) : Ruling;

    /// <summary>
    /// A mention is of somebody else ("this pronoun is not him"). The statements that hold it, or have it as their source, follow.
    /// </summary>
    /// <param name="ArticleId">The article.</param>
    /// <param name="Span">Where the mention stands.</param>
    /// <param name="EntityId">Whom it refers to; null for nobody in the graph.</param>
    public sealed record ChangeMention(string ArticleId, TextSpan Span, string? EntityId = null) : Ruling;

    /// <summary>Itself, if it names something, nothing empty and not too much.</summary>
    /// <exception cref="ArgumentException">It does not; the message is fit to be shown.</exception>
    public Ruling Checked()
    {
        var ids = this is Merge merge ? [.. merge.EntityIds, merge.IntoId] : NamedEntities.Concat(NamedArticles).ToList();
        if (this is Merge { EntityIds.Count: 0 } or Separate { ArticleIds.Count: 0 })
            throw new ArgumentException("A ruling names nothing: its list of ids is empty.");
        if (ids.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("A ruling names an entity or article with an empty id.");
        if (ids.Count > Most) throw new ArgumentException($"A ruling names {ids.Count} entities and articles; the most are {Most}.");
        if (this is Retype retype && !Enum.IsDefined(retype.Type)) throw new ArgumentException("A ruling names an unknown type of entity.");
        return this;
    }
}
