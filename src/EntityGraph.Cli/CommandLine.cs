using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EntityGraph.Cli.Asking;
using EntityGraph.Cli.Deciding;
using EntityGraph.Cli.Evaluate;
using EntityGraph.Cli.Exporting;
using EntityGraph.Cli.Extracting;
using EntityGraph.Cli.Ingesting;
using EntityGraph.Cli.Migrating;
using EntityGraph.Cli.Serving;
using EntityGraph.Cli.Training;
using EntityGraph.Extraction;

namespace EntityGraph.Cli;

/// <summary>The <c>entitygraph</c> command.</summary>
public static class CommandLine
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    /// <summary>Runs the command and gives its exit code: see <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var root = new Command("entitygraph", "Finds who said what about whom in news articles.")
        {
            ExtractCommand.Create(terminal),
            IngestCommand.Create(terminal),
            WhoMentionedCommand.Create(terminal),
            SaidAboutCommand.Create(terminal),
            ExportCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            ServeCommand.Create(terminal),
            MergeCommand.Create(terminal),
            DecisionsCommand.Create(terminal),
            ResolveCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            TrainCommand.Create(terminal),
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        AddToHelp(root, "Examples:\n  entitygraph extract article.txt\n  entitygraph ingest articles/\n  entitygraph who-mentioned \"Elon Musk\"\n");

        // A name may begin with @, and files are not to be read in its place.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            terminal.Complain(parsed.UnmatchedTokens is [var unknown, ..] ? $"\"{unknown}\" is no command or option here" : parsed.Errors[0].Message);
            terminal.Error.WriteLine($"Try: {Path(parsed)} --help");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToStop,
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Complain("stopped");
            return ExitCode.Cancelled;
        }
        catch (GraphStoreException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.Store;
        }
        catch (DecisionException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.Refused;
        }
        catch (ModelException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.Model;
        }
    }

    /// <summary>Puts text behind the help of a command, and the exit codes behind that.</summary>
    internal static void AddToHelp(Command command, string examples)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
            command.Add(help = new HelpOption());
        help.Action = new LongerHelp((HelpAction)help.Action!, $"{examples}\n{ExitCode.Help}");
    }

    private static string Path(ParseResult parsed)
    {
        var names = new List<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, at.Command.Name);
        return string.Join(' ', names);
    }

    private sealed class LongerHelp(HelpAction usual, string more) : SynchronousCommandLineAction
    {
        // Help is wanted also where the rest of the line is not right yet.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(more);
            return code;
        }
    }
}
