namespace EntityGraph;

/// <summary>A store could not do what it was asked. Stores translate their own exceptions into this one at their edge.</summary>
public sealed class GraphStoreException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What went wrong, naming the store; fit to be shown.</param>
    /// <param name="isTransient">Whether the same call may succeed if it is made again later.</param>
    /// <param name="inner">The store's own exception.</param>
    public GraphStoreException(string message, bool isTransient = false, Exception? inner = null)
        : base(message, inner) => IsTransient = isTransient;

    /// <summary>Whether the same call may succeed if it is made again later (locked, unreachable, deadlocked).</summary>
    public bool IsTransient { get; }
}
