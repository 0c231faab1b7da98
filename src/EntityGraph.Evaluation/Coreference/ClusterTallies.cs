namespace EntityGraph.Evaluation;

/// <summary>The measures of coreference on predicted mentions, as the reference scorer counts them (Pradhan et al. 2014).</summary>
public static class ClusterTallies
{
    /// <summary>MUC (Vilain et al. 1995): links that are needed to hold a cluster together and are there.</summary>
    public static Tally Muc(Clusters clusters)
    {
        var (found, wanted) = MucSide(clusters);
        var (right, made) = MucSide(clusters.Swapped);
        return new Tally(right, made, found, wanted);
    }

    /// <summary>
    /// B³ (Bagga and Baldwin 1998): for each mention the share of its cluster that is shared with its cluster on the other
    /// side; a mention that the other side lacks shares nothing.
    /// </summary>
    public static Tally BCubed(Clusters clusters) => new(
        BCubedSide(clusters.Swapped), clusters.Predicted.Sum(c => c.Count), BCubedSide(clusters), clusters.Gold.Sum(c => c.Count));

    /// <summary>CEAF-φ4 (Luo 2005): the best one-to-one pairing of clusters, each pair worth the Dice coefficient of its mentions.</summary>
    public static Tally CeafPhi4(Clusters clusters)
    {
        var worth = new double[clusters.Gold.Count, clusters.Predicted.Count];
        for (var g = 0; g < clusters.Gold.Count; g++)
        {
            for (var p = 0; p < clusters.Predicted.Count; p++)
            {
                worth[g, p] = SpanTallies.Dice(clusters.Gold[g], clusters.Predicted[p]);
            }
        }
        var sum = Assignment.Best(worth).Sum(pair => worth[pair.Row, pair.Column]);
        return new Tally(sum, clusters.Predicted.Count, sum, clusters.Gold.Count);
    }

    private static (double Found, double Wanted) MucSide(Clusters clusters)
    {
        var other = clusters.Predicted.SelectMany((c, i) => c.Select(m => (m, i))).ToDictionary(x => x.m, x => x.i);
        double found = 0, wanted = 0;
        foreach (var cluster in clusters.Gold)
        {
            // A mention that the other side lacks is a part of its own.
            var parts = cluster.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count()
                + cluster.Count(m => !other.ContainsKey(m));
            found += cluster.Count - parts;
            wanted += cluster.Count - 1;
        }
        return (found, wanted);
    }

    private static double BCubedSide(Clusters clusters)
    {
        var other = clusters.Predicted.SelectMany(c => c.Select(m => (m, c))).ToDictionary(x => x.m, x => x.c);
        return clusters.Gold.Sum(cluster => cluster
            .Where(other.ContainsKey)
            .Sum(m => (double)cluster.Count(other[m].Contains) / cluster.Count));
    }
}
