namespace EntityGraph.Storage.Decisions;

/// <summary>
/// The decisions that hold for some entities and articles, with all that these lead to by merges and separations. A store fills
/// it: for as long as there is something <see cref="Unasked"/>, it adds the decisions that hold and name any of that.
/// </summary>
internal sealed class KnownDecisions
{
    private readonly SortedDictionary<long, Decision> decisions = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> unasked;

    public KnownDecisions(IEnumerable<string> ids) => unasked = new HashSet<string>(ids, StringComparer.Ordinal);

    /// <summary>The decisions that must be known for an article as it was put.</summary>
    public static KnownDecisions For(AnnotatedArticle put) => new(put.Entities.Select(e => e.Id).Append(put.Article.Id));

    /// <summary>The decisions that must be known to judge a ruling.</summary>
    public static KnownDecisions For(Ruling ruling) => new(ruling.NamedEntities.Concat(ruling.NamedArticles));

    /// <summary>The ids of entities and articles whose decisions have not been looked for.</summary>
    public IReadOnlyCollection<string> Unasked => unasked;

    /// <summary>Those known, in the order in which they were made.</summary>
    public IReadOnlyCollection<Decision> InOrder => decisions.Values;

    /// <summary>Adds the decisions that hold and name anything unasked.</summary>
    public void Add(IEnumerable<Decision> found)
    {
        asked.UnionWith(unasked);
        unasked.Clear();
        foreach (var decision in found)
        {
            if (decisions.TryAdd(decision.Number, decision)) unasked.UnionWith(decision.Ruling.NamedEntities.Where(id => !asked.Contains(id)));
        }
    }

    /// <summary>The id that an entity goes by now.</summary>
    public string Current(string entityId)
    {
        foreach (var decision in decisions.Values)
        {
            if (decision.Ruling is Ruling.Merge merge && merge.EntityIds.Contains(entityId)) entityId = merge.IntoId;
        }

        return entityId;
    }

    /// <summary>What brings two entities apart, with the ids that they go by now.</summary>
    public IEnumerable<(Decision Decision, string First, string Second)> KeptApart()
    {
        foreach (var decision in decisions.Values)
        {
            if (decision.Ruling is Ruling.DoNotMerge apart) yield return (decision, Current(apart.FirstId), Current(apart.SecondId));
            if (decision.Ruling is Ruling.Separate separate) yield return (decision, Current(separate.EntityId), Current(separate.IntoId!));
        }
    }
}
