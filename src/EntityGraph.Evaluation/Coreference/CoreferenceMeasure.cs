namespace EntityGraph.Evaluation;

/// <summary>Coreference inside an article: MUC, B³, CEAF-φ4 and their mean.</summary>
public sealed class CoreferenceMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "coreference";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
        [Part.Micro("MUC"), Part.Micro("B³"), Part.Micro("CEAF-φ4"), Part.Mean("mean of the three", "MUC", "B³", "CEAF-φ4"), Part.Micro("mentions")];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Entities?.Any(e => e.Mentions.Count > 0) == true;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        var clusters = Clusters.Of(gold, predicted);
        var goldMentions = clusters.Gold.SelectMany(c => c).ToHashSet();
        var found = clusters.Predicted.SelectMany(c => c).ToHashSet();
        return new Measurement(
            new Dictionary<string, Tally>
            {
                ["MUC"] = ClusterTallies.Muc(clusters),
                ["B³"] = ClusterTallies.BCubed(clusters),
                ["CEAF-φ4"] = ClusterTallies.CeafPhi4(clusters),
                ["mentions"] = Tally.Of(found.Count(goldMentions.Contains), found.Count, goldMentions.Count),
            },
            [.. Misplaced(gold, predicted)]);
    }

    // Mentions that are found but given to another entity than the gold's: what a person can look at.
    private IEnumerable<Example> Misplaced(GoldArticle gold, AnnotatedArticle predicted)
    {
        var words = new WordIndex(gold.Text);
        var entities = new EntityAlignment([.. gold.Entities!.Where(e => e.Type is not null)], predicted).OneToOne;
        var goldOf = new Dictionary<WordSpan, GoldEntity>();
        foreach (var entity in gold.Entities!)
        {
            foreach (var mention in entity.Mentions)
            {
                if (words.Of(mention.Span) is { } span)
                {
                    goldOf.TryAdd(span, entity);
                }
            }
        }
        foreach (var entity in predicted.Entities)
        {
            foreach (var mention in entity.Mentions)
            {
                if (words.Of(mention.Span) is { } span && goldOf.TryGetValue(span, out var wanted)
                    && (!entities.TryGetValue(entity.Id, out var given) || given.Id != wanted.Id))
                {
                    yield return Example.Of(Name, gold, $"taken for {entity.Name}, is {(wanted.Names.Count > 0 ? wanted.Names[0] : wanted.Id)}", mention.Span);
                }
            }
        }
    }
}
