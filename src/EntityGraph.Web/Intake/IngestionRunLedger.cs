using EntityGraph.Ingestion;

namespace EntityGraph.Web.Intake;

/// <summary>Keeps the ledger during one run of the pipeline and sees to it that everything taken comes to an end there.</summary>
internal sealed class IngestionRunLedger(IngestionLedger ledger, TimeProvider time, ILogger log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Waiting> _open = new(StringComparer.Ordinal);
    private readonly List<IngestionEvent> _endsOfParts = [];

    /// <summary>A document was taken out of the queue.</summary>
    public void Take(Waiting waiting)
    {
        lock (_lock)
            _open.Add(waiting.Document.Name, waiting);
    }

    /// <summary>The pipeline took a step with a document or with one of the articles in it.</summary>
    public void Record(IngestionEvent step)
    {
        if (!step.IsFinal)
        {
            ledger.Record(step);
            return;
        }

        lock (_lock)
        {
            if (_open.ContainsKey(step.Input))
                End(step);
            else
                EndPart(step);
        }
    }

    /// <summary>The run is over; what is open ends now.</summary>
    /// <param name="reason">Why the run broke off, or null if it did not.</param>
    public void Close(string? reason)
    {
        lock (_lock)
        {
            foreach (var (name, waiting) in _open.ToList())
            {
                End(waiting.IsContainer && reason is null && _endsOfParts.Count > 0
                    ? SumUp(name)
                    : new IngestionEvent
                    {
                        Input = name,
                        State = IngestionState.Failed,
                        At = time.GetUtcNow(),
                        Reason = reason ?? "gave no article",
                    });
            }
        }
    }

    private void End(IngestionEvent step)
    {
        Tell(step);
        if (_open.Remove(step.Input, out var waiting))
            waiting.End?.TrySetResult(step);
    }

    private void EndPart(IngestionEvent step)
    {
        Tell(step);
        _endsOfParts.Add(step);
    }

    private void Tell(IngestionEvent step)
    {
        ledger.Record(step);
        if (step.State == IngestionState.Failed)
            log.LogWarning("{Input}: {Reason}", step.Input, step.Reason);
        else
            log.LogInformation("{Input}: {State}, {Entities} entities, {Attributions} attributions", step.Input, step.State, step.Entities, step.Attributions);
    }

    private IngestionEvent SumUp(string name)
    {
        var states = new[] { IngestionState.Added, IngestionState.Updated, IngestionState.Unchanged };
        var failed = _endsOfParts.Count(e => e.State == IngestionState.Failed);
        return new IngestionEvent
        {
            Input = name,
            State = states.FirstOrDefault(s => _endsOfParts.Any(e => e.State == s), IngestionState.Failed),
            Title = $"{_endsOfParts.Count} articles, {failed} failed",
            Reason = failed == _endsOfParts.Count ? "none of its articles could be taken in" : null,
            At = time.GetUtcNow(),
            Entities = _endsOfParts.Sum(e => e.Entities),
            Attributions = _endsOfParts.Sum(e => e.Attributions),
        };
    }
}
