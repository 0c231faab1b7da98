using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>
/// Asks the server for one query of the contract, in one or several statements. Between two of them the graph may go on: what is
/// answered with a number therefore asks for the number first, and holds at least all up to it.
/// </summary>
internal sealed class Reader(ITransport transport, Retries retries, CancellationToken cancellation)
{
    public Task<IReadOnlyList<Record>> RowsAsync(Statement statement) =>
        retries.ReadAsync(() => transport.ReadAsync(statement, null, cancellation), cancellation);

    /// <summary>The same for a part of a search that may be given up: tried once, and ended by the server after the time given.</summary>
    /// <exception cref="ServerFailure">It failed or took too long.</exception>
    public Task<IReadOnlyList<Record>> RowsAsync(Statement statement, TimeSpan most) =>
        transport.ReadAsync(statement, most, cancellation);

    public async Task<Record> RowAsync(Statement statement) => (await RowsAsync(statement).ConfigureAwait(false))[0];

    /// <summary>A page, counted by a statement of its own where the page does not tell the total.</summary>
    public async Task<Page<T>> PageAsync<T>(PageRequest page, Statement items, Func<Record, T> item, Statement count)
    {
        var rows = await RowsAsync(items).ConfigureAwait(false);
        var isLast = rows.Count < page.Limit && (rows.Count > 0 || page.Offset == 0);
        var total = isLast ? page.Offset + rows.Count : (await RowAsync(count).ConfigureAwait(false)).Count("total");
        return new Page<T>([.. rows.Select(item)], total);
    }
}
