namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder Word(string who, string whom, params string[] what) => An.Article(string.Join(' ', what.Select(w => $"{who} said {whom} {w}.")))
        .Person(who).Person(whom).SaysAll(who, what.Select(w => $"{whom} {w}"));

    private static PathQuery Way(string from, string to) => new() { FromId = Person(from), ToId = Person(to) };

    private static string[] Written(PathAnswer answer)
    {
        var names = answer.Nodes.ToDictionary(n => n.Id, n => n.Name);
        return [.. answer.Paths.Select(p => string.Join('-', p.EntityIds.Select(id => names[id])))];
    }

    [SkippableFact]
    public async Task Paths_come_shortest_first_then_strongest_in_either_direction_and_without_loops()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(
            store, Word("Ada", "Bob", "ran"), Word("Zoe", "Bob", "ran"),
            Word("Ada", "Cyd", "ran", "sat"), Word("Zoe", "Cyd", "hid", "ate"),
            Word("Dan", "Ada", "ran", "sat"), Word("Dan", "Zoe", "ran", "sat", "hid"),
            Word("Cyd", "Bob", "ran"), Word("Eve", "Ada", "ran"), Word("Eve", "Fay", "ran"), Word("Fay", "Gus", "ran"), Word("Gus", "Zoe", "ran"),
            Word("Hal", "Ida", "ran"));
        var answer = await store.PathsAsync(Way("Ada", "Zoe") with { Limit = 10 });
        Assert.Equal(["Ada-Dan-Zoe", "Ada-Cyd-Zoe", "Ada-Bob-Zoe"], Written(answer).Take(3));
        Assert.Equal(["Ada-Bob-Cyd-Zoe", "Ada-Cyd-Bob-Zoe"], Written(answer).Skip(3).Take(2).Order());
        Assert.Equal("Ada-Eve-Fay-Gus-Zoe", Written(answer)[^1]);
        Assert.Equal((6, true, 12L), (answer.Paths.Count, answer.Complete, answer.Number));
        Assert.Equal(8, answer.Nodes.Count);
        Assert.All(answer.Paths, p => Assert.Equal(p.EntityIds.Count, p.EntityIds.Distinct().Count()));

        var strongest = answer.Paths[0];
        Assert.Equal([(Person("Dan"), Person("Ada"), 2), (Person("Dan"), Person("Zoe"), 3)], strongest.Edges.Select(e => (e.Source, e.Target, e.Count)));
        Assert.Equal(strongest.Edges[0], (await store.EdgesBetweenAsync([Person("Dan"), Person("Ada")], GraphEdgeKind.Mentioned, new MentionFilter())).Single());

        Assert.Equal(["Ada-Dan-Zoe"], Written(await store.PathsAsync(Way("Ada", "Zoe") with { Limit = 1 })));
        Assert.Equal(3, (await store.PathsAsync(Way("Ada", "Zoe") with { Limit = 10, MaxLength = 2 })).Paths.Count);
        Assert.Equal(["Zoe-Dan-Ada", "Zoe-Cyd-Ada"], Written(await store.PathsAsync(Way("Zoe", "Ada") with { Limit = 2 })));
        Assert.Equal(["Zoe-Gus-Fay-Eve-Ada"], Written(await store.PathsAsync(Way("Zoe", "Ada") with { Limit = 10 })).Skip(5));
    }

    [SkippableFact]
    public async Task Ends_that_are_not_connected_the_same_or_unknown_have_no_path()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Word("Ada", "Bob", "ran"), Word("Bob", "Cyd", "ran"), Word("Cyd", "Dan", "ran"), Word("Dan", "Eve", "ran"), Word("Eve", "Fay", "ran"));
        var apart = await store.PathsAsync(Way("Ada", "Fay"));
        Assert.Equal((0, 2, true), (apart.Paths.Count, apart.Nodes.Count, apart.Complete));
        Assert.Equal(["Ada-Bob-Cyd-Dan-Eve"], Written(await store.PathsAsync(Way("Ada", "Eve"))));
        Assert.Empty((await store.PathsAsync(Way("Ada", "Eve") with { MaxLength = 3 })).Paths);
        Assert.Empty((await store.PathsAsync(Way("Ada", "Ada"))).Paths);
        Assert.Equal(["Ada"], (await store.PathsAsync(Way("Ada", "Nobody"))).Nodes.Select(n => n.Name));
        Assert.Empty((await store.PathsAsync(Way("Ada", "Bob") with { Kinds = [] })).Paths);
    }

    [SkippableFact]
    public async Task Paths_follow_the_wanted_kinds_and_only_statements_that_pass_the_filter()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(
            store, Word("Ada", "Bob", "ran").On("2026-01-05").In("The Courier"), Word("Bob", "Ada", "sat", "hid").On("2026-02-05").In("The Gazette"),
            Word("Bob", "Cyd", "ran").On("2026-03-05").In("The Courier"),
            An.Article("Ada met Cyd.").Person("Ada").Person("Cyd").On("2026-04-05").In("The Gazette"));
        var both = await store.PathsAsync(Way("Ada", "Cyd") with { Kinds = [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith] });
        Assert.Equal(["Ada-Cyd", "Ada-Bob-Cyd"], Written(both));
        Assert.Equal([GraphEdgeKind.AppearsWith], both.Paths[0].Edges.Select(e => e.Kind));
        Assert.Equal(
            [
                (GraphEdgeKind.AppearsWith, 3), (GraphEdgeKind.Mentioned, 2), (GraphEdgeKind.Mentioned, 1),
                (GraphEdgeKind.Mentioned, 1), (GraphEdgeKind.AppearsWith, 1),
            ],
            both.Paths[1].Edges.Select(e => (e.Kind, e.Count)));

        Assert.Equal(["Ada-Cyd"], Written(await store.PathsAsync(Way("Ada", "Cyd") with { Kinds = [GraphEdgeKind.AppearsWith], Limit = 1 })));
        var spring = new MentionFilter { From = new DateOnly(2026, 2, 1) };
        var late = await store.PathsAsync(Way("Ada", "Cyd") with { Filter = spring });
        Assert.Equal(["Ada-Bob-Cyd"], Written(late));
        Assert.Equal([2, 1], late.Paths[0].Edges.Select(e => e.Count));
        var courier = new MentionFilter { Outlet = "The Courier" };
        Assert.Equal(
            ["Ada-Bob-Cyd"], Written(await store.PathsAsync(Way("Ada", "Cyd") with { Filter = courier, Kinds = [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith] })));
        Assert.Empty((await store.PathsAsync(Way("Ada", "Cyd") with { Filter = new MentionFilter { MinConfidence = 0.95 } })).Paths);
    }

    [SkippableFact]
    public async Task A_hub_beside_an_end_hides_no_short_path()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(
            store, [.. Enumerable.Range(0, 12).Select(i => Hub(50, (i * 50) + 1)), Word("Citizen N0600", "Bob", "ran"), Word("Zoe", "Citizen N0001", "ran"), Word("Zoe", "Cyd", "ran")]);
        Assert.Equal(["Ada-Citizen N0001-Zoe"], Written(await store.PathsAsync(Way("Ada", "Zoe"))));
        Assert.Equal(["Cyd-Zoe-Citizen N0001-Ada"], Written(await store.PathsAsync(Way("Cyd", "Ada"))));
        Assert.Equal(["Bob-Citizen N0600-Ada-Citizen N0001-Zoe"], Written(await store.PathsAsync(Way("Bob", "Zoe"))));
    }

    [SkippableTheory]
    [InlineData(0, 5, GraphEdgeKind.Mentioned)]
    [InlineData(5, 5, GraphEdgeKind.Mentioned)]
    [InlineData(4, 0, GraphEdgeKind.Mentioned)]
    [InlineData(4, 11, GraphEdgeKind.Mentioned)]
    [InlineData(4, 5, GraphEdgeKind.AppearsIn)]
    public async Task A_path_query_out_of_range_is_refused(int maxLength, int limit, GraphEdgeKind kind)
    {
        await using var store = await OpenEmptyAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => store.PathsAsync(Way("Ada", "Bob") with { MaxLength = maxLength, Limit = limit, Kinds = [kind] }));
    }
}
