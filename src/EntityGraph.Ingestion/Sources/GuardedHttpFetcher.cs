using System.Net;
using System.Net.Sockets;

namespace EntityGraph.Ingestion;

/// <summary>
/// Fetches pages for whoever names an address, without becoming a way into the network that it runs in: a host's addresses are
/// looked up once, all of them checked, and the connection goes to a checked one; redirects are followed by hand and checked the
/// same way; size, time and content type are bounded; no proxy, no cookies, no credentials. Safe to call from several threads.
/// </summary>
public sealed class GuardedHttpFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly Func<IPAddress, bool> _isPublic;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    /// <summary>Makes one.</summary>
    /// <param name="options">Limits; null for the usual ones.</param>
    public GuardedHttpFetcher(FetchOptions? options = null)
        : this(options ?? new FetchOptions(), AddressGuard.IsPublic, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>Makes one with another idea of which addresses are public and what names mean.</summary>
    internal GuardedHttpFetcher(
        FetchOptions options, Func<IPAddress, bool> isPublic, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_options, _isPublic, _resolve) = (options, isPublic, resolve);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = _options.Timeout,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(_options.UserAgent);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain, text/markdown, application/json;q=0.9");
    }

    /// <summary>Fetches an address, or tells why not; the failure's name is the address as given.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<DocumentOrFailure> FetchAsync(string address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_options.Timeout);
        try
        {
            return new DocumentOrFailure(await FollowAsync(address, timeout.Token));
        }
        catch (FetchRefusedException e)
        {
            return Failed(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            return Failed($"gave no whole answer within {_options.Timeout.TotalSeconds:0.#} seconds", e);
        }
        catch (HttpRequestException e)
        {
            return Failed(e.InnerException is FetchRefusedException refused ? refused.Message : Reason(e), e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Failed(e is InvalidDataException ? "sent a body that cannot be unpacked" : "broke off its answer", e);
        }

        DocumentOrFailure Failed(string reason, Exception inner) => new(new DocumentException(address, reason, inner));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<Document> FollowAsync(string address, CancellationToken cancellation)
    {
        var asked = Checked(address, null);
        var url = asked;
        for (var redirects = 0; ; redirects++)
        {
            using var response = await _client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (Redirect(response) is { } location)
            {
                if (redirects == _options.MaxRedirects)
                    throw new FetchRefusedException($"redirects more than {_options.MaxRedirects} times");
                url = Checked(location, url);
                continue;
            }

            if (!response.IsSuccessStatusCode)
                throw new FetchRefusedException($"answers {(int)response.StatusCode} {response.StatusCode}");
            var type = response.Content.Headers.ContentType;
            if (type?.MediaType is { } media && !DocumentFormats.MediaTypes.Contains(media, StringComparer.OrdinalIgnoreCase))
                throw new FetchRefusedException($"is {media}, not an article's HTML, text, Markdown or JSON");
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var content = await ByteLimit.ReadAsync(body, _options.MaxBytes, cancellation)
                ?? throw new FetchRefusedException(ByteLimit.Reason(_options.MaxBytes));
            // The address asked for is the origin: where it leads to can be the same page for many (a notice, a login).
            return new Document { Name = address, Content = content, MediaType = type?.ToString(), Url = url, Origin = asked.AbsoluteUri };
        }
    }

    private static string? Redirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? location.OriginalString : null;

    private Uri Checked(string address, Uri? from)
    {
        var lead = from is null ? "" : "redirects to an address that ";
        if (!Uri.TryCreate(from, address, out var url) && !Uri.TryCreate(address, UriKind.Absolute, out url))
            throw new FetchRefusedException($"{lead}is no valid address");
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            throw new FetchRefusedException($"{lead}is neither http nor https ({url.Scheme})");
        if (url.UserInfo.Length > 0)
            throw new FetchRefusedException($"{lead}has a user name or password in it");
        if (!_options.AllowPrivateAddresses && url.Port is not (80 or 443) && !_options.ExtraPorts.Contains(url.Port))
            throw new FetchRefusedException($"{lead}has port {url.Port}; only 80 and 443 are asked");
        return url;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await _resolve(host, cancellation);
        // One private address among public ones is how a name is turned against the network behind the program.
        if (!_options.AllowPrivateAddresses && Array.Find(addresses, a => !_isPublic(a)) is not null)
            throw new FetchRefusedException($"leads to a private or reserved network address ({host}), which is not fetched");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Reason(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "cannot be found: its host has no address",
        HttpRequestError.ConnectionError => "cannot be reached: the connection failed",
        HttpRequestError.SecureConnectionError => "cannot be fetched safely: its certificate or TLS is not valid",
        HttpRequestError.ResponseEnded => "broke off its answer",
        HttpRequestError.Unknown when e.InnerException is IOException => "broke off its answer",
        _ => $"cannot be fetched: {(e.InnerException ?? e).Message}",
    };

    /// <summary>The reason is fit to be shown after the address.</summary>
    private sealed class FetchRefusedException(string message) : Exception(message);
}
