using System.Text;

namespace EntityGraph.Cli.Tests;

/// <summary>What a run of the command printed and ended with.</summary>
internal sealed record CommandRun(int Code, string Out, string Error)
{
    /// <summary>Runs the command in this process, as in a pipe: nobody looks, nothing is coloured.</summary>
    public static async Task<CommandRun> OfAsync(string[] args, string input = "", CancellationToken cancellation = default)
    {
        using var output = new MemoryStream();
        await using var outText = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true };
        await using var errorText = new StringWriter();
        var terminal = new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Out = outText,
            Error = errorText,
        };
        var code = await CommandLine.RunAsync(args, terminal, cancellation);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), errorText.ToString());
    }

    public string[] OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
