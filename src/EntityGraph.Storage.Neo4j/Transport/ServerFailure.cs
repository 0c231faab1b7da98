namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>What a failure means for the one who asked.</summary>
internal enum FailureKind
{
    /// <summary>The server does not answer, or the connection was lost: what was asked may have been done.</summary>
    Unreachable,

    /// <summary>The server gave up for now (deadlock, restart, a transaction ended from outside): nothing was done.</summary>
    Transient,

    /// <summary>It took longer than allowed; nothing was done.</summary>
    TimedOut,

    /// <summary>User and password are not accepted.</summary>
    Credentials,

    /// <summary>The server refuses to look at passwords for some seconds, after too many wrong ones.</summary>
    RateLimited,

    /// <summary>There is no such database.</summary>
    NoDatabase,

    /// <summary>The server has no Query API with transactions, or is no Neo4j at all.</summary>
    TooOld,

    /// <summary>Anything else: asking again does not help.</summary>
    Other,
}

/// <summary>A failure of the server or of the way to it, with the server's code where it gave one.</summary>
internal sealed class ServerFailure(FailureKind kind, string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public FailureKind Kind { get; } = kind;

    /// <summary>"Neo.TransientError.Transaction.DeadlockDetected", or "" where the server said nothing.</summary>
    public string Code { get; } = code;

    public static ServerFailure Of(string code, string message, Exception? inner = null) => new(KindOf(code, message), code, message, inner);

    public static ServerFailure Lost(Exception inner) => new(FailureKind.Unreachable, "", inner.Message, inner);

    private static FailureKind KindOf(string code, string message) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.CredentialsExpired" => FailureKind.Credentials,
        "Neo.ClientError.Security.AuthenticationRateLimit" => FailureKind.RateLimited,
        "Neo.ClientError.Database.DatabaseNotFound" => FailureKind.NoDatabase,
        "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" or
            "Neo.ClientError.Transaction.LockClientStopped" or "Neo.TransientError.Transaction.LockAcquisitionTimeout" => FailureKind.TimedOut,
        // Ended by an administrator or a shutdown; by the transaction's own statements it cannot be.
        "Neo.ClientError.Transaction.Terminated" or "Neo.ClientError.Transaction.TransactionTerminated" or
            "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" => FailureKind.Transient,
        // The server forgets open transactions when it restarts and when nobody asks for a minute.
        "Neo.ClientError.Request.Invalid" when message.Contains("Transaction with Id", StringComparison.Ordinal) => FailureKind.Transient,
        "Neo.ClientError.Transaction.TransactionNotFound" => FailureKind.Transient,
        // Two processes made the same index at once; it is there when asked again.
        "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists" => FailureKind.Transient,
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => FailureKind.Transient,
        _ => FailureKind.Other,
    };
}
