namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>
/// The way to a server. Both ways throw <see cref="ServerFailure"/> for what goes wrong there and on the wire, and try nothing
/// twice: that is <see cref="Retries"/>' part.
/// </summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Runs a statement that only reads, in a transaction of its own.</summary>
    /// <param name="statement">What to ask.</param>
    /// <param name="most">How long the server may take; null for the time that queries have as a rule.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task<IReadOnlyList<Record>> ReadAsync(Statement statement, TimeSpan? most, CancellationToken cancellation);

    /// <summary>Runs a statement that changes the schema, which no transaction with other statements may do.</summary>
    Task RunAloneAsync(Statement statement, CancellationToken cancellation);

    /// <summary>Runs statements in one transaction, committed as a whole when they have been run or not at all.</summary>
    Task<T> WriteAsync<T>(Func<ITransaction, Task<T>> statements, CancellationToken cancellation);
}

/// <summary>A transaction that is open.</summary>
internal interface ITransaction
{
    /// <summary>Runs a statement and gives its rows.</summary>
    Task<IReadOnlyList<Record>> RunAsync(Statement statement);
}
