using EntityGraph.Transfer;
using Spectre.Console;

namespace EntityGraph.Cli.Exporting;

/// <summary>Shows how far an export is on a terminal's standard error; a file gets nothing, for an export takes seconds.</summary>
internal static class ExportProgress
{
    public static Task<ExportCounts> ShowAsync(Terminal terminal, Func<IProgress<ExportCounts>?, Task<ExportCounts>> export)
    {
        if (!terminal.IsErrorTerminal)
            return export(null);
        return terminal.ErrorConsole.Status().StartAsync("Reading the graph …", context =>
            export(new Told(counts => context.Status = $"{counts.Nodes:N0} entities, {counts.Edges:N0} edges, {counts.Articles:N0} articles")));
    }

    /// <summary>Tells at once, in order; <see cref="Progress{T}"/> would do so later, on any thread.</summary>
    private sealed class Told(Action<ExportCounts> tell) : IProgress<ExportCounts>
    {
        public void Report(ExportCounts value) => tell(value);
    }
}
