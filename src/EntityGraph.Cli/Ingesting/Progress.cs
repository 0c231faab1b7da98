using EntityGraph.Ingestion;
using Spectre.Console;

namespace EntityGraph.Cli.Ingesting;

/// <summary>Shows how an ingestion goes on standard error, so that standard output holds the summary alone.</summary>
internal abstract class Progress
{
    /// <summary>A bar for a person, plain lines for a file.</summary>
    public static Progress Of(Terminal terminal) => terminal.IsErrorTerminal ? new Bar(terminal) : new Lines(terminal);

    /// <summary>Takes in every step, adds it to the summary and tells each failure in one line.</summary>
    /// <param name="steps">The steps of the ingestion.</param>
    /// <param name="summary">What they add up to.</param>
    /// <param name="total">How many articles there will be, or null where nobody knows.</param>
    public abstract Task ShowAsync(IAsyncEnumerable<IngestionEvent> steps, Summary summary, int? total);

    private static string Failure(IngestionEvent step) => $"{step.Input}: {step.Reason}";

    private sealed class Lines(Terminal terminal) : Progress
    {
        private const int Often = 100;

        public override async Task ShowAsync(IAsyncEnumerable<IngestionEvent> steps, Summary summary, int? total)
        {
            await foreach (var step in steps)
            {
                summary.Add(step);
                if (step.State == IngestionState.Failed)
                    terminal.Complain(Failure(step));
                if (step.IsFinal && summary.Done % Often == 0)
                    terminal.Error.WriteLine(total is null ? $"{summary.Done:N0} articles" : $"{summary.Done:N0} of {total:N0} articles");
            }
        }
    }

    private sealed class Bar(Terminal terminal) : Progress
    {
        public override Task ShowAsync(IAsyncEnumerable<IngestionEvent> steps, Summary summary, int? total)
        {
            var console = terminal.ErrorConsole;
            ProgressColumn[] columns = total is null
                ? [new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn()]
                : [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
            return console.Progress().Columns(columns).AutoClear(true).StartAsync(async context =>
            {
                var task = context.AddTask("articles", maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                await foreach (var step in steps)
                {
                    summary.Add(step);
                    if (step.State == IngestionState.Failed)
                        console.Write(new Paragraph($"entitygraph: {Printable.Line(Failure(step))}\n", new Style(Color.Red)));
                    if (!step.IsFinal)
                        continue;
                    task.Description = $"{summary.Done:N0} articles, {summary.Failed.Count:N0} failed";
                    if (total is not null)
                        task.Value = summary.Done;
                }
            });
        }
    }
}
