using System.Diagnostics;

namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>Tries again what may succeed later, with growing pauses of uneven length, so that writers that met do not meet again.</summary>
internal sealed class Retries(Neo4jStoreOptions options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RateLimit = TimeSpan.FromSeconds(5);
    private volatile bool accepted;

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
                var result = await action().ConfigureAwait(false);
                accepted = true;
                return result;
            }
            catch (ServerFailure e)
            {
                failure = e;
            }

            cancellation.ThrowIfCancellationRequested();
            var uneven = pause * (0.5 + Random.Shared.NextDouble()) + (failure.Kind == FailureKind.RateLimited ? RateLimit : TimeSpan.Zero);
            var isWorth = isWorthAnother(failure) || MayBeStarting(failure);
            if (!isWorth || Stopwatch.GetElapsedTime(since) + uneven > patience) throw Failures.Told(options, failure);
            if (pause > TimeSpan.FromSeconds(1)) options.Waiting?.Invoke(Failures.Wait(options, failure, uneven));
            await Task.Delay(uneven, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A server that starts refuses everybody until it has read who its users are, and then, asked too often, for some seconds more.
    /// Where the password was accepted before, that passes.
    /// </summary>
    private bool MayBeStarting(ServerFailure failure) =>
        accepted && failure.Kind is (FailureKind.Credentials or FailureKind.RateLimited);

    public Task<T> ReadAsync<T>(Func<Task<T>> action, CancellationToken cancellation) =>
        RunAsync(action, options.Patience / 10, f => f.Kind is FailureKind.Unreachable or FailureKind.Transient, cancellation);

    public Task<T> WriteAsync<T>(Func<Task<T>> action, CancellationToken cancellation) => RunAsync(
        action, options.Patience, f => f.Kind is FailureKind.Unreachable or FailureKind.Transient or FailureKind.TimedOut, cancellation);
}
