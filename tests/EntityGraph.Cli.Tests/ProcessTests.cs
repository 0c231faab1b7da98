using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using EntityGraph.Storage.Sqlite;

namespace EntityGraph.Cli.Tests;

/// <summary>The command as a process of its own: what only the system can tell it.</summary>
public sealed class ProcessTests : WorkFolder
{
    private const int Interrupt = 2;

    [SkippableFact]
    public async Task Ctrl_C_ends_an_ingestion_between_two_commits_and_the_next_one_does_the_rest()
    {
        SkipWithoutInterrupts();
        var lines = Enumerable.Range(0, 2_000).Select(i => JsonSerializer.Serialize(new { id = i, text = $"Jo Marsh said that bridge number {i} would stay closed." }));
        var path = Write("many.jsonl", string.Join('\n', lines));

        using var process = Start("ingest", path, "--store", Store);
        await UntilAsync(async () => File.Exists(Store) && await ArticlesAsync() > 0);
        Assert.Equal(0, Kill(process.Id, Interrupt));
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.EndsWith("entitygraph: stopped", (await process.StandardError.ReadToEndAsync()).TrimEnd(), StringComparison.Ordinal);
        var stored = await ArticlesAsync();
        Assert.InRange(stored, 1, 1_999);
        Assert.StartsWith($"accepted   {stored,6:N0}", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Matches($"unchanged +{stored:N0}", (await CommandRun.OfAsync(["ingest", path, "--store", Store, "--max-articles", $"{stored}"])).Out);
    }

    [SkippableFact]
    public async Task Serve_runs_the_server_on_the_store_until_Ctrl_C()
    {
        SkipWithoutInterrupts();
        await CommandRun.OfAsync(["ingest", Write("bridge.txt", Bridge), "--store", Store]);

        using var process = Start("serve", "--urls", "http://127.0.0.1:0", "--store", Store);
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync();
        while (line is not null && !line.Contains("Now listening on: ", StringComparison.Ordinal));
        Assert.NotNull(line);
        using var client = new HttpClient { BaseAddress = new Uri(line.Split("Now listening on: ")[1]) };
        var status = await client.GetFromJsonAsync<JsonElement>("api/status");
        var page = await client.GetStringAsync("");
        Assert.Equal(0, Kill(process.Id, Interrupt));
        await process.WaitForExitAsync();

        Assert.Equal(1, status.GetProperty("articles").GetInt32());
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Serve_says_what_is_wrong_with_the_store()
    {
        var run = await CommandRun.OfAsync(["serve", "--store", Write("notes.db", new string('x', 5000))]);

        Assert.Equal(ExitCode.Store, run.Code);
        Assert.Contains("notes.db", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private async Task<int> ArticlesAsync()
    {
        await using var store = new SqliteGraphStore(new SqliteStoreOptions { Path = Store });
        await store.OpenAsync();
        return (await store.StatisticsAsync()).Articles;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(100);
    }

    private static void SkipWithoutInterrupts()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signal to send to one process.");
        Skip.If(InterruptIsIgnored(), "Started with interrupts ignored, as a shell's background command is, and so is what it starts.");
    }

    private static bool InterruptIsIgnored()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var ignored = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        return (Convert.ToUInt64(ignored.Trim(), 16) & (1UL << (Interrupt - 1))) != 0;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
