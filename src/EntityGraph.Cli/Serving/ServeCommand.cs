using System.CommandLine;
using System.Reflection;

namespace EntityGraph.Cli.Serving;

/// <summary><c>entitygraph serve</c>: the explorer's web server, in this process.</summary>
internal static class ServeCommand
{
    private const string Server = "EntityGraph.Web";

    public static Command Create(Terminal terminal)
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen; else http://localhost:5080", HelpName = "http://HOST:PORT" };
        var store = CommonOptions.Store();
        var model = CommonOptions.Model();
        var command = new Command("serve", "Serve the explorer's page on this machine until Ctrl+C.") { urls, store, model };
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph serve
              entitygraph serve --urls http://localhost:8080 --store news.db
            Further settings are those of the server: see docs/operations.md.
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = GraphPlace.Of(parsed.GetValue(store)!);
            // What is wrong with the store ends in its own exit code, which the server does not tell apart.
            await (await GraphPlace.OpenAsync(parsed.GetValue(store)!, terminal, cancellation)).DisposeAsync();
            var arguments = new List<string> { "--Store", $"{address}" };
            if (parsed.GetValue(urls) is { } addresses)
                arguments.AddRange(["--urls", addresses]);
            if (parsed.GetValue(model) is { } folder)
                arguments.AddRange(["--Model:Folder", Path.GetFullPath(folder)]);
            return await Task.Run(() => Run([.. arguments]), CancellationToken.None);
        });
        return command;
    }

    // The server is a program with a beginning of its own; it listens to Ctrl+C itself and comes back when it has stopped.
    private static int Run(string[] arguments)
    {
        var main = Assembly.Load(Server).EntryPoint ?? throw new InvalidOperationException($"{Server} is no program.");
        return main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null) is int code ? code : ExitCode.Success;
    }
}
