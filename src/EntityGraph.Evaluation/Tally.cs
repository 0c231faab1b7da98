namespace EntityGraph.Evaluation;

/// <summary>
/// What precision, recall and F1 are made of. For plain sets the two numerators are one number; for the link and cluster
/// measures of coreference they differ.
/// </summary>
/// <param name="RightOfPredicted">How much of what was predicted is right.</param>
/// <param name="Predicted">How much was predicted.</param>
/// <param name="RightOfGold">How much of the gold was found.</param>
/// <param name="Gold">How much gold there is.</param>
public readonly record struct Tally(double RightOfPredicted, double Predicted, double RightOfGold, double Gold)
{
    /// <summary>The tally of two sets: how many are in both, in the predicted, in the gold.</summary>
    public static Tally Of(double right, double predicted, double gold) => new(right, predicted, right, gold);

    /// <summary>0 to 1; 1 where nothing was predicted and there was nothing to find.</summary>
    public double Precision => Predicted > 0 ? RightOfPredicted / Predicted : Gold > 0 ? 0 : 1;

    /// <summary>0 to 1; 1 where there was nothing to find.</summary>
    public double Recall => Gold > 0 ? RightOfGold / Gold : Predicted > 0 ? 0 : 1;

    /// <summary>The harmonic mean of the two, 0 to 1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Adds two tallies.</summary>
    public static Tally operator +(Tally left, Tally right) => Add(left, right);

    /// <summary>Adds two tallies.</summary>
    public static Tally Add(Tally left, Tally right) => new(
        left.RightOfPredicted + right.RightOfPredicted,
        left.Predicted + right.Predicted,
        left.RightOfGold + right.RightOfGold,
        left.Gold + right.Gold);

    /// <summary>The sum over articles: what micro averages are made of.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), Add);

    /// <summary>The mean F1 over articles: the macro average.</summary>
    public static double MacroF1(IEnumerable<Tally> tallies) => tallies.Select(t => t.F1).DefaultIfEmpty(0).Average();
}
