namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>The values of a query that is put together from parts.</summary>
internal sealed class Sql
{
    private readonly List<object?> values = [];

    /// <summary>The placeholder of a value.</summary>
    public string Value(object? value)
    {
        values.Add(value);
        return $"${values.Count}";
    }

    /// <summary>The values in the order of their placeholders.</summary>
    public object?[] Values => [.. values];
}
