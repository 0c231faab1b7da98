using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using EntityGraph.Ingestion;

namespace EntityGraph.Web.Tests.Api;

public sealed class Taking_articles_in : IAsyncLifetime
{
    private readonly NoteTaker _notes = new();
    private readonly WebServer _server;

    public Taking_articles_in() => _server = new WebServer(_notes);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _notes.GoOn();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_pasted_text_is_accepted_and_ends_in_the_graph()
    {
        using var response = await _server.Client.PostAsJsonAsync("api/articles", new
        {
            text = Notes.That("Ada Byrne", "Ben Cole"),
            title = "A meeting",
            outlet = "The Post",
            url = "https://post.example/1",
            published = "2025-03-01",
            language = "en",
        });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var name = Assert.Single((await WebServer.ReadAsync<Taken>(response)).Inputs);
        var end = await _server.EndOfAsync(name);
        Assert.Equal((IngestionState.Added, 1L, 2, 1), (end.State, end.Number, end.Entities, end.Attributions));
        var article = (await _server.GetAsync<AnnotatedArticle>($"api/articles/{end.ArticleId}")).Article;
        Assert.Equal(("A meeting", "The Post", "https://post.example/1"), (article.Title, article.Outlet, article.Url?.AbsoluteUri));
        Assert.Equal(new DateOnly(2025, 3, 1), article.Published);
    }

