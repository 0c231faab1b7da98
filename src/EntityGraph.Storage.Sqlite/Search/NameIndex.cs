using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Search;

/// <summary>Keeps what names are searched by: their words, their initials, and what is left of their words when misspelt.</summary>
internal static class NameIndex
{
    public static void Add(Session session, long key, string name)
    {
        var words = Folding.Words(name);
        session.Execute(
            "INSERT INTO name_word (rowid, words, initials) VALUES ($1, $2, $3)",
            key, string.Join(' ', words), string.Join(' ', Folding.Initials(name)));
        foreach (var word in words.Distinct())
        {
            var names = session.Number(
                "INSERT INTO word (word, names) VALUES ($1, 1) ON CONFLICT (word) DO UPDATE SET names = names + 1 RETURNING names", word);
            if (names > 1) continue;
            foreach (var rest in Misspelling.Rests(word)) session.Execute("INSERT INTO misspelling (rest, word) VALUES ($1, $2)", rest, word);
        }
    }

    public static void Remove(Session session, long key, string name)
    {
        session.Execute("DELETE FROM name_word WHERE rowid = $1", key);
        foreach (var word in Folding.Words(name).Distinct())
        {
            if (session.Number("UPDATE word SET names = names - 1 WHERE word = $1 RETURNING names", word) > 0) continue;
            session.Execute("DELETE FROM word WHERE word = $1", word);
            foreach (var rest in Misspelling.Rests(word)) session.Execute("DELETE FROM misspelling WHERE rest = $1 AND word = $2", rest, word);
        }
    }
}
