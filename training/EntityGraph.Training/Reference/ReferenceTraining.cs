using EntityGraph.Extraction;
using EntityGraph.Extraction.Attributions;
using EntityGraph.Extraction.Names;
using EntityGraph.Extraction.References;
using EntityGraph.Extraction.Text;
using Microsoft.ML;

namespace EntityGraph.Training.Reference;

/// <summary>
/// Trains the rankers on what they will see when they are used: the tagger's own mentions and attributions, tied to the gold
/// afterwards. First every reference is resolved as the gold has it; then the articles are gone through again with rankers that
/// were trained without them, so that the rankers learn what to do behind their own errors.
/// </summary>
internal sealed class ReferenceTraining(IReadOnlyList<TrainingText> texts, RankerTrainer trainer, Action<string> tell)
{
    /// <summary>The name of the scores of the tagger alone.</summary>
    public const string Plain = "by score alone";

    /// <summary>The name of the scores that count.</summary>
    public const string Final = "ranker";

    private const int Folds = 5;

    /// <summary>The rankers, and how good they were on articles that they were not trained on.</summary>
    public (IReadOnlyDictionary<ReferenceKind, ITransformer> Models, IReadOnlyDictionary<ReferenceKind, double> None, IReadOnlyList<Scored> Scores) Run()
    {
        var untrained = Pass(_ => new ByScore(), followGold: false);
        var seen = Pass(_ => new ByScore(), followGold: true);
        tell($"{seen.Sum(s => s.Rows.Count):#,0} candidates of {seen.Sum(s => s.Decisions.Count):#,0} references");
        var first = CrossPass(seen);
        var second = CrossPass(first);
        var none = Enum.GetValues<ReferenceKind>().ToDictionary(k => k, k => Threshold(second.SelectMany(s => s.Decisions).Where(d => d.Kind == k)));
        var rows = first.Concat(second).SelectMany(s => s.Rows).ToList();
        return (Fit(rows), none, [.. Score(Plain, untrained, null), .. Score("first round", first, none), .. Score(Final, second, none)]);
    }

    // Each article is gone through with rankers that were trained on the other folds.
    private Seen[] CrossPass(Seen[] before)
    {
        var rankers = Enumerable.Range(0, Folds).Select(fold =>
            new AntecedentRanker(Fit(before.Where((_, i) => i % Folds != fold).SelectMany(s => s.Rows).ToList())
                .ToDictionary(m => m.Key, m => new AntecedentModel(m.Value, 0.4)))).ToList();
        return Pass(i => rankers[i % Folds], followGold: false);
    }

    private Dictionary<ReferenceKind, ITransformer> Fit(List<Row> rows) =>
        Enum.GetValues<ReferenceKind>().ToDictionary(kind => kind, kind => trainer.Fit(kind, rows));

    private Seen[] Pass(Func<int, IAntecedentChooser> policy, bool followGold)
    {
        var seen = new Seen[texts.Count];
        Parallel.For(0, texts.Count, i =>
        {
            var draft = texts[i].Draft();
            foreach (var stage in new IExtractionStage[] { new SentenceStage(), new NameStage(), new AttributionStage() })
                stage.Run(draft);
            var recorder = new Recorder(new Answers(texts[i].Gold, draft), policy(i), followGold);
            new ReferenceStage(recorder).Run(draft);
            seen[i] = new Seen(texts[i].Set.Name, recorder.Rows, recorder.Decisions);
        });
        return seen;
    }

    // The probability from which on resolving a reference does more good than harm: the best F1.
    private static double Threshold(IEnumerable<Decided> decisions)
    {
        var all = decisions.ToList();
        return Enumerable.Range(2, 17).Select(n => n / 20.0).MaxBy(t => Scored.Of("", "", default, all, t).F1);
    }

    private static IEnumerable<Scored> Score(string how, Seen[] seen, Dictionary<ReferenceKind, double>? none) =>
        from s in seen
        from d in s.Decisions
        group d by (s.Set, d.Kind) into g
        orderby g.Key.Set, g.Key.Kind
        select Scored.Of(how, g.Key.Set, g.Key.Kind, [.. g], none?[g.Key.Kind] ?? 0.5);

    private sealed record Seen(string Set, List<Row> Rows, List<Decided> Decisions);
}

/// <summary>How many references of a set were resolved, and how many of them rightly.</summary>
internal sealed record Scored(string How, string Set, ReferenceKind Kind, int Right, int Resolved, int Wanted)
{
    public double F1 => Resolved + Wanted == 0 ? 0 : 2.0 * Right / (Resolved + Wanted);

    public static Scored Of(string how, string set, ReferenceKind kind, IReadOnlyList<Decided> decisions, double none) => new(
        how, set, kind,
        decisions.Count(d => d.IsRight && d.Probability >= none),
        decisions.Count(d => d.Probability >= none),
        decisions.Count(d => d.Wanted));
}