    [Fact]
    public async Task The_same_text_twice_is_one_article()
    {
        Assert.Equal(IngestionState.Added, (await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"))).State);
        Assert.Equal(IngestionState.Unchanged, (await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"))).State);
    }

    [Fact]
    public async Task A_text_of_the_same_address_replaces_the_earlier_one()
    {
        const string Url = "https://post.example/1";
        await SendAsync(new { text = Notes.That("Ada Byrne", "Ben Cole"), url = Url });
        var end = await SendAsync(new { text = Notes.That("Ada Byrne", "Cy Dow"), url = Url });
        Assert.Equal(IngestionState.Updated, end.State);
    }

    [Theory]
    [InlineData("""{}""", "Give a text")]
    [InlineData("""{"text":" "}""", "Give a text")]
    [InlineData("""{"text":5}""", "$.text")]
    [InlineData("""{"text":"x"} trailing""", "JSON")]
    [InlineData("""{"text":"x","published":"yesterday"}""", "published is 'yesterday'")]
    [InlineData("""{"text":"x","url":"javascript:alert(1)"}""", "url is 'javascript:alert(1)'")]
    [InlineData("""{"url":"file:///etc/passwd"}""", "url is 'file:///etc/passwd'")]
    [InlineData("""{"text":"x","language":"english"}""", "Language")]
    public async Task A_bad_request_is_a_problem_that_names_what_is_wrong(string body, string words)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _server.Client.PostAsync("api/articles", content);
        await Problem.HasAsync(response, HttpStatusCode.BadRequest, words);
        Assert.Empty(await _server.GetAsync<IngestionEvent[]>("api/ingestion"));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_at_all_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("text", "x")]);
        using var response = await _server.Client.PostAsync("api/articles", content);
        await Problem.HasAsync(response, HttpStatusCode.UnsupportedMediaType, "application/x-www-form-urlencoded");
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/")]
    [InlineData("http://2130706433/")]
    public async Task An_address_inside_the_network_is_not_fetched(string url)
    {
        using var response = await _server.Client.PostAsJsonAsync("api/articles", new { url });
        await Problem.HasAsync(response, HttpStatusCode.UnprocessableEntity, "private or reserved");
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_refused()
    {
        using var response = await _server.Client.PostAsJsonAsync("api/articles", new { text = new string('x', 1_000_001) });
        await Problem.HasAsync(response, HttpStatusCode.RequestEntityTooLarge, "1,000,000");
    }

    [Fact]
    public async Task A_text_in_another_language_fails_with_the_reason()
    {
        var end = await _server.PasteAsync("Die Bürgermeisterin sagte am Dienstag, dass der Rat nicht über die Brücke abstimmen werde, weil das Geld nicht da sei.");
        Assert.Equal(IngestionState.Failed, end.State);
        Assert.Contains("English", end.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_all_kinds_are_accepted_and_a_bad_one_stops_no_other()
    {
        using var form = new MultipartFormDataContent
        {
            { Text(Notes.That("Ada Byrne", "Ben Cole")), "files", "a.txt" },
            { new ByteArrayContent([0, 1, 2, 0, 255, 254, 0, 0, 7]), "files", "b.txt" },
            { Text("""{"text": 1, oops"""), "files", "c.json" },
            { Text($"---\ntitle: Of Cy\n---\n\n{Notes.That("Cy Dow", "Ben Cole")}"), "files", "d.md" },
        };
        using var response = await _server.Client.PostAsync("api/articles/files", form);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["a.txt", "b.txt", "c.json", "d.md"], (await WebServer.ReadAsync<Taken>(response)).Inputs);
        Assert.Equal(IngestionState.Added, (await _server.EndOfAsync("a.txt")).State);
        Assert.Equal(IngestionState.Failed, (await _server.EndOfAsync("b.txt")).State);
        Assert.Equal(IngestionState.Failed, (await _server.EndOfAsync("c.json")).State);
        Assert.Equal("Of Cy", (await _server.EndOfAsync("d.md")).Title);
    }

    [Fact]
    public async Task A_file_of_many_articles_is_summed_up_when_all_have_ended()
    {
        var lines = string.Join('\n',
            $$"""{"title": "One", "text": "{{Notes.That("Ada Byrne", "Ben Cole")}}"}""",
            """{"title": """,
            $$"""{"title": "Two", "text": "{{Notes.That("Cy Dow", "Ben Cole")}}"}""");
        using var form = new MultipartFormDataContent { { Text(lines), "files", "many.jsonl" } };
        using var response = await _server.Client.PostAsync("api/articles/files", form);
        var end = await _server.EndOfAsync("many.jsonl");
        Assert.Equal((IngestionState.Added, "3 articles, 1 failed", 4), (end.State, end.Title, end.Entities));
        var parts = (await _server.GetAsync<IngestionEvent[]>("api/ingestion")).Where(e => e.Input != "many.jsonl").ToList();
        Assert.Equal(3, parts.Count);
        Assert.All(parts, p => Assert.True(p.IsFinal));
    }

    [Fact]
    public async Task A_file_that_is_too_large_fails_among_others_and_is_refused_alone()
    {
        using var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[10_000_001]), "files", "large.txt" } };
        using var refused = await _server.Client.PostAsync("api/articles/files", large);
        await Problem.HasAsync(refused, HttpStatusCode.RequestEntityTooLarge, "large.txt: has 10,000,001 bytes");

        using var both = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[10_000_001]), "files", "large.txt" },
            { Text(Notes.That("Ada Byrne", "Ben Cole")), "files", "small.txt" },
        };
        using var taken = await _server.Client.PostAsync("api/articles/files", both);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal(IngestionState.Failed, (await _server.EndOfAsync("large.txt")).State);
        Assert.Equal(IngestionState.Added, (await _server.EndOfAsync("small.txt")).State);
    }

    [Fact]
    public async Task A_request_beyond_fifty_megabytes_is_refused()
    {
        // By its announced size, before any of it is sent.
        using var client = new TcpClient();
        await client.ConnectAsync(_server.Address.Host, _server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join(
            "\r\n",
            "POST /api/articles/files HTTP/1.1",
            $"Host: {_server.Address.Authority}",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: 50000001",
            "",
            "")));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
        Assert.Contains("The request is too large for /api/articles/files", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_files_and_a_broken_one_are_problems()
    {
        using var form = new MultipartFormDataContent { { Text("x"), "text" } };
        using var none = await _server.Client.PostAsync("api/articles/files", form);
        await Problem.HasAsync(none, HttpStatusCode.BadRequest, "no file");
        using var content = new StringContent("--x\r\nbroken");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var broken = await _server.Client.PostAsync("api/articles/files", content);
        await Problem.HasAsync(broken, HttpStatusCode.BadRequest, "form");
    }

    [Fact]
    public async Task The_name_of_a_file_is_shown_without_folders_and_hidden_marks()
    {
        using var form = new MultipartFormDataContent { { Text(Notes.That("Ada Byrne", "Ben Cole")), "files", "x" } };
        // An HTTP client would rather encode such a name than send it.
        var part = form.Single();
        part.Headers.Remove("Content-Disposition");
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"files\"; filename=\"../../etc/evil\u202Etxt.html\"");
        using var response = await _server.Client.PostAsync("api/articles/files", form);
        Assert.DoesNotContain((await WebServer.ReadAsync<Taken>(response)).Inputs, n => n.Contains('/') || n.Contains('\u202E'));
    }

    [Fact]
    public async Task Two_inputs_of_one_name_are_told_apart_while_they_are_under_way()
    {
        _notes.Hold();
        using var form = new MultipartFormDataContent
        {
            { Text(Notes.That("Ada Byrne", "Ben Cole")), "files", "a.txt" },
            { Text(Notes.That("Cy Dow", "Ben Cole")), "files", "a.txt" },
        };
        using var response = await _server.Client.PostAsync("api/articles/files", form);
        Assert.Equal(["a.txt", "a (2).txt"], (await WebServer.ReadAsync<Taken>(response)).Inputs);
        _notes.GoOn();
        Assert.Equal(IngestionState.Added, (await _server.EndOfAsync("a.txt")).State);
        Assert.Equal(IngestionState.Added, (await _server.EndOfAsync("a (2).txt")).State);
    }

    [Fact]
    public async Task What_the_annotator_breaks_on_fails_by_itself()
    {
        var end = await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole", "wants to break the vase that is in the hall of the house"));
        Assert.Equal(IngestionState.Failed, end.State);
        Assert.Equal(IngestionState.Added, (await _server.PasteAsync(Notes.That("Ada Byrne", "Ben Cole"))).State);
    }

    private static StringContent Text(string text) => new(text);

    private async Task<IngestionEvent> SendAsync(object article)
    {
        using var response = await _server.Client.PostAsJsonAsync("api/articles", article);
        return await _server.EndOfAsync((await WebServer.ReadAsync<Taken>(response)).Inputs[0]);
    }
}
