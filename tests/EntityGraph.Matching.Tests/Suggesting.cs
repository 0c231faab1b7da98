using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Matching.Tests;

public sealed class Suggesting : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-matching-").FullName;
    private SqliteGraphStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = Store(Path.Combine(_folder, "graph.db"));
        await _store.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_is_likely_one_is_suggested_until_it_is_decided()
    {
        await Put(
            An.Article("Ada Byrne said Britain would pay.").Person("Ada Byrne").Place("Britain"),
            An.Article("Carl Dunne said the United Kingdom was late.").Person("Carl Dunne").Place("United Kingdom"));
        var suggestion = Assert.Single(await Found());
        Assert.InRange(suggestion.Probability, Matcher.Sure, 1);
        Assert.Contains(new Reason("names of one", "United Kingdom"), suggestion.Reasons);
        Assert.Equal(["Britain", "United Kingdom"], suggestion.Entities.Select(e => e.Name).Order());

        var merge = await _store.ApplyAsync(new GraphChange.Decide(suggestion.Ruling, "Ann"));
        Assert.Empty(await Found());
        await _store.ApplyAsync(new GraphChange.Undo(merge.Decision!.Number, "Ann"));
        Assert.Empty(await Found());
    }

    [Fact]
    public async Task What_is_not_to_be_merged_is_not_suggested()
    {
        await Put(An.Article("Britain would pay.").Place("Britain"), An.Article("The UK was late.").Place("UK"));
        Assert.Single(await Found());
        await _store.ApplyAsync(new GraphChange.Decide(
            new Ruling.DoNotMerge(ContentId.OfEntity(EntityType.Place, "Britain"), ContentId.OfEntity(EntityType.Place, "UK")), "Ann"));
        Assert.Empty(await Found());
    }

    [Fact]
    public async Task A_name_that_two_people_have_is_suggested_to_be_two()
    {
        var keeper = An.Article("Robin Weiss, the goalkeeper of Dornbach, said he was fit. He trained alone and his knee held.").Person("Robin Weiss", "he", "He", "his").Organisation("Dornbach");
        var judge = An.Article("Judge Robin Weiss sentenced Tobias Rahl. She spoke for an hour, and her voice was low.").Person("Robin Weiss", "She", "her").Person("Tobias Rahl");
        await Put(keeper, judge);
        var suggestion = Assert.Single(await Found());
        var ruling = Assert.IsType<Ruling.Separate>(suggestion.Ruling);
        Assert.Contains(suggestion.Reasons, r => r.Kind == "he and she");
        Assert.Single(ruling.ArticleIds);
        await _store.ApplyAsync(new GraphChange.Decide(ruling, "Ann"));
        Assert.Empty(await Found());
    }

    private static SqliteGraphStore Store(string path) => new(new SqliteStoreOptions { Path = path });

    private async Task Put(params ArticleBuilder[] articles)
    {
        foreach (var article in articles) await _store.ApplyAsync(article.Put());
    }

    private Task<IReadOnlyList<Suggestion>> Found() => new Suggestions(_store, Matcher.Load()).FindAsync();
}
