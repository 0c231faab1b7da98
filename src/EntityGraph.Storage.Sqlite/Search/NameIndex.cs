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
            if (session.Execute("UPDATE word SET names = names + 1 WHERE word = $1", word) > 0) continue;
            var number = session.Insert("INSERT INTO word (word, names) VALUES ($1, 1)", word);
            session.Execute("INSERT INTO misspelling (rowid, rests) VALUES ($1, $2)", number, string.Join(' ', Misspelling.Rests(word)));
        }
    }

    public static void Remove(Session session, long key, string name)
    {
        session.Execute("DELETE FROM name_word WHERE rowid = $1", key);
        foreach (var word in Folding.Words(name).Distinct())
        {
            var (number, names) = session.Row(
                "UPDATE word SET names = names - 1 WHERE word = $1 RETURNING key, names", row => (row.GetInt64(0), row.GetInt64(1)), word);
            if (names > 0) continue;
            session.Execute("DELETE FROM word WHERE key = $1", number);
            session.Execute("DELETE FROM misspelling WHERE rowid = $1", number);
        }
    }
}
