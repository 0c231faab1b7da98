namespace EntityGraph.Storage.Conformance;

public abstract partial class GraphStoreConformance
{
    private static ArticleBuilder Interview() =>
        An.Article("It rained in Harwick. Ada Byrne, the mayor, spoke at noon. \"Carl Dunne lied,\" she said. \"He should go.\" Nobody clapped.")
            .In("The Courier").On("2026-01-05").Place("Harwick").Person("Ada Byrne", "the mayor", "she").Person("Carl Dunne", "He")
            .Says("Ada Byrne", "said", "\"Carl Dunne lied,\"", source: "Ada Byrne").Says("Ada Byrne", "", "\"He should go.\"", source: "she");

    [SkippableFact]
    public async Task Evidence_is_the_sentences_from_source_to_content_with_the_right_words_marked()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Interview());
        var text = Interview().Annotated().Article.Text;
        var evidence = await store.EvidenceAsync(
            new MentionFilter { SpeakerId = Person("Ada Byrne"), MentionedId = Person("Carl Dunne") }, new PageRequest());

        Assert.Equal(2, evidence.Total);
        var first = evidence.Items[0];
        Assert.Equal("Ada Byrne, the mayor, spoke at noon. \"Carl Dunne lied,\" she said.", first.Passage.Trim());
        Assert.Equal(text.IndexOf("Ada Byrne", StringComparison.Ordinal), first.PassageStart);
        Assert.Equal(first.Passage, new TextSpan(first.PassageStart, first.PassageStart + first.Passage.Length).In(text));
        Assert.Equal("Ada Byrne", first.Source.Single().In(text));
        Assert.Equal("said", first.Cue.Single().In(text));
        Assert.Equal("\"Carl Dunne lied,\"", first.Content.Single().In(text));
        Assert.Equal(["Ada Byrne", "the mayor", "Carl Dunne", "she"], first.Mentions.Select(m => m.Span.In(text)));
        Assert.Equal([MentionKind.Name, MentionKind.Nominal, MentionKind.Name, MentionKind.Pronoun], first.Mentions.Select(m => m.Kind));
        Assert.Equal(Person("Carl Dunne"), first.Mentions[2].EntityId);
        Assert.Equal(("Ada Byrne", "Carl Dunne"), (first.Speaker!.Name, first.Mentioned.Single().Name));
        Assert.Equal((AttributionKind.Direct, 0.9, 2), (first.Kind, first.Confidence, first.Speaker.Said));
        Assert.Equal(ContentId.OfStatement(Person("Ada Byrne"), "\"Carl Dunne lied,\""), first.StatementId);
        Assert.Equal(ArticleSummary.Of(Interview().Annotated()), first.Article);
        Assert.Equal("\"He should go.\"", evidence.Items[1].Content.Single().In(text));
    }

    [SkippableFact]
    public async Task Appearances_of_one_speaker_under_one_wording_are_one_statement_until_one_of_them_goes()
    {
        await using var store = await OpenEmptyAsync();
        var copy = An.Article("Ada Byrne spoke. \"Carl Dunne lied to us,\" Ada Byrne said.").In("The Echo").On("2026-01-06")
            .Person("Ada Byrne").Person("Carl Dunne").Says("Ada Byrne", "said", "\"Carl Dunne lied to us,\"", wording: "\"Carl Dunne lied,\"");
        await PutAll(store, Interview(), copy);
        var filter = new MentionFilter { SpeakerId = Person("Ada Byrne"), MentionedId = Person("Carl Dunne") };
        var first = (await store.EvidenceAsync(filter, new PageRequest())).Items[0];
        Assert.Equal("The Echo", Assert.Single(first.AlsoIn).Outlet);
        Assert.Equal(2, (await store.EntityAsync(Person("Ada Byrne")))!.Said);

        await store.ApplyAsync(new GraphChange.Remove(copy.Annotated().Article.Id));
        Assert.Empty((await store.EvidenceAsync(filter, new PageRequest())).Items[0].AlsoIn);
        Assert.Equal(2, (await store.EntityAsync(Person("Ada Byrne")))!.Said);
    }

    [SkippableFact]
    public async Task Without_sentences_the_whole_text_is_the_passage()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, Interview().WithoutSentences());
        var text = Interview().Annotated().Article.Text;
        Assert.All((await store.EvidenceAsync(new MentionFilter(), new PageRequest())).Items, e => Assert.Equal((text, 0), (e.Passage, e.PassageStart)));
        Assert.Equal(text, (await store.SharedSentencesAsync(Person("Ada Byrne"), Place("Harwick"), new PageRequest())).Items.Single().Passage);
    }

    [SkippableFact]
    public async Task Evidence_comes_earliest_first_undated_last_and_of_one_article_in_its_order()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, [.. Debate().Reverse(), Interview()]);
        var all = await store.EvidenceAsync(new MentionFilter { SpeakerId = Person("Ada Byrne") }, new PageRequest());
        var days = all.Items.Select(e => e.Article.Published ?? DateOnly.MaxValue).ToList();
        Assert.Equal(5, all.Total);
        Assert.Equal(days.Order(), days);
        Assert.Null(all.Items[^1].Article.Published);
        var second = await store.EvidenceAsync(new MentionFilter { SpeakerId = Person("Ada Byrne") }, new PageRequest(2, 2));
        Assert.Equal(all.Items.Skip(2).Take(2).Select(e => e.AttributionId), second.Items.Select(e => e.AttributionId));
        var own = await store.EvidenceAsync(new MentionFilter { ArticleId = Interview().Annotated().Article.Id }, new PageRequest());
        Assert.Equal(Interview().Annotated().Attributions.Select(a => a.Id), own.Items.Select(e => e.AttributionId));
    }

    [SkippableFact]
    public async Task Evidence_of_an_article_shows_that_article_even_where_another_was_first()
    {
        await using var store = await OpenEmptyAsync();
        await PutAll(store, WireCopy("The Courier", "2026-01-05", "News."), WireCopy("The Gazette", "2026-01-07", "Late news."));
        var late = WireCopy("The Gazette", "2026-01-07", "Late news.").Annotated().Article.Id;
        var evidence = Assert.Single((await store.EvidenceAsync(new MentionFilter { ArticleId = late }, new PageRequest())).Items);
        Assert.Equal(late, evidence.Article.Id);
        Assert.Equal(["The Courier"], evidence.AlsoIn.Select(a => a.Outlet));
    }
}
