// Words a second of the whole extraction against the bare encoder over the same windows, in turn, for 1 and for 1,000 articles.
//   dotnet run -c Release --project benchmarks/EntityGraph.Extraction.Benchmarks [FOLDER [RUNS [ARTICLES]]]
using System.Diagnostics;
using System.Globalization;
using EntityGraph;
using EntityGraph.Extraction;
using EntityGraph.Extraction.Tagging;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 ? args[0] : "samples";
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var texts = Directory.EnumerateFiles(folder, "*.*").Where(f => Path.GetExtension(f) is ".md" or ".txt").Order().Select(File.ReadAllText).ToArray();
if (texts.Length == 0)
{
    Console.Error.WriteLine($"{folder}: no .txt or .md files");
    return 2;
}

using var annotator = Annotator.Load();
using var tagger = Tagger.Load(Annotator.DefaultModelFolder);
annotator.Annotate([Article.Create(texts[0])]);

var many = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1000;
foreach (var count in new[] { 1, many })
{
    var articles = Enumerable.Range(0, count).Select(i => Article.Create(texts[i % texts.Length])).ToArray();
    var words = articles.Sum(a => tagger.Encode(a.Text).Words.Length);
    // One article takes too short a time to measure alone.
    var repeats = count == 1 ? 40 : 1;
    var (bare, whole) = (new List<double>(), new List<double>());
    for (var run = 0; run < runs; run++)
    {
        bare.Add(words * repeats / Seconds(() => Batches(articles, batch => tagger.RunBare([.. batch.Select(a => tagger.Encode(a.Text))])), repeats));
        whole.Add(words * repeats / Seconds(() => Batches(articles, batch => annotator.Annotate(batch)), repeats));
    }

    bare.Sort();
    whole.Sort();
    Console.WriteLine($"{count,5} articles, {words,7} words: bare encoder {bare[runs / 2]:F0} words/s, extraction {whole[runs / 2]:F0} words/s, ratio {whole[runs / 2] / bare[runs / 2]:P0}");
}

using var process = Process.GetCurrentProcess();
Console.WriteLine($"peak memory {process.PeakWorkingSet64 / 1048576.0:F0} MB (two sessions loaded)");
return 0;

static void Batches(Article[] articles, Action<Article[]> annotate)
{
    foreach (var batch in articles.Chunk(16))
        annotate(batch);
}

static double Seconds(Action action, int repeats)
{
    var clock = Stopwatch.StartNew();
    for (var i = 0; i < repeats; i++)
        action();
    return clock.Elapsed.TotalSeconds;
}
