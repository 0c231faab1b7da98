using System.Text;
using Spectre.Console;

namespace EntityGraph.Cli;

/// <summary>What a command reads from and writes to.</summary>
public sealed class Terminal
{
    /// <summary>The process's own.</summary>
    public static Terminal OfProcess()
    {
        var output = Console.OpenStandardOutput();
        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = output,
            Out = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true },
            Error = Console.Error,
            IsOutTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
        };
    }

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output, for what is written as bytes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard output, for text.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at standard output.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether a person looks at standard error.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>A console for people on standard output; without a terminal it has neither colours nor a width to wrap at.</summary>
    internal IAnsiConsole OutConsole => ConsoleOn(Out, IsOutTerminal);

    /// <summary>The same on standard error.</summary>
    internal IAnsiConsole ErrorConsole => ConsoleOn(Error, IsErrorTerminal);

    /// <summary>One line on standard error that names the command.</summary>
    internal void Complain(string message) => Error.WriteLine($"entitygraph: {Printable.Line(message)}");

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
            console.Profile.Width = Unwrapped;
        return console;
    }

    private const int Unwrapped = 100;
}
