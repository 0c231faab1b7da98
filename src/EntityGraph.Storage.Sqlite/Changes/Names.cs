using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Search;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>The names that articles give entities, and which of them the graph shows.</summary>
internal static class Names
{
    /// <param name="session">Where to write.</param>
    /// <param name="entity">The entity's key.</param>
    /// <param name="given">What an article gives it.</param>
    /// <param name="isShown">Whether that is the name and type shown already: they then only grow stronger.</param>
    public static void Add(Session session, long entity, AnnotatedEntity given, bool isShown)
    {
        var known = session.Execute(
            "UPDATE entity_name SET articles = articles + 1 WHERE entity = $1 AND name = $2 AND type = $3",
            entity, given.Name, (int)given.Type) > 0;
        if (!known)
        {
            var key = session.Insert(
                "INSERT INTO entity_name (entity, name, type, folded, articles) VALUES ($1, $2, $3, $4, 1)",
                entity, given.Name, (int)given.Type, Folding.Fold(given.Name));
            NameIndex.Add(session, key, given.Name);
        }

        if (!isShown) Choose(session, entity);
    }

    public static void Remove(Session session, long entity, AnnotatedEntity given)
    {
        var (key, left) = session.Row(
            "UPDATE entity_name SET articles = articles - 1 WHERE entity = $1 AND name = $2 AND type = $3 RETURNING key, articles",
            row => (row.GetInt64(0), row.GetInt64(1)), entity, given.Name, (int)given.Type);
        if (left == 0)
        {
            session.Execute("DELETE FROM entity_name WHERE key = $1", key);
            NameIndex.Remove(session, key, given.Name);
        }

        Choose(session, entity);
    }

    private static void Choose(Session session, long entity)
    {
        var given = session.Rows(
            "SELECT name, type, articles FROM entity_name WHERE entity = $1",
            row => new GivenName(row.GetString(0), (EntityType)row.GetInt32(1), row.GetInt64(2)), entity);
        // An entity that has lost its last name is about to go.
        if (given.Count == 0) return;
        var preferred = session.Text(
            """
            SELECT d.into_name FROM entity e JOIN decision d ON d.into_id = e.id WHERE e.key = $1 AND d.undone = 0 ORDER BY d.number DESC LIMIT 1
            """,
            entity);
        var (name, type) = ShownName.Of(given, preferred);
        session.Execute("UPDATE entity SET name = $2 WHERE key = $1 AND name <> $2", entity, name);
        if (session.Execute("UPDATE entity SET type = $2 WHERE key = $1 AND type <> $2", entity, (int)type) == 0) return;
        session.Execute("UPDATE edge SET speaker_type = $2 WHERE speaker = $1", entity, (int)type);
        session.Execute("UPDATE edge SET mentioned_type = $2 WHERE mentioned = $1", entity, (int)type);
    }
}
