namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder[] Celebrities() =>
    [
        An.Article("Rupert Lowe said Jess Phillips and Anneliese Dodds ignored Zoë Söndergård.")
            .Person("Rupert Lowe").Person("Jess Phillips").Person("Anneliese Dodds").Person("Zoë Söndergård")
            .Says("Rupert Lowe", "said", "Jess Phillips and Anneliese Dodds ignored Zoë Söndergård"),
        An.Article("Rupert Lowe said Volodymyr Zelensky left. Rupert Low fell. Lowell rose.")
            .Person("Rupert Lowe").Person("Volodymyr Zelensky").Person("Rupert Low").Place("Lowell")
            .Says("Rupert Lowe", "said", "Volodymyr Zelensky left"),
        An.Article("The Federal Bureau of Investigation wrote to the Department of Justice and to Sean O’Brien of Rees-Mogg Ltd.")
            .Organisation("Federal Bureau of Investigation").Organisation("Department of Justice").Person("Sean O’Brien").Organisation("Rees-Mogg Ltd"),
    ];

    [SkippableTheory]
    [InlineData("Rupert Lowe", "Rupert Lowe")]
    [InlineData("rupert lowe", "Rupert Lowe")]
    [InlineData("lowe", "Rupert Lowe")]
    [InlineData("rupe", "Rupert Lowe")]
    [InlineData("lowe rupert", "Rupert Lowe")]
    [InlineData("rup lo", "Rupert Lowe")]
    [InlineData("Mr Lowe", "Rupert Lowe")]
    [InlineData("lwoe", "Rupert Lowe")]
    [InlineData("rupret lowe", "Rupert Lowe")]
    [InlineData("philips", "Jess Phillips")]
    [InlineData("jes phillip", "Jess Phillips")]
    [InlineData("zelenski", "Volodymyr Zelensky")]
    [InlineData("zelenskyy", "Volodymyr Zelensky")]
    [InlineData("volodimir zelenski", "Volodymyr Zelensky")]
    [InlineData("anelise dods", "Anneliese Dodds")]
    [InlineData("zoe sondergard", "Zoë Söndergård")]
    [InlineData("ZOË SÖN", "Zoë Söndergård")]
    [InlineData("fbi", "Federal Bureau of Investigation")]
    [InlineData("DoJ", "Department of Justice")]
    [InlineData("o'brien", "Sean O’Brien")]
    [InlineData("obrien", "Sean O’Brien")]
    [InlineData("rees mogg", "Rees-Mogg Ltd")]
    [InlineData("  lowe,  ", "Rupert Lowe")]
    public async Task A_name_is_found_as_it_is_typed(string typed, string expected)
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Celebrities());
        var hits = await store.SearchAsync(typed, 5);
        Assert.NotEmpty(hits);
        Assert.Equal(expected, hits[0].Node.Name);
        Assert.Equal(hits.Select(h => h.Score).OrderDescending(), hits.Select(h => h.Score));
        Assert.Equal(hits.Count, hits.Select(h => h.Node.Id).Distinct().Count());
    }

    [SkippableFact]
    public async Task The_better_match_comes_first_then_the_one_more_is_said_of()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Celebrities());
        Assert.Equal(["Rupert Low", "Rupert Lowe"], (await store.SearchAsync("rupert low", 5)).Select(h => h.Node.Name));
        Assert.Equal(["Rupert Lowe", "Rupert Low"], (await store.SearchAsync("rupert", 5)).Select(h => h.Node.Name));
        Assert.Equal(["Lowell"], (await store.SearchAsync("low", 5, EntityType.Place)).Select(h => h.Node.Name));
        Assert.Single(await store.SearchAsync("rupert", 1));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.SearchAsync("rupert", 0));
    }

    [SkippableFact]
    public async Task A_search_for_nothing_or_for_nonsense_finds_nothing()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Celebrities());
        foreach (var typed in new[] { "", "   ", "\t\n", "'\"*(){}^:-+", "qqqqqqqq", "🦊", "\ud800", new string('x', 100_000) })
            Assert.Empty(await store.SearchAsync(typed, 5));
    }

    [SkippableTheory]
    [InlineData("lowe OR phillips")]
    [InlineData("NEAR(lowe phillips)")]
    [InlineData("words : lowe")]
    [InlineData("\"lowe\" AND")]
    [InlineData("lowe'; DROP TABLE entity; --")]
    [InlineData("lowe*")]
    [InlineData("MATCH (e) DETACH DELETE e // lowe")]
    public async Task Operators_of_a_query_language_are_only_words(string typed)
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Celebrities());
        Assert.Contains(await store.SearchAsync(typed, 20), h => h.Node.Name == "Rupert Lowe");
        Assert.Equal(3, (await store.StatisticsAsync()).Articles);
    }
}
