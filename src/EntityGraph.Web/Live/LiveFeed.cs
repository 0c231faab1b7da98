using System.Text.Json;
using System.Threading.Channels;
using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;
using EntityGraph.Web.Intake;

namespace EntityGraph.Web.Live;

/// <summary>
/// Announces what is committed: reads the changes after the last one announced, when somebody here committed one and every
/// second for those of other programs, and sends them in order.
/// </summary>
internal sealed class LiveFeed : BackgroundService
{
    private const int ChangesAtOnce = 100;

    private readonly IGraphStore _store;
    private readonly Audience _audience;
    private readonly IngestionLedger _ledger;
    private readonly LiveSettings _settings;
    private readonly JsonSerializerOptions _json;
    private readonly TimeProvider _time;
    private readonly StoreOpening _opening;
    private readonly ILogger<LiveFeed> _log;
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource _firstVisitor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private Dictionary<string, IngestionEvent> _steps = new(StringComparer.Ordinal);
    private long _number;
    private bool _isFailing;

    public LiveFeed(
        IGraphStore store, Audience audience, IngestionLedger ledger, LiveSettings settings, JsonSerializerOptions json, TimeProvider time, StoreOpening opening,
        ILogger<LiveFeed> log)
    {
        (_store, _audience, _ledger, _settings, _json, _time, _opening, _log) = (store, audience, ledger, settings, json, time, opening, log);
        _ledger.Recorded += OnRecorded;
    }

    /// <summary>Done once a page has joined.</summary>
    public Task FirstVisitor => _firstVisitor.Task;

    /// <summary>A page has come; gives the number of the last change that was announced before.</summary>
    public long Join()
    {
        _firstVisitor.TrySetResult();
        return Volatile.Read(ref _number);
    }

    /// <summary>Something was committed.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_opening.Trouble is null)
            _number = await _opening.UntilOpenAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _ledger.Recorded -= OnRecorded;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            Volatile.Write(ref _number, await _opening.UntilOpenAsync(stoppingToken));
            while (true)
            {
                if (await WaitAsync(stoppingToken))
                    await Task.Delay(TimeSpan.FromMilliseconds(_settings.GatherMilliseconds), _time, stoppingToken);
                _signal.Reader.TryRead(out _);
                await AnnounceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; pages ask for what they lack when they find it again.
        }
    }

    private async Task AnnounceAsync(CancellationToken stopping)
    {
        try
        {
            await AnnounceChangesAsync(stopping);
            _isFailing = false;
        }
        catch (GraphStoreException e)
        {
            // Said once; the next poll tries again.
            if (!_isFailing)
                _log.LogWarning(e, "The live feed cannot read the store; it goes on trying.");
            _isFailing = true;
        }

        await AnnounceStepsAsync();
    }

    private async Task<bool> WaitAsync(CancellationToken stopping)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        poll.CancelAfter(TimeSpan.FromMilliseconds(_settings.PollMilliseconds));
        try
        {
            return await _signal.Reader.WaitToReadAsync(poll.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task AnnounceChangesAsync(CancellationToken stopping)
    {
        IReadOnlyList<GraphDifference> changes;
        do
        {
            changes = await _store.ChangesAfterAsync(_number, ChangesAtOnce, stopping);
            foreach (var message in MessageSize.Split(changes, _json))
            {
                // First the number: who joins now is either told of it or among those that the message goes to.
                Volatile.Write(ref _number, message[^1].Number);
                await _audience.SendAsync("changes", message);
            }
        }
        while (changes.Count == ChangesAtOnce);
    }

    private async Task AnnounceStepsAsync()
    {
        Dictionary<string, IngestionEvent> steps;
        lock (_lock)
        {
            if (_steps.Count == 0)
                return;
            (steps, _steps) = (_steps, new Dictionary<string, IngestionEvent>(StringComparer.Ordinal));
        }

        foreach (var message in MessageSize.Split(steps.Values.OrderBy(s => s.At), _json))
            await _audience.SendAsync("ingestion", message);
    }

    private void OnRecorded(IngestionEvent step)
    {
        lock (_lock)
            _steps[step.Input] = step;
        Signal();
    }
}
