using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>The parameters of a query that is put together from parts.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    /// <summary>How the text refers to a value.</summary>
    public string Of(object? value)
    {
        var name = $"p{values.Count + 1}";
        values.Add(name, value);
        return "$" + name;
    }

    /// <summary>The statement that the parts make.</summary>
    public Statement In(string text) => new(text, values);
}
