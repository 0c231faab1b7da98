using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Search;

/// <summary>Entities by a name as it is being typed: as it stands first, then misspelt, then by a part of its words.</summary>
internal sealed class NameSearch
{
    private const int MostLetters = 200;
    private const int MostWords = 8;
    private const int MostCandidates = 200;
    private const int MostSpellings = 20;

    private readonly Session session;
    private readonly EntityType? type;
    private readonly string folded;
    private readonly string[] typed;

    private NameSearch(Session session, string text, EntityType? type)
    {
        (this.session, this.type) = (session, type);
        typed = [.. Folding.Words(text.Length > MostLetters ? text[..MostLetters] : text).Take(MostWords)];
        folded = string.Join(' ', typed);
    }

    public static IReadOnlyList<SearchHit> Find(Session session, string text, int limit, EntityType? type) =>
        new NameSearch(session, text, type).Find(limit);

    private List<SearchHit> Find(int limit)
    {
        if (typed.Length == 0) return [];
        var hits = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        var initials = typed.Length == 1 && folded.Length > 1 ? $" OR initials : {Quoted(folded)}" : "";
        Collect(string.Join(" AND ", typed.Select(Beginning)) + initials, hits);
        if (hits.Count < limit)
        {
            var spellings = typed.Select(word => $"({string.Join(" OR ", Spellings(word).Select(w => $"words : {Quoted(w)}").Prepend(Beginning(word)))})").ToList();
            Collect(string.Join(" AND ", spellings), hits);
            if (hits.Count == 0 && typed.Length > 1) Collect(string.Join(" OR ", spellings), hits);
        }

        return [.. hits.Values
            .OrderByDescending(h => h.Score).ThenBy(h => h.Node.Name, StringComparer.Ordinal).ThenBy(h => h.Node.Id, StringComparer.Ordinal)
            .Take(limit)];
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
            match, folded, type is null ? null : (int)type);
        foreach (var (name, foldedName, node) in rows)
        {
            var hit = new SearchHit(node, name, Score(name, foldedName, node));
            if (!hits.TryGetValue(node.Id, out var other) || other.Score < hit.Score) hits[node.Id] = hit;
        }
    }

    /// <summary>How well the name matches, 0 to 1, and on top, less than any step between two matches, how much is said of it.</summary>
    private double Score(string name, string foldedName, GraphNode node)
    {
        var said = Math.Log(1 + node.MentionedBy + node.Said);
        return Match(name, foldedName) + (0.02 * said / (1 + said));
    }

    private double Match(string name, string foldedName)
    {
        if (foldedName == folded) return 1.0;
        var initials = typed.Length == 1 && Folding.Initials(name).Contains(folded) ? 0.85 : 0.0;
        var words = foldedName.Split(' ');
        return Math.Max(initials, 0.9 * typed.Average(word => words.Max(w => Closeness(word, w))));
    }

    private static double Closeness(string typed, string word)
    {
        if (word == typed) return 1.0;
        if (word.StartsWith(typed, StringComparison.Ordinal)) return 0.9;
        var forgiven = Misspelling.Forgiven(typed.Length);
        var slips = Misspelling.Distance(typed, word, forgiven, asBeginning: false);
        if (slips <= forgiven) return 0.9 - (0.2 * slips);
        slips = Misspelling.Distance(typed, word, forgiven, asBeginning: true);
        return slips <= forgiven ? 0.8 - (0.2 * slips) : 0.0;
    }

    /// <summary>The words of the graph's names that what is typed may be a misspelling of, nearest first.</summary>
    private IEnumerable<string> Spellings(string word)
    {
        var forgiven = Misspelling.Forgiven(word.Length);
        if (forgiven == 0) return [];
        return session.Rows(
                "SELECT w.word, w.names FROM misspelling m JOIN word w ON w.key = m.rowid WHERE misspelling MATCH $1",
                row => (Word: row.GetString(0), Names: row.GetInt64(1)), string.Join(" OR ", Misspelling.Rests(word).Select(Quoted)))
            .Select(w => (w.Word, w.Names, Closeness: Closeness(word, w.Word)))
            .Where(w => w.Closeness > 0)
            .OrderByDescending(w => w.Closeness).ThenByDescending(w => w.Names).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Take(MostSpellings)
            .Select(w => w.Word);
    }

    private static string Beginning(string word) => $"words : {Quoted(word)} *";

    /// <summary>A folded word as FTS5 takes it: letters and digits only, so that nothing in it is an operator.</summary>
    private static string Quoted(string word) => $"\"{word}\"";
}
