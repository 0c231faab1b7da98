using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace EntityGraph.Web.Tests;

/// <summary>The program as a process of its own, with the models that ship.</summary>
public sealed partial class Starting_the_program : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entitygraph-start").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_serves_the_page_wherever_it_is_started_from()
    {
        using var process = Start("--urls", "http://127.0.0.1:0", "--Store:Path", Path.Combine(_folder, "graph.db"));
        try
        {
            string? line, address = null;
            while (address is null && (line = await process.StandardOutput.ReadLineAsync()) is not null)
                address = Listening().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
            Assert.NotNull(address);
            using var client = new HttpClient();
            Assert.Contains("EntityGraph", await client.GetStringAsync(new Uri(address)), StringComparison.Ordinal);
            Assert.Contains("\"number\":0", await client.GetStringAsync(new Uri(address + "/api/status")), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_file_that_is_no_graph_is_named_and_left_as_it_is()
    {
        var path = Path.Combine(_folder, "graph.db");
        await File.WriteAllTextAsync(path, new string('x', 5000));
        var (code, error) = await FailAsync("--Store:Path", path);
        Assert.Equal(1, code);
        Assert.Contains(path, error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_missing_model_is_named()
    {
        var (code, error) = await FailAsync("--Store:Path", Path.Combine(_folder, "graph.db"), "--Model:Folder", Path.Combine(_folder, "none"));
        Assert.Equal(1, code);
        Assert.Contains(Path.Combine(_folder, "none"), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (code, error) = await FailAsync("--urls", address, "--Store:Path", Path.Combine(_folder, "graph.db"));
        Assert.Equal(1, code);
        Assert.Contains(address, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_out_of_range_is_named()
    {
        var (code, error) = await FailAsync("--Store:Path", Path.Combine(_folder, "graph.db"), "--Ingestion:QueueLength", "0");
        Assert.Equal(1, code);
        Assert.Contains("QueueLength", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Error)> FailAsync(params string[] arguments)
    {
        using var process = Start(["--urls", "http://127.0.0.1:0", .. arguments]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, error);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
