using System.ComponentModel;
using System.Diagnostics;
using EntityGraph.Web.Hosting;

namespace EntityGraph.Web.Tests.Browser;

public sealed class Scripts
{
    [SkippableFact]
    public async Task The_page_s_own_logic_passes_its_tests_in_Node()
    {
        using var node = Start();
        Skip.If(node is null, "Node.js is not installed.");
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await output + await errors);
    }

    private static Process? Start()
    {
        var files = Directory.GetFiles(Path.Combine(Home.Folder, "tests", "js"), "*.test.js");
        var start = new ProcessStartInfo("node", ["--test", .. files])
        {
            WorkingDirectory = Home.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
