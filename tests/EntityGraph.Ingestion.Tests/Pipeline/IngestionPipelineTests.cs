namespace EntityGraph.Ingestion.Tests.Pipeline;

public sealed class IngestionPipelineTests : PipelineTestBase
{
    private readonly NameAnnotator _annotator = new();

    private IngestionPipeline Pipeline => new(_annotator, Store, new IngestionOptions { StoreRetryDelay = TimeSpan.FromMilliseconds(1) });

    [Fact]
    public async Task A_folder_of_1000_with_3_bad_ones_stores_997_and_names_the_3_with_reasons()
    {
        for (var i = 0; i < 1000; i++)
        {
            var content = i switch
            {
                123 => "",
                456 => "\0\u0001\u0002binary\0",
                789 => "A ministra disse que não há dinheiro para a ponte e que o governo vai decidir em março, segundo os jornais.",
                _ => Text($"Jo Marsh number {i}"),
            };
            Write($"articles/{i:0000}.txt", content);
        }

        var events = await IngestAsync(Pipeline, [Path.Combine(Folder, "articles")]);

        var ends = events.Where(e => e.IsFinal).ToList();
        Assert.Equal(1000, ends.Count);
        Assert.Equal(997, ends.Count(e => e.State == IngestionState.Added));
        Assert.Equal(997, (await Store.StatisticsAsync()).Articles);
        Assert.Equal(
            [("0123.txt", "is empty"), ("0456.txt", "is binary, not text"), ("0789.txt", "the text is Portuguese; only English is read")],
            ends.Where(e => e.State == IngestionState.Failed).Select(e => (Path.GetFileName(e.Input), e.Reason!)));
        Assert.All(_annotator.Batches, size => Assert.InRange(size, 1, 16));
    }

    [Fact]
    public async Task An_article_ingested_twice_is_one_and_is_annotated_once()
    {
        var path = Write("a.txt", Text("Jo Marsh"));

        var first = await IngestAsync(Pipeline, [path]);
        var second = await IngestAsync(Pipeline, [path]);

        Assert.Equal(
            [IngestionState.Reading, IngestionState.Annotating, IngestionState.Added], first.Select(e => e.State));
        Assert.Equal([IngestionState.Reading, IngestionState.Unchanged], second.Select(e => e.State));
        Assert.Equal(1, first[^1].Number);
        Assert.Equal(2, first[^1].Entities);
        Assert.Null(second[^1].Number);
        Assert.Equal([1], _annotator.Batches);
    }

