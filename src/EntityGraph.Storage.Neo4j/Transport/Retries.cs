using System.Diagnostics;

namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>Tries again what may succeed later, with growing pauses of uneven length, so that writers that met do not meet again.</summary>
internal sealed class Retries(Neo4jStoreOptions options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>Runs an action that does no harm when it is run twice. Gives up with the last failure, told to people.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="patience">How long to go on trying.</param>
    /// <param name="isWorthAnother">Which failures may pass.</param>
    /// <param name="cancellation">Ends the trying.</param>
    public async Task<T> RunAsync<T>(
        Func<Task<T>> action, TimeSpan patience, Func<ServerFailure, bool> isWorthAnother, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            ServerFailure failure;
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (ServerFailure e)
            {
                failure = e;
            }

            cancellation.ThrowIfCancellationRequested();
            var uneven = pause * (0.5 + Random.Shared.NextDouble());
            if (!isWorthAnother(failure) || Stopwatch.GetElapsedTime(since) + uneven > patience) throw Failures.Told(options, failure);
            if (pause > TimeSpan.FromSeconds(1)) options.Waiting?.Invoke(Failures.Wait(options, failure, uneven));
            await Task.Delay(uneven, cancellation).ConfigureAwait(false);
        }
    }

    public Task<T> ReadAsync<T>(Func<Task<T>> action, CancellationToken cancellation) =>
        RunAsync(action, options.Patience / 10, f => f.Kind is FailureKind.Unreachable or FailureKind.Transient, cancellation);

    public Task<T> WriteAsync<T>(Func<Task<T>> action, CancellationToken cancellation) => RunAsync(
        action, options.Patience, f => f.Kind is FailureKind.Unreachable or FailureKind.Transient or FailureKind.TimedOut, cancellation);
}
