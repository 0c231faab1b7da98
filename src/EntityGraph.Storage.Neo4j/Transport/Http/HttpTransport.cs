using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EntityGraph.Storage.Neo4j.Transport.Http;

/// <summary>Neo4j's HTTP Query API: POST /db/{database}/query/v2, and /tx below it for transactions of several statements.</summary>
internal sealed class HttpTransport : ITransport
{
    /// <summary>How much longer than the server is allowed to take its answer is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long it may take to tell the server that something is not wanted any more.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a write may wait and work. The server forgets a transaction that nobody asks about after a minute, so a writer that
    /// died in the middle of one holds up others no longer than this.
    /// </summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(90);

    private readonly HttpClient client;
    private readonly string path;
    private readonly TimeSpan queryTimeout;

    public HttpTransport(Neo4jStoreOptions options)
    {
        queryTimeout = options.QueryTimeout;
        path = $"db/{Uri.EscapeDataString(options.Database)}/query/v2";
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        {
            BaseAddress = new Uri(options.Address.GetLeftPart(UriPartial.Authority) + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Password is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        }
    }

    public async Task<IReadOnlyList<Record>> ReadAsync(Statement statement, TimeSpan? most, CancellationToken cancellation) =>
        (await PostAsync("", statement, "READ", most ?? queryTimeout, cancellation).ConfigureAwait(false)).Rows;

    public Task RunAloneAsync(Statement statement, CancellationToken cancellation) =>
        PostAsync("", statement, "WRITE", LongestWrite, cancellation);

    public async Task<T> WriteAsync<T>(Func<ITransaction, Task<T>> statements, CancellationToken cancellation)
    {
        var transaction = new HttpTransaction(this, cancellation);
        try
        {
            var result = await statements(transaction).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            return result;
        }
        catch
        {
            await transaction.RollBackAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Answer> PostAsync(
        string below, Statement? statement, string? access, TimeSpan most, CancellationToken cancellation)
    {
        // By this the server's transaction is found again, should it have to be ended.
        var name = Guid.NewGuid().ToString("N");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(most + Grace);
        using var request = new HttpRequestMessage(HttpMethod.Post, path + below) { Content = Body(statement, name, access, most) };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await AnswerForm.ReadAsync(response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            var wasRunning = statement is not null && await EndAsync(name).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw new ServerFailure(
                wasRunning ? FailureKind.TimedOut : FailureKind.Unreachable, "", $"no answer within {most.TotalSeconds:0} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw ServerFailure.Lost(e);
        }
    }

    /// <summary>
    /// Ends what the server does for a request; answers whether it was still at it. Neo4j 5.26 takes no limit of time over HTTP, and
    /// goes on when nobody waits for the answer.
    /// </summary>
    private async Task<bool> EndAsync(string name)
    {
        var ending = new Statement(
            """
            SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.request = $name
            TERMINATE TRANSACTIONS id YIELD message RETURN message
            """,
            ("name", name));
        try
        {
            using var limit = new CancellationTokenSource(Farewell);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(ending, "", "WRITE", Farewell) };
            using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
            return (await AnswerForm.ReadAsync(response, limit.Token).ConfigureAwait(false)).Rows.Count > 0;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ServerFailure)
        {
            // The server cannot be reached, which is what the caller is told.
            return false;
        }
    }

    private static ByteArrayContent Body(Statement? statement, string name, string? access, TimeSpan most)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (statement is not null)
            {
                json.WriteString("statement", statement.Text);
                json.WritePropertyName("parameters");
                ParameterForm.Write(json, new Dictionary<string, object?>(statement.Parameters) { ["request"] = name });
            }

            if (access is not null)
            {
                json.WriteString("accessMode", access);
                json.WriteNumber("maxExecutionTime", Math.Max(1, (int)Math.Ceiling(most.TotalSeconds)));
            }

            json.WriteEndObject();
        }

        var content = new ByteArrayContent(stream.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>A transaction of the Query API; its first statement opens it.</summary>
    private sealed class HttpTransaction(HttpTransport transport, CancellationToken cancellation) : ITransaction
    {
        private string? id;
        private bool ended;

        public async Task<IReadOnlyList<Record>> RunAsync(Statement statement)
        {
            var answer = await RunIn(id is null ? "/tx" : $"/tx/{id}", statement).ConfigureAwait(false);
            id ??= answer.TransactionId ?? throw new ServerFailure(FailureKind.TooOld, "", "it opened no transaction");
            return answer.Rows;
        }

        public async Task CommitAsync()
        {
            if (id is null) return;
            // Once asked for, a commit is not called off: its outcome would be unknown.
            await transport.PostAsync($"/tx/{id}/commit", null, null, LongestWrite, CancellationToken.None).ConfigureAwait(false);
            ended = true;
        }

        public async Task RollBackAsync()
        {
            if (id is null || ended) return;
            try
            {
                using var limit = new CancellationTokenSource(Farewell);
                using var response = await transport.client.DeleteAsync(new Uri($"{transport.path}/tx/{id}", UriKind.Relative), limit.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // The server cannot be reached, which is what the caller is told; it rolls back by itself in a minute.
            }
        }

        private async Task<Answer> RunIn(string below, Statement statement)
        {
            try
            {
                return await transport.PostAsync(below, statement, id is null ? "WRITE" : null, LongestWrite, cancellation).ConfigureAwait(false);
            }
            catch (ServerFailure e) when (e.Code.Length > 0)
            {
                // An error of the server's ends the transaction there.
                ended = true;
                throw;
            }
        }
    }
}
