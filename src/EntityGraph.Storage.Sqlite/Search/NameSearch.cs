using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Search;

/// <summary>Entities by a name as it is being typed: as it stands first, then misspelt, then by a part of its words.</summary>
internal sealed class NameSearch
{
    private const int MostCandidates = 200;
    private const int MostSpellings = 20;

    private readonly Session session;
    private readonly EntityType? type;
    private readonly TypedName typed;

    private NameSearch(Session session, string text, EntityType? type) =>
        (this.session, this.type, typed) = (session, type, new TypedName(text));

    public static IReadOnlyList<SearchHit> Find(Session session, string text, int limit, EntityType? type) =>
        new NameSearch(session, text, type).Find(limit);

    private IReadOnlyList<SearchHit> Find(int limit)
    {
        if (typed.Words.Count == 0) return [];
        var hits = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        var initials = typed.MayBeInitials ? $" OR initials : {Quoted(typed.Folded)}" : "";
        Collect(string.Join(" AND ", typed.Words.Select(Beginning)) + initials, hits);
        if (hits.Count < limit)
        {
            var spellings = typed.Words.Select(word => $"({string.Join(" OR ", Spellings(word).Select(w => $"words : {Quoted(w)}").Prepend(Beginning(word)))})").ToList();
            Collect(string.Join(" AND ", spellings), hits);
            if (hits.Count == 0 && typed.Words.Count > 1) Collect(string.Join(" OR ", spellings), hits);
        }

        return TypedName.Best(hits.Values, limit);
    }

    /// <summary>Adds what matches; of several names of an entity the best counts.</summary>
    private void Collect(string match, Dictionary<string, SearchHit> hits)
    {
        var rows = session.Rows(
            $"""
            SELECT n.name, n.folded, {Rows.NodeColumns("e")}
            FROM name_word w JOIN entity_name n ON n.key = w.rowid JOIN entity e ON e.key = n.entity
            WHERE name_word MATCH $1 AND ($3 IS NULL OR e.type = $3)
            ORDER BY n.folded = $2 DESC, instr(' ' || n.folded || ' ', ' ' || $2 || ' ') > 0 DESC, e.mentioned_by + e.said DESC, n.name
            LIMIT {MostCandidates}
            """,
            row => (Name: row.GetString(0), Folded: row.GetString(1), Node: Rows.Node(row, 2)),
            match, typed.Folded, type is null ? null : (int)type);
        foreach (var (name, foldedName, node) in rows)
        {
            var hit = new SearchHit(node, name, typed.Score(name, foldedName, node));
            if (!hits.TryGetValue(node.Id, out var other) || other.Score < hit.Score) hits[node.Id] = hit;
        }
    }

    /// <summary>The words of the graph's names that what is typed may be a misspelling of, nearest first.</summary>
    private IEnumerable<string> Spellings(string word)
    {
        if (Misspelling.Forgiven(word.Length) == 0) return [];
        var found = session.Rows(
            "SELECT w.word, w.names FROM misspelling m JOIN word w ON w.key = m.rowid WHERE misspelling MATCH $1",
            row => (row.GetString(0), row.GetInt64(1)), string.Join(" OR ", Misspelling.Rests(word).Select(Quoted)));
        return TypedName.Spellings(word, found).Take(MostSpellings);
    }

    private static string Beginning(string word) => $"words : {Quoted(word)} *";

    /// <summary>A folded word as FTS5 takes it: letters and digits only, so that nothing in it is an operator.</summary>
    private static string Quoted(string word) => $"\"{word}\"";
}
