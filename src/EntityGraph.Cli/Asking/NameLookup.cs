using System.Globalization;

namespace EntityGraph.Cli.Asking;

/// <summary>Finds the entity that a person means by a name.</summary>
internal sealed class NameLookup(IGraphStore store, Terminal terminal)
{
    private const int Candidates = 10;

    /// <summary>
    /// The entity of that id, else the only one of exactly that name, else the only one whose name has all those words. Null
    /// where there is none or there are several; then standard error has the candidates or near spellings.
    /// </summary>
    public async Task<GraphNode?> FindAsync(string name, CancellationToken cancellation)
    {
        if (name.Length == 24 && name.All(char.IsAsciiHexDigit) && await store.EntityAsync(name.ToLowerInvariant(), cancellation) is { } node)
            return node;
        var hits = string.IsNullOrWhiteSpace(name) ? [] : await store.SearchAsync(name, Candidates, cancellation: cancellation);
        var exact = hits.Where(h => Same(h.MatchedName, name) || Same(h.Node.Name, name)).Select(h => h.Node).DistinctBy(n => n.Id).ToList();
        var meant = exact.Count > 0 ? exact : [.. hits.Where(h => HasWords(h.MatchedName, name)).Select(h => h.Node).DistinctBy(n => n.Id)];
        if (meant.Count == 1)
            return meant[0];
        if (meant.Count > 1)
            Tell($"\"{name}\" can be several; give the whole name, or an id:", meant);
        else if (hits.Count > 0)
            Tell($"\"{name}\" is not in the graph. Near it:", hits.Select(h => h.Node).DistinctBy(n => n.Id));
        else
            terminal.Complain($"\"{name}\" is not in the graph, nor a name like it");
        return null;
    }

    private void Tell(string message, IEnumerable<GraphNode> nodes)
    {
        terminal.Complain(message);
        foreach (var node in nodes)
        {
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {node.Id}  {Printable.Line(node.Name)} ({node.Type.ToString().ToLowerInvariant()}, in {node.Articles} {(node.Articles == 1 ? "article" : "articles")})"));
        }
    }

    private static bool Same(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one.Trim(), other.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static bool HasWords(string name, string wanted)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Array.Exists(words, word => Same(word, w)));
    }
}
