using System.Diagnostics;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>Statements that wait for their turn to be written, and what became of them.</summary>
internal sealed class PendingWrite(Func<Session, object?> statements)
{
    private readonly TaskCompletionSource<object?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long since = Stopwatch.GetTimestamp();
    private object? result;
    private int started;

    /// <summary>Ends when the statements are committed, or not to be committed at all.</summary>
    public Task<object?> Done => done.Task;

    /// <summary>How long they have been waiting.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(since);

    /// <summary>Takes them up, unless they have been cancelled.</summary>
    public bool TryStart() => Interlocked.Exchange(ref started, 1) == 0;

    /// <summary>Cancels them, unless they have been taken up.</summary>
    public void Cancel(CancellationToken cancellation)
    {
        if (TryStart()) done.TrySetCanceled(cancellation);
    }

    public void Run(Session session) => result = statements(session);

    public void Succeed() => done.TrySetResult(result);

    public void Fail(Exception failure) => done.TrySetException(failure);
}
