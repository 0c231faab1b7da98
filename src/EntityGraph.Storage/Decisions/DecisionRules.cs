namespace EntityGraph.Storage.Decisions;

/// <summary>Whether something may be decided, and the form in which it is then kept.</summary>
/// <param name="known">The decisions that hold and have to do with it: <see cref="KnownDecisions.For(Ruling)"/>.</param>
/// <param name="nodes">The entities that the ruling names, as the graph shows them, by the ids that they go by now.</param>
/// <param name="articles">The articles that it names, as the graph shows them.</param>
internal sealed class DecisionRules(
    KnownDecisions known, IReadOnlyDictionary<string, GraphNode> nodes, IReadOnlyDictionary<string, AnnotatedArticle> articles)
{
    /// <summary>The ids that the entities of a ruling go by now: whose nodes are to be given.</summary>
    public static IReadOnlyCollection<string> Entities(Ruling ruling, KnownDecisions known) =>
        [.. ruling.NamedEntities.Select(known.Current).Distinct()];

    /// <summary>The ruling in the ids of now, or null where the graph is so already.</summary>
    /// <exception cref="DecisionException">It cannot be.</exception>
    public Ruling? Settled(Ruling ruling) => ruling switch
    {
        Ruling.Merge merge => Settled(merge),
        Ruling.Separate separate => Settled(separate),
        Ruling.DoNotMerge apart => Settled(apart),
        Ruling.Retype retype => Settled(retype),
        Ruling.ChangeSpeaker change => Settled(change),
        Ruling.NotAStatement denied => Statements(denied.ArticleId, denied.Content).Count > 0 ? denied : null,
        Ruling.ChangeMention change => Settled(change),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling, "An unknown kind of ruling."),
    };

    /// <summary>The entities that the ruling names, as the graph shows them.</summary>
    public IReadOnlyList<GraphNode> Shown => [.. nodes.Values];

    /// <summary>A settled ruling's entities, for the record.</summary>
    public IReadOnlyList<DecidedEntity> Named(Ruling settled) =>
        [.. settled.NamedEntities.Where(nodes.ContainsKey).Select(id => new DecidedEntity(id, nodes[id].Type, nodes[id].Name))];

    private Ruling.Merge? Settled(Ruling.Merge merge)
    {
        var into = Node(merge.IntoId);
        var sources = merge.EntityIds.Select(Node).Select(n => n.Id).Distinct().Where(id => id != into.Id).ToList();
        if (sources.Count == 0) return null;
        foreach (var (decision, first, second) in known.KeptApart())
        {
            if (first != second && Joined(first) && Joined(second)) throw Contradicts(decision, first, second);
        }

        return new Ruling.Merge(sources, into.Id);
        bool Joined(string id) => id == into.Id || sources.Contains(id);
    }

    private Ruling.Separate Settled(Ruling.Separate separate)
    {
        var entity = Node(separate.EntityId);
        var into = separate.IntoId is null ? null : Node(separate.IntoId);
        var ids = separate.ArticleIds.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var article in ids.Select(Article))
        {
            if (!article.Entities.Any(e => e.Id == entity.Id))
                throw new DecisionException($"The article '{ArticleSummary.Of(article).Title}' does not name {entity.Name}.");
        }

        if (into is null && ids.Count == entity.Articles)
            throw new DecisionException($"These are all the articles that name {entity.Name}: nothing would be left to separate from.");
        if (into?.Id == entity.Id) throw new DecisionException($"{entity.Name} cannot be separated into itself.");
        var reverse = known.InOrder.FirstOrDefault(d =>
            d.Ruling is Ruling.Separate s && s.IntoId == entity.Id && s.EntityId == into?.Id && s.ArticleIds.Intersect(ids).Any());
        if (reverse is not null)
            throw new DecisionException($"Decision {reverse.Number} says the reverse of some of these articles. Undo it instead.");
        return new Ruling.Separate(entity.Id, ids, into?.Id ?? ContentId.OfSeparated(entity.Id, ids));
    }

    private Ruling.DoNotMerge? Settled(Ruling.DoNotMerge apart)
    {
        GraphNode first = Node(apart.FirstId), second = Node(apart.SecondId);
        if (first.Id == second.Id)
        {
            var merge = known.InOrder.LastOrDefault(d => d.Ruling is Ruling.Merge m && m.IntoId == first.Id);
            throw new DecisionException(merge is null
                ? $"{first.Name} is a single entity. Separate the articles that mean another."
                : $"They are one, {first.Name}, by decision {merge.Number}. Undo it first.");
        }

        return known.KeptApart().Any(k => (k.First, k.Second) == (first.Id, second.Id) || (k.Second, k.First) == (first.Id, second.Id))
            ? null
            : new Ruling.DoNotMerge(first.Id, second.Id);
    }

    private Ruling.Retype? Settled(Ruling.Retype retype)
    {
        var node = Node(retype.EntityId);
        return node.Type == retype.Type ? null : new Ruling.Retype(node.Id, retype.Type);
    }

    private Ruling.ChangeSpeaker? Settled(Ruling.ChangeSpeaker change)
    {
        var speaker = change.SpeakerId is null ? null : Node(change.SpeakerId).Id;
        return Statements(change.ArticleId, change.Content).All(a => a.SpeakerId == speaker) ? null : change with { SpeakerId = speaker };
    }

    private Ruling.ChangeMention? Settled(Ruling.ChangeMention change)
    {
        var entity = change.EntityId is null ? null : Node(change.EntityId).Id;
        var meant = Correction.MeantMentions(Article(change.ArticleId), change.Span).Where(m => m.Mention.Span == change.Span).ToList();
        if (meant.Count == 0) throw new DecisionException("There is no mention at this place of the article.");
        return meant.All(m => m.Entity.Id == entity) ? null : change with { EntityId = entity };
    }

    private List<Attribution> Statements(string articleId, TextSpan content)
    {
        var meant = Correction.Meant(Article(articleId), content).Where(a => a.Content[0] == content).ToList();
        return meant.Count > 0 ? meant : throw new DecisionException("There is no statement at this place of the article.");
    }

    private GraphNode Node(string id) => nodes.TryGetValue(known.Current(id), out var node)
        ? node
        : throw new DecisionException($"There is no entity '{id}' in the graph.");

    private AnnotatedArticle Article(string id) => articles.TryGetValue(id, out var article)
        ? article
        : throw new DecisionException($"There is no article '{id}' in the graph.");

    private DecisionException Contradicts(Decision decision, string first, string second) => new(decision.Ruling is Ruling.Separate
        ? $"{nodes[first].Name} and {nodes[second].Name} were separated by decision {decision.Number}. Undo that instead."
        : $"{nodes[first].Name} and {nodes[second].Name} are not to be merged: decision {decision.Number} says so. Undo it first.");
}
