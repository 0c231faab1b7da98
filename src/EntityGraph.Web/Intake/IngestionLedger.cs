using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;

namespace EntityGraph.Web.Intake;

/// <summary>Where each of the last inputs stands. Safe to use from several threads.</summary>
internal sealed class IngestionLedger(IntakeSettings settings, StoreName store)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<IngestionEvent>> _byInput = new(StringComparer.Ordinal);
    private readonly LinkedList<IngestionEvent> _newestFirst = new();

    /// <summary>Told of every step, in order.</summary>
    public event Action<IngestionEvent>? Recorded;

    /// <summary>Takes a step down; the oldest inputs are forgotten.</summary>
    public void Record(IngestionEvent step)
    {
        // Reasons go to everybody who looks at the page.
        if (step.Reason is { } reason)
            step = step with { Reason = store.WithoutPath(reason) };
        lock (_lock)
        {
            if (_byInput.Remove(step.Input, out var earlier))
                _newestFirst.Remove(earlier);
            _byInput.Add(step.Input, _newestFirst.AddFirst(step));
            if (_newestFirst.Count > settings.LedgerLength)
            {
                _byInput.Remove(_newestFirst.Last!.Value.Input);
                _newestFirst.RemoveLast();
            }

            Recorded?.Invoke(step);
        }
    }

    /// <summary>The latest step of the inputs, newest first.</summary>
    public IReadOnlyList<IngestionEvent> Latest(int limit)
    {
        lock (_lock)
            return [.. _newestFirst.Take(limit)];
    }

    /// <summary>Whether an input of this name is known and not at its end.</summary>
    public bool IsUnderWay(string input)
    {
        lock (_lock)
            return _byInput.TryGetValue(input, out var step) && !step.Value.IsFinal;
    }
}
