using EntityGraph.Storage.Neo4j.Changes;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>Entities by a name as it is being typed: as it stands first, then misspelt, then by a part of its words.</summary>
internal sealed class NameSearch
{
    private const int MostCandidates = 200;
    private const int MostSpellings = 20;

    private readonly Reader reader;
    private readonly EntityType? type;
    private readonly TypedName typed;

    private NameSearch(Reader reader, string text, EntityType? type) => (this.reader, this.type, typed) = (reader, type, new TypedName(text));

    public static Task<IReadOnlyList<SearchHit>> FindAsync(Reader reader, string text, int limit, EntityType? type) =>
        new NameSearch(reader, text, type).FindAsync(limit);

    private async Task<IReadOnlyList<SearchHit>> FindAsync(int limit)
    {
        if (typed.Words.Count == 0) return [];
        var hits = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        var begun = typed.Words.Select(w => new Wanted(NameWords.Cut(w), [])).ToList();
        var initials = typed.MayBeInitials ? NameWords.Cut(typed.Folded) : null;
        await CollectAsync(begun, "AND", initials, hits).ConfigureAwait(false);
        if (hits.Count < limit)
        {
            var wanted = new List<Wanted>();
            foreach (var word in begun) wanted.Add(word with { Spellings = await SpellingsAsync(word.Beginning).ConfigureAwait(false) });
            await CollectAsync(wanted, "AND", null, hits).ConfigureAwait(false);
            if (hits.Count == 0 && wanted.Count > 1) await CollectAsync(wanted, "OR", null, hits).ConfigureAwait(false);
        }

        return TypedName.Best(hits.Values, limit);
    }

    /// <summary>Adds what matches; of several names of an entity the best counts.</summary>
    private async Task CollectAsync(List<Wanted> wanted, string all, string? initials, Dictionary<string, SearchHit> hits)
    {
        var query = string.Join($" {all} ", wanted.Select(w => w.Query)) + (initials is null ? "" : $" OR initials:{initials}");
        var rows = await reader.RowsAsync(new Statement(
            $"""
            CALL db.index.fulltext.queryNodes('entity_names', $query) YIELD node AS e WHERE $type IS NULL OR e.type = $type
            WITH e ORDER BY $typed IN e.folded DESC, any(f IN e.folded WHERE (' ' + f + ' ') CONTAINS (' ' + $typed + ' ')) DESC, e.weight DESC, e.name
                LIMIT {MostCandidates}
            RETURN {Rows.NodeMap("e")} AS node, e.names AS names
            """,
            ("query", query), ("type", type?.ToString()), ("typed", NameWords.Folded(typed.Folded)))).ConfigureAwait(false);
        foreach (var row in rows)
        {
            // The index holds the words of all names of an entity together; here they have to stand in one.
            var node = Rows.Node(row.Map("node"));
            foreach (var name in row.Texts("names").Distinct(StringComparer.Ordinal).Where(Matches))
            {
                var hit = new SearchHit(node, name, typed.Score(name, Folding.Fold(name), node));
                if (!hits.TryGetValue(node.Id, out var other) || other.Score < hit.Score) hits[node.Id] = hit;
            }
        }

        bool Matches(string name)
        {
            var words = NameWords.Of(name).ToHashSet(StringComparer.Ordinal);
            return (all == "AND" ? wanted.TrueForAll(w => w.Matches(words)) : wanted.Exists(w => w.Matches(words)))
                || (initials is not null && Folding.Initials(name).Select(NameWords.Cut).Contains(initials));
        }
    }

    /// <summary>The words of the graph's names that what is typed may be a misspelling of, nearest first.</summary>
    private async Task<IReadOnlyList<string>> SpellingsAsync(string word)
    {
        if (Misspelling.Forgiven(word.Length) == 0) return [];
        var rows = await reader.RowsAsync(new Statement(
            "CALL db.index.fulltext.queryNodes('word_rests', $query) YIELD node AS w RETURN w.word AS word, w.names AS names",
            ("query", string.Join(' ', Misspelling.Rests(word).Order(StringComparer.Ordinal).Select(r => $"rests:{r}"))))).ConfigureAwait(false);
        return [.. TypedName.Spellings(word, rows.Select(r => (r.Text("word"), r.Number("names")))).Take(MostSpellings)];
    }

    /// <summary>A word that a name should have: one that begins so, or one of some spellings. Folded words are letters and digits only, so that nothing in them is an operator.</summary>
    private sealed record Wanted(string Beginning, IReadOnlyList<string> Spellings)
    {
        public string Query => $"({string.Join(" OR ", Spellings.Select(s => $"folded:{s}").Prepend($"folded:{Beginning}*"))})";

        public bool Matches(IReadOnlySet<string> words) =>
            words.Any(w => w.StartsWith(Beginning, StringComparison.Ordinal)) || Spellings.Any(words.Contains);
    }
}
