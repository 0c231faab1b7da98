namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    [SkippableTheory]
    [InlineData("Robert'); DROP TABLE entity;--")]
    [InlineData("\"; MATCH (n) DETACH DELETE n //")]
    [InlineData("<script>alert(1)</script> & <img src=x onerror=alert(1)>")]
    [InlineData("Zoë 🦊 \ud83d\udc69\u200d\ud83d\ude80 Ñandú")]
    [InlineData("tab\there \u0001\u0007\u001f bell \u007f \u0085")]
    [InlineData("\u202egnp.exe \u200b\u200f\ufeff مرحبا שלום")]
    [InlineData("%s %n {0} ${x} $1 ? :name @p \\ \\u0000 ''")]
    [InlineData("e\u0301 is not é; ﬁ is not fi; Ⅷ")]
    public async Task Hostile_text_is_only_text(string hostile)
    {
        await using var store = await OpenEmptyAsync();
        var article = An.Article($"{hostile} said that Carl Dunne lies. 🦊 Carl Dunne slept, said {hostile} again.")
            .In(hostile).On("2026-01-05").From(hostile).Of(hostile).Titled(hostile)
            .Person(hostile).Person("Carl Dunne").Says(hostile, "said", "that Carl Dunne lies").Annotated();
        await store.ApplyAsync(new GraphChange.Put(article));

        Assert.Equivalent(article, await store.ArticleAsync(article.Article.Id), strict: true);
        Assert.Equal(hostile, (await store.EntityAsync(article.Entities[0].Id))!.Name);
        Assert.Equal(article.Article.Id, await store.ArticleAtOriginAsync(hostile));
        Assert.Equal([hostile], await store.OutletsAsync());
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter { Outlet = hostile }, new PageRequest())).Items);
        Assert.Equal(hostile, evidence.Source.Single().In(article.Article.Text));
        Assert.Equal("that Carl Dunne lies", evidence.Content.Single().In(article.Article.Text));
        Assert.Equal(hostile, evidence.Article.Title);
        Assert.Equal(1, (await store.ArticlesAsync(new ArticleQuery { Collection = hostile })).Total);
        Assert.Equal(hostile, (await store.ChangesAfterAsync(0, 1)).Single().Article!.Outlet);
        Assert.Equal(hostile, (await store.SearchAsync(hostile, 3))[0].Node.Name);

        await store.ApplyAsync(new GraphChange.Remove(article.Article.Id));
        Assert.Equal(0, (await store.StatisticsAsync()).Entities);
    }

    [SkippableFact]
    public async Task Lone_surrogates_do_not_move_what_stands_behind_them()
    {
        await using var store = await OpenEmptyAsync();
        var text = "\ud800 broken \udc00 text: Ada Byrne said that Carl Dunne lies.";
        var article = An.Article(text).Person("Ada Byrne").Person("Carl Dunne").Says("Ada Byrne", "said", "that Carl Dunne lies");
        await PutAll(store, article);
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter(), new PageRequest())).Items);
        var stored = (await store.ArticleAsync(article.Annotated().Article.Id))!.Article.Text;
        Assert.Equal(text.Length, stored.Length);
        Assert.Equal("that Carl Dunne lies", evidence.Content.Single().In(stored));
    }

    [SkippableFact]
    public async Task A_long_article_with_many_mentions_is_stored_whole()
    {
        await using var store = await OpenEmptyAsync();
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Ada Byrne met Carl Dunne on day {i}. "));
        var article = An.Article(text).Person("Ada Byrne").Person("Carl Dunne").Annotated();
        await store.ApplyAsync(new GraphChange.Put(article));
        Assert.Equal(10_000, (await store.StatisticsAsync()).Mentions);
        Assert.Equal(text, (await store.ArticleAsync(article.Article.Id))!.Article.Text);
        Assert.Equal(5_000, (await store.SharedSentencesAsync(Person("Ada Byrne"), Person("Carl Dunne"), new PageRequest(4_999, 10))).Total);
    }
}
