namespace EntityGraph.Evaluation;

/// <summary>
/// Which predicted entity is which gold one. Two are candidates where they share a name (see <see cref="NameKey"/>); the pairs
/// are taken greedily, those first whose sets of names overlap most (shared of all names of the two), then those with most
/// predicted name mentions under a shared name, then those whose types agree, then in the order of the lists. Types do not
/// forbid a pair: a wrong type costs in the entity score.
/// </summary>
public sealed class EntityAlignment
{
    private readonly Dictionary<string, GoldEntity> _oneToOne = [];
    private readonly Dictionary<string, GoldEntity> _merged = [];

    /// <summary>Aligns an article's entities.</summary>
    public EntityAlignment(IReadOnlyList<GoldEntity> gold, AnnotatedArticle predicted)
    {
        var text = predicted.Article.Text;
        var goldKeys = gold.Select(g => g.Names.Select(NameKey.Of).ToHashSet()).ToList();
        var pairs = new List<(double Overlap, int Mentions, bool Type, int Gold, int Predicted)>();
        for (var p = 0; p < predicted.Entities.Count; p++)
        {
            var entity = predicted.Entities[p];
            var keys = entity.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => NameKey.Of(m.Span.In(text))).ToList();
            var distinct = keys.ToHashSet();
            for (var g = 0; g < gold.Count; g++)
            {
                var mentions = keys.Count(goldKeys[g].Contains);
                if (mentions > 0)
                {
                    pairs.Add(((double)distinct.Count(goldKeys[g].Contains) / distinct.Union(goldKeys[g]).Count(),
                        mentions, gold[g].Type == entity.Type, g, p));
                }
            }
        }
        var taken = new HashSet<int>();
        foreach (var pair in pairs.OrderByDescending(x => x.Overlap).ThenByDescending(x => x.Mentions).ThenByDescending(x => x.Type)
            .ThenBy(x => x.Gold).ThenBy(x => x.Predicted))
        {
            var id = predicted.Entities[pair.Predicted].Id;
            _merged.TryAdd(id, gold[pair.Gold]);
            if (!_oneToOne.ContainsKey(id) && taken.Add(pair.Gold))
            {
                _oneToOne.Add(id, gold[pair.Gold]);
            }
        }
    }

    /// <summary>Gold entities by the id of the predicted entity; each gold entity has at most one.</summary>
    public IReadOnlyDictionary<string, GoldEntity> OneToOne => _oneToOne;

    /// <summary>The best gold entity for every predicted one, so that parts of a split entity count as the whole.</summary>
    public IReadOnlyDictionary<string, GoldEntity> Merged => _merged;
}
