using System.Globalization;
using EntityGraph.Evaluation;

// Evaluate DATA PREDICTIONS.jsonl [SEED-PREDICTIONS.jsonl]: who-mentioned-whom on the dev articles and the seed article.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var data = args[0];
var texts = PolnearReader.Read(Path.Combine(data, "data/polnear/dev.jsonl.gz")).ToDictionary(a => a.Id, a => a.Text);
var dev = Directory.GetFiles(Path.Combine(data, "gold/dev"), "*.json").Order(StringComparer.Ordinal)
    .Select(f => GoldEdgesReader.Read(f, null, texts.GetValueOrDefault)).ToList();
Show("dev", dev, args[1]);
if (args.Length > 2)
{
    var seed = GoldEdgesReader.Read(Path.Combine(data, "gold/seed.json"), "seed", _ => File.ReadAllText(Path.Combine(data, "gold/seed.txt")));
    Show("seed", [seed], args[2]);
}

static void Show(string set, IReadOnlyList<GoldArticle> gold, string path)
{
    var predictions = new Predictions(ExtractJsonReader.Read(path), path);
    var result = EdgeEvaluation.Of(gold, predictions.Of);
    Console.WriteLine($"== {set}: {gold.Count} articles");
    foreach (var s in EdgeScores.Of([.. result.Articles.Select(a => a.Score)]))
    {
        Console.WriteLine($"{s.Measure,-44} {s.Part,-34} {s.Value:0.000} [{s.Interval.Low:0.000}, {s.Interval.High:0.000}]"
            + (s.Tally is { } t ? $"  P {t.Precision:0.000} R {t.Recall:0.000}  right {t.RightOfGold} predicted {t.Predicted} gold {t.Gold}" : ""));
    }
    foreach (var (id, s) in result.Articles)
    {
        Console.WriteLine($"  {id}: entities {s.Entities.RightOfGold}/{s.Entities.Gold} of {s.Entities.Predicted} predicted; edges {s.Edges.RightOfGold}/{s.Edges.Gold} of {s.Edges.Predicted}, F1 {s.Edges.F1:0.00}");
        var one = s.Alignment.OneToOne;
        var predicted = predictions.Of(gold.First(g => g.Id == id));
        Console.WriteLine("    no entity predicted for: " + string.Join(", ", gold.First(g => g.Id == id).Entities!.Where(e => one.Values.All(v => v.Id != e.Id)).Select(e => e.Id)));
        Console.WriteLine("    predicted, not in gold: " + string.Join(", ", predicted.Entities.Where(e => !one.ContainsKey(e.Id)).Select(e => $"{e.Name} ({e.Type})")));
        Console.WriteLine("    other type: " + string.Join(", ", predicted.Entities.Where(e => one.TryGetValue(e.Id, out var g) && g.Type != e.Type).Select(e => $"{e.Name} is {one[e.Id].Type}, not {e.Type}")));
    }
    foreach (var g in result.Errors.GroupBy(e => (e.Missed, e.Cause)).OrderByDescending(g => g.Key.Missed).ThenByDescending(g => g.Count()))
    {
        Console.WriteLine($"{(g.Key.Missed ? "missed" : "false"),-7} {g.Key.Cause,-26} {g.Count()}");
    }
    foreach (var e in result.Errors)
    {
        Console.WriteLine($"\n{(e.Missed ? "MISSED" : "FALSE")} {e.Cause}: {e.Speaker} → {e.Mentioned} ({e.Via})  [{e.ArticleId}{(e.Place is { } p ? $" @{p.Start}" : "")}]");
        Console.WriteLine($"  evidence: {e.Evidence}\n  passage:  {e.Passage}");
        foreach (var p2 in e.Predicted)
        {
            Console.WriteLine($"  has:      {p2}");
        }
    }
}
