namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Things of the graph as the database has them and as they are to be; null for one that is not there.</summary>
internal sealed class Tracked<T>
    where T : class
{
    private readonly Dictionary<string, (T? Stored, T? Now)> things = new(StringComparer.Ordinal);

    /// <summary>What there is now. Only what was loaded may be asked for.</summary>
    public T? this[string key]
    {
        get => things[key].Now;
        set => things[key] = (things[key].Stored, value);
    }

    /// <summary>Takes in what the database has.</summary>
    public void Load(string key, T? stored) => things[key] = (stored, stored);

    /// <summary>Of some keys those not loaded yet, in order, each once.</summary>
    public List<string> Missing(IEnumerable<string> keys) =>
        [.. keys.Where(k => !things.ContainsKey(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IEnumerable<T> Created => Ordered(t => t.Stored is null && t.Now is not null).Select(t => t.Value.Now!);

    public IEnumerable<(T Stored, T Now)> Changed => Ordered(t => t.Stored is not null && t.Now is not null && !t.Stored.Equals(t.Now))
        .Select(t => (t.Value.Stored!, t.Value.Now!));

    public IEnumerable<string> Deleted => Ordered(t => t.Stored is not null && t.Now is null).Select(t => t.Key);

    /// <summary>Forgets the difference: what was to be has been written.</summary>
    public void Settle()
    {
        foreach (var (key, (_, now)) in things.ToList()) things[key] = (now, now);
    }

    private IEnumerable<KeyValuePair<string, (T? Stored, T? Now)>> Ordered(Func<(T? Stored, T? Now), bool> which) =>
        things.Where(t => which(t.Value)).OrderBy(t => t.Key, StringComparer.Ordinal);
}
