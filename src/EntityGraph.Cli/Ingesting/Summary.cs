using System.Text.Encodings.Web;
using System.Text.Json;
using EntityGraph.Ingestion;

namespace EntityGraph.Cli.Ingesting;

/// <summary>What became of the inputs.</summary>
internal sealed class Summary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<IngestionEvent> _failed = [];

    public int Accepted { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Entities { get; private set; }

    public int Attributions { get; private set; }

    public IReadOnlyList<IngestionEvent> Failed => _failed;

    public int Done => Accepted + Updated + Unchanged + _failed.Count;

    public int ExitCode => _failed.Exists(f => f.IsStoreFailure) ? Cli.ExitCode.Store
        : _failed.Count > 0 ? Cli.ExitCode.SomeFailed
        : Cli.ExitCode.Success;

    public void Add(IngestionEvent step)
    {
        switch (step.State)
        {
            case IngestionState.Added:
                Accepted++;
                break;
            case IngestionState.Updated:
                Updated++;
                break;
            case IngestionState.Unchanged:
                Unchanged++;
                return;
            case IngestionState.Failed:
                _failed.Add(step);
                return;
            default:
                return;
        }

        Entities += step.Entities;
        Attributions += step.Attributions;
    }

    /// <summary>Prints the counts; the failures have been told on standard error one by one.</summary>
    public void Print(Terminal terminal, string store, bool asJson)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    store,
                    accepted = Accepted,
                    updated = Updated,
                    unchanged = Unchanged,
                    failed = _failed.Select(f => new { f.Input, f.Reason }),
                    entities = Entities,
                    attributions = Attributions,
                },
                Options));
            return;
        }

        terminal.Out.WriteLine($"accepted   {Accepted,6:N0}");
        terminal.Out.WriteLine($"updated    {Updated,6:N0}");
        terminal.Out.WriteLine($"unchanged  {Unchanged,6:N0}");
        terminal.Out.WriteLine($"failed     {_failed.Count,6:N0}");
        if (Accepted + Updated > 0)
            terminal.Out.WriteLine($"In the new texts: {Entities:N0} entities and {Attributions:N0} attributions. The graph is in {Printable.Line(store)}.");
    }
}
