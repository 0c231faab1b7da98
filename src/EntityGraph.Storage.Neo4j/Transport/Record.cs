using System.Globalization;

namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>A row of an answer, or a map in it: values by name.</summary>
internal sealed class Record(IReadOnlyDictionary<string, object?> values)
{
    public bool IsNull(string name) => values[name] is null;

    public string Text(string name) => (string)values[name]!;

    public string? TextOrNull(string name) => (string?)values[name];

    public long Number(string name) => (long)values[name]!;

    public int Count(string name) => checked((int)(long)values[name]!);

    public bool Flag(string name) => (bool)values[name]!;

    public double Real(string name) => values[name] is long whole ? whole : (double)values[name]!;

    public DateOnly? Day(string name) =>
        values[name] is string day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Cast<string>()];

    public IReadOnlyList<int> Counts(string name) => [.. List(name).Select(n => checked((int)(long)n!))];

    public IReadOnlyList<double> Reals(string name) => [.. List(name).Select(n => n is long whole ? whole : (double)n!)];

    public Record Map(string name) => new((IReadOnlyDictionary<string, object?>)values[name]!);

    public IEnumerable<Record> Maps(string name) => List(name).Select(m => new Record((IReadOnlyDictionary<string, object?>)m!));

    private IReadOnlyList<object?> List(string name) => (IReadOnlyList<object?>)values[name]!;
}
