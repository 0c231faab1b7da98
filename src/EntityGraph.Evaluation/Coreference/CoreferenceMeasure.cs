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
            // Single mentions that are wrong are shown by ReferenceMeasure.
            []);
    }
}
