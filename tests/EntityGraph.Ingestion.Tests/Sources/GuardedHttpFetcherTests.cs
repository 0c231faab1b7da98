using System.IO.Compression;
using System.Net;

namespace EntityGraph.Ingestion.Tests.Sources;

public sealed class GuardedHttpFetcherTests
{
    private static readonly FetchOptions Private = new() { AllowPrivateAddresses = true, MaxBytes = 100_000, Timeout = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task A_page_is_fetched_with_its_type_and_address()
    {
        await using var server = await WebServer.StartAsync(c => WebServer.TextAsync(c, "<p>Hello"));

        var document = (await FetchAsync($"{server.Address}/bridge?id=1#top")).Document!;

        Assert.Equal("<p>Hello"u8.ToArray(), document.Content.ToArray());
        Assert.Equal("text/html; charset=utf-8", document.MediaType);
        Assert.Equal($"{server.Address}/bridge?id=1#top", document.Name);
        Assert.Equal(server.Port, document.Url!.Port);
        Assert.Equal(DocumentFormat.Html, DocumentFormats.Of(document));
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_address_asked_for_stays_the_origin()
    {
        await using var server = await WebServer.StartAsync(c =>
        {
            if (c.Request.Path == "/here")
                return WebServer.TextAsync(c, "<p>Hello");
            c.Response.Redirect("/here");
            return Task.CompletedTask;
        });

        var document = (await FetchAsync($"{server.Address}/short")).Document!;

        Assert.Equal("/here", document.Url!.AbsolutePath);
        Assert.Equal($"{server.Address}/short", document.Origin);
    }

    [Theory]
    [InlineData("ftp://example.org/a", "is neither http nor https (ftp)")]
    [InlineData("file:///etc/passwd", "is neither http nor https (file)")]
    [InlineData("not an address", "is no valid address")]
    [InlineData("http://", "is no valid address")]
    [InlineData("https://user:secret@example.org/", "has a user name or password in it")]
    [InlineData("http://example.org:22/", "has port 22; only 80 and 443 are asked")]
    [InlineData("http://127.0.0.1/", "leads to a private or reserved network address (127.0.0.1), which is not fetched")]
    [InlineData("http://2130706433/", "leads to a private or reserved network address (127.0.0.1), which is not fetched")]
    [InlineData("http://0x7f.1/", "leads to a private or reserved network address (127.0.0.1), which is not fetched")]
    [InlineData("http://localhost/", "leads to a private or reserved network address (localhost), which is not fetched")]
    [InlineData("http://169.254.169.254/latest/meta-data", "leads to a private or reserved network address (169.254.169.254), which is not fetched")]
    [InlineData("http://[::1]/", "leads to a private or reserved network address ([::1]), which is not fetched")]
    [InlineData("http://[::ffff:10.0.0.1]/", "leads to a private or reserved network address ([::ffff:10.0.0.1]), which is not fetched")]
    public async Task Addresses_that_must_not_be_asked_are_refused_by_name(string address, string reason)
    {
        var failure = (await FetchAsync(address, new FetchOptions())).Failure!;

        Assert.Equal(reason, failure.Reason);
        Assert.Equal($"{address}: {reason}", failure.Message);
    }

    [Fact]
    public async Task A_name_with_one_private_address_among_public_ones_is_refused()
    {
        using var fetcher = new GuardedHttpFetcher(
            new FetchOptions(), AddressGuard.IsPublic, (_, _) => Task.FromResult(new[] { IPAddress.Parse("203.0.114.1"), IPAddress.Parse("10.0.0.1") }));

        var failure = (await fetcher.FetchAsync("http://news.example/")).Failure!;

        Assert.Equal("leads to a private or reserved network address (news.example), which is not fetched", failure.Reason);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused_and_never_asked()
    {
        await using var inside = await WebServer.StartAsync(c => WebServer.TextAsync(c, "secret"));
        await using var outside = await WebServer.StartAsync(c =>
        {
            c.Response.Redirect($"http://inside.example:{inside.Port}/secret");
            return Task.CompletedTask;
        });
        // 127.0.0.1 plays the public internet here, and the other addresses of the loopback network the private one.
        using var fetcher = new GuardedHttpFetcher(
            new FetchOptions { ExtraPorts = [inside.Port, outside.Port] },
            address => address.Equals(IPAddress.Loopback),
            (host, _) => Task.FromResult(new[] { host == "news.example" ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2") }));

        var failure = (await fetcher.FetchAsync($"http://news.example:{outside.Port}/")).Failure!;

        Assert.Equal("leads to a private or reserved network address (inside.example), which is not fetched", failure.Reason);
        Assert.Equal(["/"], outside.Asked);
        Assert.Empty(inside.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "redirects to an address that is neither http nor https (file)")]
    [InlineData("gopher://localhost/", "redirects to an address that is neither http nor https (gopher)")]
    [InlineData("http://a:b@localhost/", "redirects to an address that has a user name or password in it")]
    [InlineData("/again", "redirects more than 5 times")]
    public async Task Redirects_to_what_must_not_be_asked_are_refused(string target, string reason)
    {
        await using var server = await WebServer.StartAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = target;
            return Task.CompletedTask;
        });

        Assert.Equal(reason, (await FetchAsync(server.Address)).Failure!.Reason);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_the_connection_goes_to_the_checked_address()
    {
        await using var server = await WebServer.StartAsync(c => WebServer.TextAsync(c, "<p>Hello"));
        var lookedUp = 0;
        using var fetcher = new GuardedHttpFetcher(
            new FetchOptions { ExtraPorts = [server.Port] },
            address => address.Equals(IPAddress.Loopback),
            (_, _) => Task.FromResult(new[] { lookedUp++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1") }));

        var result = await fetcher.FetchAsync($"http://rebinding.example:{server.Port}/");

        Assert.True(result.IsDocument, result.Failure?.Message);
        Assert.Equal(1, lookedUp);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_cut_off()
    {
        await using var server = await WebServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            while (!c.RequestAborted.IsCancellationRequested)
                await c.Response.Body.WriteAsync(new byte[8192], c.RequestAborted);
        });

        Assert.Equal("has more than the limit of 100,000 bytes", (await FetchAsync(server.Address)).Failure!.Reason);
    }

    [Fact]
    public async Task A_body_that_swells_when_unpacked_is_cut_off()
    {
        await using var server = await WebServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            c.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                for (var i = 0; i < 200; i++)
                    await gzip.WriteAsync(new byte[100_000]);
            }

            Assert.InRange(packed.Length, 1, 99_999);
            await c.Response.Body.WriteAsync(packed.ToArray());
        });

        Assert.Equal("has more than the limit of 100,000 bytes", (await FetchAsync(server.Address)).Failure!.Reason);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var server = await WebServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.Body.WriteAsync("a"u8.ToArray(), c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(50, c.RequestAborted);
            }
        });

        var failure = (await FetchAsync(server.Address, Private with { Timeout = TimeSpan.FromSeconds(0.5) })).Failure!;

        Assert.Equal("gave no whole answer within 0.5 seconds", failure.Reason);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    public async Task Content_that_is_no_article_is_refused(string type)
    {
        await using var server = await WebServer.StartAsync(c => WebServer.TextAsync(c, "%PDF", type));

        Assert.Equal($"is {type}, not an article's HTML, text, Markdown or JSON", (await FetchAsync(server.Address)).Failure!.Reason);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_to_be_so()
    {
        await using var server = await WebServer.StartAsync(c =>
        {
            c.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        Assert.Equal("answers 404 NotFound", (await FetchAsync(server.Address)).Failure!.Reason);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_or_exist_is_said_to_be_so()
    {
        string address;
        await using (var server = await WebServer.StartAsync(_ => Task.CompletedTask))
            address = server.Address;

        Assert.Equal("cannot be reached: the connection failed", (await FetchAsync(address)).Failure!.Reason);
        Assert.Equal("cannot be found: its host has no address", (await FetchAsync("http://no-such-host.invalid/")).Failure!.Reason);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_said_to_be_so()
    {
        await using var server = await WebServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            c.Response.ContentLength = 1000;
            await c.Response.Body.WriteAsync("abc"u8.ToArray());
            await c.Response.Body.FlushAsync();
            c.Abort();
        });

        Assert.Equal("broke off its answer", (await FetchAsync(server.Address)).Failure!.Reason);
    }

    private static async Task<DocumentOrFailure> FetchAsync(string address, FetchOptions? options = null)
    {
        using var fetcher = new GuardedHttpFetcher(options ?? Private);
        return await fetcher.FetchAsync(address);
    }
}
