using System.Text;

namespace EntityGraph.Ingestion.Tests.Sources;

public sealed class DocumentSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_is_walked_in_ordinal_order_and_only_known_endings_are_taken()
    {
        foreach (var name in new[] { "b.txt", "a/z.md", "a/b.html", "B.txt", "c.json", "photo.jpg", "README.md", "a/readme.txt", ".hidden.txt", ".git/x.txt", "d.htm" })
            Write(name, "x");

        var documents = await ListAsync([_folder]);

        Assert.Equal(["B.txt", "a/b.html", "a/z.md", "b.txt", "c.json", "d.htm"], documents.Select(d => Path.GetRelativePath(_folder, d.Name)));
        Assert.All(documents, d => Assert.Equal(Path.GetFullPath(d.Name), d.Document!.Origin));
    }

    [Fact]
    public async Task A_folder_that_leads_into_itself_is_walked_once()
    {
        Write("a/x.txt", "x");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "loop"), _folder);

        Assert.Single(await ListAsync([_folder]));
    }

    [Fact]
    public async Task A_folder_without_articles_is_a_failure()
    {
        var failure = Assert.Single(await ListAsync([_folder])).Failure!;

        Assert.StartsWith($"{_folder}: has no articles in it (files ending in .txt", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_failure_in_its_place()
    {
        var missing = Path.Combine(_folder, "no.txt");

        var documents = await ListAsync([Write("a.txt", "x"), missing, Write("b.txt", "x")]);

        Assert.Equal([true, false, true], documents.Select(d => d.IsDocument));
        Assert.Equal($"{missing}: does not exist", documents[1].Failure!.Message);
    }

    [SkippableFact]
    public async Task A_file_that_may_not_be_read_is_a_failure()
    {
        var path = Write("a.txt", "x");
        Skip.If(OperatingSystem.IsWindows() || Environment.UserName == "root", "The superuser may read every file.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.StartsWith($"{path}: cannot be opened", Assert.Single(await ListAsync([path])).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_50_MB_is_refused_without_being_read()
    {
        var path = Path.Combine(_folder, "large.txt");
        await using (var file = File.Create(path))
            file.SetLength(50_000_000);

        var before = GC.GetTotalAllocatedBytes();
        var failure = Assert.Single(await ListAsync([path])).Failure!;

        Assert.Equal($"{path}: has 50 MB; the limit is 10 MB", failure.Message);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 5_000_000);
    }

    [SkippableFact]
    public async Task A_device_without_end_is_read_no_further_than_the_limit()
    {
        Skip.IfNot(File.Exists("/dev/zero"), "There is no such device here.");

        Assert.Equal("/dev/zero: has more than the limit of 10 MB", Assert.Single(await ListAsync(["/dev/zero"])).Failure!.Message);
    }

    [Fact]
    public async Task JSON_Lines_are_read_line_by_line_however_large_the_file()
    {
        var path = Path.Combine(_folder, "many.jsonl");
        var line = $$"""{"text": "{{new string('a', 99_000)}}"}""";
        await File.WriteAllLinesAsync(path, Enumerable.Repeat(line, 300));

        var count = 0;
        await foreach (var document in DocumentSource.FromPathsAsync([path]))
        {
            Assert.Equal($"{path}:{++count}", document.Name);
            Assert.Equal(line.Length, document.Document!.Content.Length);
        }

        Assert.Equal(300, count);
    }

    [Fact]
    public async Task One_line_that_is_too_long_is_one_failure()
    {
        var path = Write("a.jsonl", $"\uFEFF{{\"text\": \"a\"}}\n\r\n{new string('x', 300_000)}\n{{\"text\": \"b\"}}\n{new string('y', 300_000)}");

        var documents = await ListAsync([path], new SourceOptions { MaxDocumentBytes = 100_000 });

        Assert.Equal([1, 3, 4, 5], documents.Select(d => int.Parse(d.Name.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([true, false, true, false], documents.Select(d => d.IsDocument));
        Assert.Equal($"{path}:3: is a line that has more than the limit of 100,000 bytes", documents[1].Failure!.Message);
        Assert.Equal("{\"text\": \"a\"}", Encoding.UTF8.GetString(documents[0].Document!.Content.Span));
    }

    [Theory]
    [InlineData("The council said no.\nIt did.", 1, DocumentFormat.Text)]
    [InlineData("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", 2, DocumentFormat.Json)]
    [InlineData("{\n\"text\": \"a\"\n}\n", 1, DocumentFormat.Json)]
    [InlineData("<!doctype html>\n<p>a", 1, DocumentFormat.Html)]
    public async Task Standard_input_is_read_as_what_it_begins_like(string content, int count, DocumentFormat format)
    {
        var input = new MemoryStream(Encoding.UTF8.GetBytes(content));

        var documents = await ListAsync(["-"], new SourceOptions { StandardInput = input, Outlet = "Courier", Collection = "c" });

        Assert.Equal(count, documents.Count);
        Assert.All(documents, d => Assert.Equal(format, DocumentFormats.Of(d.Document!)));
        Assert.All(documents, d => Assert.Equal(("Courier", "c", null), (d.Document!.Outlet, d.Document.Collection, d.Document.Origin)));
        Assert.Equal(count == 1 ? "-" : "-:1", documents[0].Name);
    }

    [Fact]
    public async Task A_very_long_first_line_of_standard_input_is_still_seen_to_be_JSON_Lines()
    {
        var line = $$"""{"text": "{{new string('a', 500_000)}}"}""" + "\n";

        Assert.Equal(2, (await ListAsync(["-"], new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(line + line)) })).Count);
    }

    [Fact]
    public async Task Standard_input_over_the_limit_is_refused()
    {
        var options = new SourceOptions { StandardInput = new MemoryStream(new byte[200_000]), MaxDocumentBytes = 100_000 };

        Assert.Equal("-: has more than the limit of 100,000 bytes", Assert.Single(await ListAsync(["-"], options)).Failure!.Message);
    }

    [Fact]
    public async Task An_address_is_fetched_and_without_a_fetcher_refused()
    {
        await using var server = await WebServer.StartAsync(c => WebServer.TextAsync(c, "<p>Hello"));
        using var fetcher = new GuardedHttpFetcher(new FetchOptions { AllowPrivateAddresses = true });

        var fetched = Assert.Single(await ListAsync([server.Address], new SourceOptions { Fetcher = fetcher, Outlet = "Courier" }));
        var refused = Assert.Single(await ListAsync([server.Address]));

        Assert.Equal("Courier", fetched.Document!.Outlet);
        Assert.Equal($"{server.Address}: is an address, and addresses are not fetched here", refused.Failure!.Message);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private static async Task<List<DocumentOrFailure>> ListAsync(string[] paths, SourceOptions? options = null) =>
        await DocumentSource.FromPathsAsync(paths, options).ToListAsync();
}
