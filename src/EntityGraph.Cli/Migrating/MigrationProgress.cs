using EntityGraph.Transfer;
using Spectre.Console;

namespace EntityGraph.Cli.Migrating;

/// <summary>Shows how far a copy is on standard error: a bar for a person, a line now and then for a file.</summary>
internal static class MigrationProgress
{
    private const int Often = 100;

    public static Task<CopyCounts> ShowAsync(Terminal terminal, long total, Func<IProgress<CopyCounts>, Task<CopyCounts>> copy)
    {
        if (!terminal.IsErrorTerminal)
        {
            return copy(new Told(counts =>
            {
                if (counts.Done % Often == 0)
                    terminal.Error.WriteLine($"{counts.Done:N0} of {total:N0} articles");
            }));
        }

        ProgressColumn[] columns = [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return terminal.ErrorConsole.Progress().Columns(columns).AutoClear(true).StartAsync(context =>
        {
            var task = context.AddTask("articles", maxValue: total);
            return copy(new Told(counts =>
            {
                task.Value = counts.Done;
                task.Description = $"{counts.Done:N0} of {total:N0} articles";
            }));
        });
    }

    private sealed class Told(Action<CopyCounts> tell) : IProgress<CopyCounts>
    {
        public void Report(CopyCounts value) => tell(value);
    }
}
