using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace EntityGraph.Transfer.Tests.Exporting;

/// <summary>Reads files with libraries from npm that know nothing of this program: read-again.mjs beside this file.</summary>
internal static class ReadAgain
{
    private static readonly string Root = typeof(ReadAgain).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>What the script makes of the file. Skips the test where Node.js is not installed.</summary>
    public static async Task<JsonElement> Async(string form, byte[] file)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(Root, "tests", "EntityGraph.Transfer.Tests", "Exporting", "read-again.mjs"), form },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process node;
        try
        {
            node = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            Skip.If(true, $"Node.js cannot be started: {e.Message}");
            throw;
        }

        using (node)
        {
            var errors = node.StandardError.ReadToEndAsync();
            var output = node.StandardOutput.ReadToEndAsync();
            await node.StandardInput.BaseStream.WriteAsync(file);
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, await errors);
            return JsonDocument.Parse(await output).RootElement;
        }
    }
}
