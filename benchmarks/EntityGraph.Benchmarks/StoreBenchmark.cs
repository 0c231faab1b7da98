using System.Diagnostics;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Benchmarks;

/// <summary>How fast articles are put into the SQLite store and how long its queries take, at sizes given in articles.</summary>
internal static class StoreBenchmark
{
    private const int Turns = 200;
    private const int Batch = 500;
    private const int AtOnce = 16;

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("entitygraph-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, "graph.db");
            await using var store = new SqliteGraphStore(new SqliteStoreOptions { Path = file });
            await store.OpenAsync();
            var population = sizes.Max() * 2;
            var news = new GeneratedNews(1, population);
            var put = 0;
            foreach (var size in sizes.Order())
            {
                await FillAsync(store, news, put, size);
                put = size;
                var statistics = await store.StatisticsAsync();
                var bytes = folder.EnumerateFiles().Sum(f => f.Length);
                Console.WriteLine($"{statistics}, {bytes / 1e6:F0} MB");
                await DecideAsync(store);
                await QueryAsync(store, new GeneratedNews(2, population), statistics.Articles);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Puts articles, batch by batch in turn one after another and several at once.</summary>
    private static async Task FillAsync(SqliteGraphStore store, GeneratedNews news, int from, int to)
    {
        foreach (var atOnce in new[] { 1, AtOnce })
        {
            var clock = new Stopwatch();
            var processor = TimeSpan.Zero;
            var waits = new List<double>();
            var put = 0;
            for (; put < (to - from) / 2; put += Batch)
            {
                // Making news up is not what is measured.
                var articles = Enumerable.Range(0, Batch).Select(_ => news.Next()).ToList();
                var before = Environment.CpuUsage.TotalTime;
                clock.Start();
                await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (article, cancellation) =>
                {
                    var start = Stopwatch.GetTimestamp();
                    await store.ApplyAsync(new GraphChange.Put(article), cancellation);
                    lock (waits) waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                });
                clock.Stop();
                processor += Environment.CpuUsage.TotalTime - before;
            }

            Console.WriteLine($"put {put} articles, {atOnce} at once: {put / clock.Elapsed.TotalSeconds:F0} a second, {Told(waits)}, {processor.TotalMilliseconds / put:F2} ms of CPU each");
        }
    }

    /// <summary>Merges entities of much and of little fame into others, and undoes it.</summary>
    private static async Task DecideAsync(SqliteGraphStore store)
    {
        foreach (var rank in new[] { 1, 10, 100 })
        {
            var node = await store.EntityAsync(Id(rank));
            if (node is null) continue;
            var start = Stopwatch.GetTimestamp();
            var decided = await store.ApplyAsync(new GraphChange.Decide(new Ruling.Merge([Id(rank)], Id(0))));
            var merged = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            await store.ApplyAsync(new GraphChange.Undo(decided.Decision!.Number));
            Console.WriteLine($"merge of an entity in {node.Articles} articles: {merged.TotalMilliseconds:F0} ms, undone in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        }
    }

    private static async Task QueryAsync(SqliteGraphStore store, GeneratedNews chance, int articles)
    {
        var everything = new MentionFilter();
        var month = new MentionFilter { From = new DateOnly(2024, 5, 1), To = new DateOnly(2024, 5, 31) };
        var paper = new MentionFilter { Outlet = "Paper 20" };
        var page = new PageRequest();
        string Anyone() => Id(chance.Famous());
        string Star() => Id(chance.Famous() % 20);
        var word = "";

        await Measure("snapshot, 300 nodes", () => store.SnapshotAsync(new SnapshotQuery()));
        await Measure("snapshot, 1,000 nodes", () => store.SnapshotAsync(new SnapshotQuery { Budget = 1000 }));
        await Measure("snapshot around anyone", () => store.SnapshotAsync(new SnapshotQuery { FocusId = Anyone() }));
        await Measure("snapshot around a star", () => store.SnapshotAsync(new SnapshotQuery { FocusId = Star() }));
        await Measure("snapshot of a month", () => store.SnapshotAsync(new SnapshotQuery { Filter = month }), 10);
        await Measure("snapshot of a paper", () => store.SnapshotAsync(new SnapshotQuery { Filter = paper }), 10);
        await Measure("neighbours of anyone", () => store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Anyone() }));
        await Measure("neighbours of a star", () => store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Star() }));
        await Measure(
            "neighbours of a star in a month", () => store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Star(), Filter = month }));
        await Measure(
            "all kinds of neighbours of a star",
            () => store.NeighbourhoodAsync(new NeighbourhoodQuery { EntityId = Star(), Kinds = Enum.GetValues<GraphEdgeKind>() }), 50);
        await Measure("appears-with edges of 300", async () =>
            await store.EdgesBetweenAsync([.. Enumerable.Range(0, 300).Select(Id)], GraphEdgeKind.AppearsWith, everything), 50);
        await Measure("search, a name", () => store.SearchAsync(GeneratedNews.Name(chance.Famous()), 10));
        await Measure("search, three letters", () => store.SearchAsync(GeneratedNews.Name(chance.Famous())[..3], 10));
        await Measure("search, one letter", () => store.SearchAsync(GeneratedNews.Name(chance.Famous())[..1], 10));
        await Measure("search, a slip", () =>
        {
            word = GeneratedNews.Name(chance.Famous());
            return store.SearchAsync(word.Remove(2, 1), 10);
        });
        await Measure("who mentioned whom", () => store.WhoMentionedAsync(everything, page));
        await Measure("who mentioned whom, people of places", () => store.WhoMentionedAsync(
            new MentionFilter { SpeakerType = EntityType.Person, MentionedType = EntityType.Place }, page), 20);
        await Measure("who mentioned anyone", () => store.WhoMentionedAsync(new MentionFilter { MentionedId = Anyone() }, page));
        await Measure("whom a star mentioned, in a paper", () => store.WhoMentionedAsync(paper with { SpeakerId = Star() }, page));
        await Measure("who mentioned whom in a month", () => store.WhoMentionedAsync(month, page), 10);
        await Measure("who mentioned whom, surely", () => store.WhoMentionedAsync(new MentionFilter { MinConfidence = 0.9 }, page), 10);
        await Measure("evidence of an edge of stars", () => store.EvidenceAsync(new MentionFilter { SpeakerId = Star(), MentionedId = Star() }, page));
        await Measure("evidence of all that anyone said", () => store.EvidenceAsync(new MentionFilter { SpeakerId = Anyone() }, page));
        await Measure("evidence of all that a star said", () => store.EvidenceAsync(new MentionFilter { SpeakerId = Star() }, page), 50);
        await Measure("evidence of everything", () => store.EvidenceAsync(everything, page), 5);
        await Measure("sentences of two stars", () => store.SharedSentencesAsync(Star(), Star(), page));
        await Measure("articles, newest", () => store.ArticlesAsync(new ArticleQuery()));
        await Measure("articles that name a star", () => store.ArticlesAsync(new ArticleQuery { EntityId = Star() }));
        await Measure("changes, 100", () => store.ChangesAfterAsync(Random.Shared.Next(articles), 100));
        await Measure("statistics", () => store.StatisticsAsync());
    }

    private static async Task Measure<T>(string what, Func<Task<T>> query, int turns = Turns)
    {
        await query();
        var waits = new List<double>(turns);
        for (var turn = 0; turn < turns; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            await query();
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"  {what,-38} {Told(waits)}");
    }

    private static string Id(int rank) => ContentId.OfEntity(GeneratedNews.Type(rank), GeneratedNews.Name(rank));

    private static string Told(List<double> waits)
    {
        waits.Sort();
        return $"p50 {waits[waits.Count / 2],8:F2} ms   p99 {waits[(int)(waits.Count * 0.99)],8:F2} ms";
    }
}
