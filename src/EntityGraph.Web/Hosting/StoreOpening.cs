using System.Diagnostics.CodeAnalysis;
using EntityGraph.Stores;

namespace EntityGraph.Web.Hosting;

/// <summary>
/// Opens the store and loads the models before anything else starts, so that what is wrong with them is said at once. A server that
/// is away is waited for: after some seconds the rest starts without it, and whatever needs the store is answered with 503 until
/// it is there.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The token lives as long as the program.")]
internal sealed class StoreOpening(
    IGraphStore store, StoreAddress address, IServiceProvider services, IHostApplicationLifetime life, ILogger<StoreOpening> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stop = new();
    private Task<long> opened = Task.FromResult(0L);
    private string trouble = "The store is being opened.";

    /// <summary>Why the store cannot be used yet; null once it is open.</summary>
    public string? Trouble => opened.IsCompletedSuccessfully ? null : Volatile.Read(ref trouble);

    /// <summary>Waits until the store is open and gives the number of its last change then.</summary>
    /// <exception cref="OperationCanceledException">The program stops, be it because the store cannot be opened.</exception>
    public async Task<long> UntilOpenAsync(CancellationToken stopping)
    {
        await Task.WhenAny(opened, Task.Delay(Timeout.Infinite, stopping));
        if (opened.IsFaulted) await Task.Delay(Timeout.Infinite, stopping);
        stopping.ThrowIfCancellationRequested();
        return await opened;
    }

    /// <summary>Throws what kept the store from being opened after the program had started.</summary>
    /// <exception cref="GraphStoreException">It could not be opened.</exception>
    public void ThrowIfFailed()
    {
        if (opened.IsFaulted) opened.GetAwaiter().GetResult();
    }

    /// <summary>The store waits and tries again for the reason given.</summary>
    public void Wait(string reason)
    {
        Volatile.Write(ref trouble, reason);
        log.LogWarning("{Trouble}", reason);
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        opened = OpenAsync(stop.Token);
        services.GetRequiredService<IAnnotator>();
        await Task.WhenAny(opened, Task.Delay(Patience, cancellationToken));
        if (opened.IsCompleted) await opened;
        else _ = StopWhenFailedAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => stop.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<long> OpenAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await store.OpenAsync(stopping);
                break;
            }
            catch (GraphStoreException e) when (e.IsTransient && address.Server is not null)
            {
                Wait(e.Message);
                await Task.Delay(Pause, stopping);
            }
        }

        var size = await store.StatisticsAsync(stopping);
        log.LogInformation(
            "The graph in {Store} holds {Articles} articles and {Entities} entities after change {Number}.",
            address, size.Articles, size.Entities, size.Number);
        return size.Number;
    }

    /// <summary>What turns out to be wrong after the start ends the program all the same; who started it is told (see Program).</summary>
    private async Task StopWhenFailedAsync()
    {
        await opened.ContinueWith(_ => { }, TaskScheduler.Default);
        if (opened.IsFaulted) life.StopApplication();
    }
}
