namespace EntityGraph.Ingestion.Tests.Pipeline;

public sealed class StoreFailureTests : PipelineTestBase
{
    private readonly List<IngestionEvent> _events = [];

    [Fact]
    public async Task A_store_that_is_locked_for_a_while_is_asked_again()
    {
        var failures = 3;
        var store = FailingStore.Around(Store, _ => { if (failures-- > 0) throw new GraphStoreException("graph.db is locked", isTransient: true); });

        await RunAsync(store, Documents("Jo Marsh"));

        Assert.Equal(IngestionState.Added, _events[^1].State);
        Assert.Equal(1, (await Store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task A_store_that_stays_locked_is_given_up_for_the_article_after_some_tries()
    {
        var tries = 0;
        var store = FailingStore.Around(Store, a =>
        {
            if (!a.Article.Text.StartsWith("Jo", StringComparison.Ordinal))
                return;
            tries++;
            throw new GraphStoreException("graph.db is locked", isTransient: true);
        });

        await RunAsync(store, Documents("Jo Marsh", "Iris Vane"));

        Assert.Equal(7, tries);
        var failed = Assert.Single(_events, e => e.State == IngestionState.Failed);
        Assert.Equal("was not stored: graph.db is locked", failed.Reason);
        Assert.True(failed.IsStoreFailure);
        Assert.Equal(1, (await Store.StatisticsAsync()).Articles);
    }

    [Fact]
    public async Task An_article_that_the_store_refuses_fails_and_the_others_go_on()
    {
        var tries = 0;
        var store = FailingStore.Around(Store, a =>
        {
            if (!a.Article.Text.StartsWith("Jo", StringComparison.Ordinal))
                return;
            tries++;
            throw new GraphStoreException("it is too strange");
        });

        await RunAsync(store, Documents("Jo Marsh", "Iris Vane", "Tom Ashe"));

        Assert.Equal(1, tries);
        Assert.Equal(
            [IngestionState.Failed, IngestionState.Added, IngestionState.Added], _events.Where(e => e.IsFinal).Select(e => e.State));
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_with_what_was_stored_before_kept_whole()
    {
        var room = 5;
        var store = FailingStore.Around(Store, _ => { if (room-- <= 0) throw new GraphStoreException("There is no room left"); });

        var failure = await Assert.ThrowsAsync<GraphStoreException>(
            () => RunAsync(store, Documents([.. Enumerable.Range(0, 100).Select(i => $"Jo Marsh number {i}")])));

        Assert.Equal("There is no room left", failure.Message);
        Assert.Equal(5, _events.Count(e => e.State == IngestionState.Added));
        Assert.Equal(5, (await Store.StatisticsAsync()).Articles);
        Assert.All(
            _events.Where(e => e.State == IngestionState.Annotating),
            e => Assert.Single(_events, end => end.IsFinal && end.Input == e.Input));
    }

    [Fact]
    public async Task A_cancelled_run_ends_between_two_commits()
    {
        using var cancel = new CancellationTokenSource();
        var left = 5;
        var store = FailingStore.Around(Store, _ => { if (--left == 0) cancel.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync(store, Documents([.. Enumerable.Range(0, 100).Select(i => $"Jo Marsh number {i}")]), cancel.Token));

        Assert.InRange((await Store.StatisticsAsync()).Articles, 4, 5);
    }

    [Fact]
    public async Task What_was_committed_when_a_run_is_cancelled_is_told()
    {
        using var cancel = new CancellationTokenSource();
        var left = 5;
        var store = FailingStore.Around(Store, _ => { }, afterPut: () => { if (--left == 0) cancel.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync(store, Documents([.. Enumerable.Range(0, 100).Select(i => $"Jo Marsh number {i}")]), cancel.Token));

        Assert.Equal(5, (await Store.StatisticsAsync()).Articles);
        Assert.Equal(5, _events.Count(e => e.State == IngestionState.Added));
    }

    [Fact]
    public async Task A_listener_that_goes_away_ends_the_run()
    {
        var taken = 0;
        var endless = Enumerable.Range(0, int.MaxValue).Select(i => Document($"Jo Marsh number {taken = i}")).ToAsyncEnumerable();

        await foreach (var step in new IngestionPipeline(new NameAnnotator(), Store).IngestAsync(endless))
        {
            if (step.State == IngestionState.Added)
                break;
        }

        Assert.InRange((await Store.StatisticsAsync()).Articles, 1, taken + 1);
    }

    private static DocumentOrFailure Document(string name) => new(Texts.Document(Text(name), name + ".txt"));

    private static IAsyncEnumerable<DocumentOrFailure> Documents(params string[] names) => names.Select(Document).ToAsyncEnumerable();

    private async Task RunAsync(IGraphStore store, IAsyncEnumerable<DocumentOrFailure> documents, CancellationToken cancellation = default)
    {
        var options = new IngestionOptions { StoreRetryDelay = TimeSpan.FromMilliseconds(1) };
        await foreach (var step in new IngestionPipeline(new NameAnnotator(), store, options).IngestAsync(documents, cancellation))
            _events.Add(step);
    }
}
