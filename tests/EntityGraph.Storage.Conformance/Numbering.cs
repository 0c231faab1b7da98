namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    /// <summary>Articles of a small world in which the same few speak of each other, always the same for the same number.</summary>
    private static ArticleBuilder Gossip(int number)
    {
        var random = new Random(number);
        string[] names = ["Ada Byrne", "Carl Dunne", "Eve Frost", "Gus Hale", "Ivy Judd", "Kit Lane"];
        string[] verbs = ["praised", "doubted", "accused", "defended"];
        var cast = names.OrderBy(_ => random.Next()).Take(3).ToArray();
        string verb = verbs[random.Next(verbs.Length)], other = verbs[random.Next(verbs.Length)];
        var text = $"{cast[0]} said {cast[1]} {verb} {cast[2]}. {cast[1]} replied {cast[0]} {other} everyone in the town.";
        var article = An.Article(text).In(random.Next(2) == 0 ? "The Courier" : "The Gazette").From($"gossip/{number % 30}")
            .On(new DateOnly(2026, 1, 1).AddDays(random.Next(60)));
        foreach (var name in cast) article.Person(name);
        return article.Says(cast[0], "said", $"{cast[1]} {verb} {cast[2]}", random.Next(1, 10) / 10.0)
            .Says(cast[1], "replied", $"{cast[0]} {other} everyone in the town", random.Next(1, 10) / 10.0);
    }

    [SkippableFact]
    public async Task Four_writers_at_once_leave_no_gap_and_no_number_twice()
    {
        await using var first = await OpenEmptyAsync();
        await using var second = await OpenAgainAsync();
        IGraphStore[] stores = [first, first, second, second];
        var announced = await Task.WhenAll(stores.Select((store, writer) => Task.Run(async () =>
        {
            var numbers = new List<long>();
            for (var i = 0; i < 15; i++)
            {
                // Every second article is put by two writers, so that some changes are no changes.
                var number = i % 2 == 0 ? i : (writer * 100) + i;
                if ((await store.ApplyAsync(Gossip(number).From($"{number}").Put())).Difference is { } difference) numbers.Add(difference.Number);
            }

            return numbers;
        })));

        var last = (await first.StatisticsAsync()).Number;
        Assert.Equal(Enumerable.Range(1, (int)last).Select(n => (long)n), announced.SelectMany(n => n).Order());
        Assert.Equal(Enumerable.Range(1, (int)last).Select(n => (long)n), (await second.ChangesAfterAsync(0, 1000)).Select(d => d.Number));
    }

    [SkippableFact]
    public async Task Changes_after_a_number_come_oldest_first_and_as_they_were_announced()
    {
        await using var store = await OpenEmptyAsync();
        var announced = (await PutAll(store, Enumerable.Range(0, 8).Select(Gossip))).Where(r => r.Difference is not null).Select(r => r.Difference!).ToList();
        Assert.Equivalent(announced, await store.ChangesAfterAsync(0, 1000), strict: true);
        Assert.Equal([3L, 4L], (await store.ChangesAfterAsync(2, 2)).Select(d => d.Number));
        Assert.Empty(await store.ChangesAfterAsync(announced[^1].Number, 10));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ChangesAfterAsync(0, 0));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ChangesAfterAsync(0, 1001));
    }

    [SkippableFact]
    public async Task All_differences_replayed_give_the_graph_of_the_snapshot()
    {
        await using var store = await OpenEmptyAsync();
        for (var i = 0; i < 90; i++)
        {
            await store.ApplyAsync(Gossip(i).Put());
            if (i % 7 == 3) await store.ApplyAsync(new GraphChange.Remove(Gossip(i - 2).Annotated().Article.Id));
        }

        var (number, nodes, edges) = await GraphPicture.Replay(store);
        var snapshot = await store.SnapshotAsync(new SnapshotQuery { Budget = 1000 });
        Assert.Equal(snapshot.Number, number);
        Assert.Equal(snapshot.Nodes.OrderBy(n => n.Id), nodes.Values.OrderBy(n => n.Id));
        Assert.Equal(snapshot.Edges.OrderBy(e => e.Id), edges.Values.OrderBy(e => e.Id));
        Assert.Equal((snapshot.TotalNodes, snapshot.TotalEdges), (nodes.Count, edges.Count));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_same_articles_in_any_order_give_the_same_graph(int order)
    {
        string straight;
        await using (var first = await OpenEmptyAsync())
        {
            await PutAll(first, Enumerable.Range(0, 25).Select(Gossip));
            straight = await GraphPicture.Of(first);
        }

        await using var store = await OpenEmptyAsync();
        var random = new Random(order);
        var shuffled = Enumerable.Range(0, 25).OrderBy(_ => random.Next()).ToList();
        await PutAll(store, shuffled.Select(Gossip));

        // What comes and goes in between leaves no trace either.
        var passing = Enumerable.Range(100, 10).Select(n => Gossip(n).From($"passing/{n}")).ToList();
        await PutAll(store, passing);
        foreach (var article in passing) await store.ApplyAsync(new GraphChange.Remove(article.Annotated().Article.Id));
        Assert.Equal(straight, await GraphPicture.Of(store));
    }
}