    [Fact]
    public async Task A_changed_article_replaces_what_its_earlier_text_had_said()
    {
        var path = Write("a.txt", Text("Jo Marsh"));
        await IngestAsync(Pipeline, [path]);
        Write("a.txt", Text("Iris Vane"));

        var events = await IngestAsync(Pipeline, [path]);

        Assert.Equal(IngestionState.Updated, events[^1].State);
        Assert.Empty(await Store.SearchAsync("Jo Marsh", 10));
        Assert.Single(await Store.SearchAsync("Iris Vane", 10));
        Assert.Equal(1, (await Store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task Identical_articles_within_one_run_are_one_but_belong_to_each_place()
    {
        var paths = new[] { Write("a.txt", Text("Jo Marsh")), Write("b.txt", Text("Jo Marsh")), Write("c.txt", Text("Jo Marsh")) };

        var events = await IngestAsync(Pipeline, paths);

        Assert.Equal(
            [IngestionState.Added, IngestionState.Unchanged, IngestionState.Unchanged], events.Where(e => e.IsFinal).Select(e => e.State));
        Assert.Equal(1, _annotator.Batches.Sum());
        Write("a.txt", Text("Iris Vane"));
        await IngestAsync(Pipeline, paths);
        Assert.Equal(2, (await Store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task An_article_that_comes_to_equal_another_gives_up_its_earlier_text()
    {
        var (a, b) = (Write("a.txt", Text("Jo Marsh")), Write("b.txt", Text("Iris Vane")));
        await IngestAsync(Pipeline, [a, b]);
        var annotated = _annotator.Batches.Sum();
        Write("b.txt", Text("Jo Marsh"));

        await IngestAsync(Pipeline, [a, b]);

        Assert.Empty(await Store.SearchAsync("Iris Vane", 10));
        Assert.Equal(1, (await Store.StatisticsAsync()).Articles);
        Assert.Equal(annotated, _annotator.Batches.Sum());
    }

    [Fact]
    public async Task Versions_of_one_origin_in_one_run_follow_one_another()
    {
        static string Line(string name) => System.Text.Json.JsonSerializer.Serialize(new { id = 1, text = Text(name) });
        var path = Write("a.jsonl", $"{Line("Jo Marsh")}\n{Line("Iris Vane")}\n{Line("Jo Marsh")}\n");

        var events = await IngestAsync(Pipeline, [path]);

        Assert.Equal(
            [IngestionState.Added, IngestionState.Updated, IngestionState.Updated], events.Where(e => e.IsFinal).Select(e => e.State));
        Assert.Single(await Store.SearchAsync("Jo Marsh", 10));
        Assert.Empty(await Store.SearchAsync("Iris Vane", 10));
    }

    [Fact]
    public async Task Every_article_of_a_file_of_many_ends_in_its_own_state()
    {
        var path = Write("a.jsonl", $$"""{"text": "{{Text("Jo Marsh")}}"}{{'\n'}}oops{{'\n'}}{"text": "{{Text("Iris Vane")}}"}""");

        var events = await IngestAsync(Pipeline, [path]);

        Assert.Equal([$"{path}:1", $"{path}:2", $"{path}:3"], events.Where(e => e.IsFinal).Select(e => e.Input).Order());
        Assert.All(events, e => Assert.Contains(events, end => end.IsFinal && end.Input == e.Input));
    }

    [Fact]
    public async Task An_article_that_cannot_be_annotated_does_not_stop_its_batch()
    {
        var annotator = new NameAnnotator { Before = a => { if (a.Text.Contains("Bad", StringComparison.Ordinal)) throw new InvalidOperationException("broken"); } };
        string[] paths = [Write("a.txt", Text("Jo Marsh")), Write("b.txt", Text("Bad Apple")), Write("c.txt", Text("Iris Vane"))];

        var events = await IngestAsync(new IngestionPipeline(annotator, Store), paths);

        var failed = Assert.Single(events, e => e.State == IngestionState.Failed);
        Assert.Equal((paths[1], "could not be annotated: broken"), (failed.Input, failed.Reason));
        Assert.Equal(2, (await Store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task Slow_documents_are_not_kept_waiting_for_a_batch_to_fill()
    {
        var stored = new TaskCompletionSource();
        async IAsyncEnumerable<DocumentOrFailure> Documents()
        {
            yield return new DocumentOrFailure(Texts.Document(Text("Jo Marsh"), "a.txt"));
            await stored.Task;
            yield return new DocumentOrFailure(Texts.Document(Text("Iris Vane"), "b.txt"));
        }

        await foreach (var step in Pipeline.IngestAsync(Documents()))
        {
            if (step.State == IngestionState.Added)
                stored.TrySetResult();
        }

        Assert.Equal([1, 1], _annotator.Batches);
    }

    [Fact]
    public async Task No_more_articles_are_taken_than_asked_for()
    {
        for (var i = 0; i < 10; i++)
            Write($"articles/{i}.txt", Text($"Jo Marsh number {i}"));

        var events = await IngestAsync(new IngestionPipeline(_annotator, Store, new IngestionOptions { MaxArticles = 4 }), [Path.Combine(Folder, "articles")]);

        Assert.Equal(4, events.Count(e => e.IsFinal));
    }
}
