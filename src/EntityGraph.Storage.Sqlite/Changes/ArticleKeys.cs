using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>The row keys of an article's entities and statements.</summary>
internal sealed class ArticleKeys
{
    private ArticleKeys(int entities) => Entities = new long[entities];

    /// <summary>The key of each entity, by its position in the article.</summary>
    public long[] Entities { get; }

    /// <summary>The key of each statement, by its id.</summary>
    public Dictionary<string, long> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>The statements that no other article gives.</summary>
    public HashSet<string> OnlyHere { get; } = new(StringComparer.Ordinal);

    /// <summary>The entities that the graph shows by the very name and type that the article gives them.</summary>
    public HashSet<string> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>How many entities are new to the graph.</summary>
    public int NewEntities { get; private set; }

    /// <summary>The keys for an article that is to be put; new entities and statements get their rows, still without totals.</summary>
    public static ArticleKeys Make(Session session, ArticleFacts facts)
    {
        var keys = new ArticleKeys(facts.Annotated.Entities.Count);
        foreach (var entity in facts.Annotated.Entities)
        {
            var (key, isShown) = session.Row(
                "SELECT key, name = $2 AND type = $3 FROM entity WHERE id = $1", row => (row.GetInt64(0), row.GetBoolean(1)),
                entity.Id, entity.Name, (int)entity.Type);
            if (key == 0)
            {
                keys.NewEntities++;
                isShown = true;
                key = session.Insert(
                    "INSERT INTO entity (id, type, name, mentioned_by, said, articles) VALUES ($1, $2, $3, 0, 0, 0)",
                    entity.Id, (int)entity.Type, entity.Name);
            }

            keys.Entities[facts.Positions[entity.Id]] = key;
            if (isShown) keys.Shown.Add(entity.Id);
        }

        foreach (var given in facts.Statements.GroupBy(s => s))
        {
            var key = session.Number(
                "UPDATE statement SET attributions = attributions + $2 WHERE id = $1 RETURNING key", given.Key, given.Count());
            if (key is null)
            {
                key = session.Insert("INSERT INTO statement (id, attributions) VALUES ($1, $2)", given.Key, given.Count());
                keys.OnlyHere.Add(given.Key);
            }

            keys.Statements.Add(given.Key, key.Value);
        }

        return keys;
    }

    /// <summary>The keys of an article that is being taken away; statements that only it gives lose their rows.</summary>
    public static ArticleKeys Release(Session session, ArticleFacts facts)
    {
        var keys = new ArticleKeys(facts.Annotated.Entities.Count);
        foreach (var entity in facts.Annotated.Entities)
            keys.Entities[facts.Positions[entity.Id]] = session.Number("SELECT key FROM entity WHERE id = $1", entity.Id)!.Value;

        foreach (var given in facts.Statements.GroupBy(s => s))
        {
            var (key, left) = session.Row(
                "UPDATE statement SET attributions = attributions - $2 WHERE id = $1 RETURNING key, attributions",
                row => (row.GetInt64(0), row.GetInt64(1)), given.Key, given.Count());
            keys.Statements.Add(given.Key, key);
            if (left > 0) continue;
            session.Execute("DELETE FROM statement WHERE key = $1", key);
            keys.OnlyHere.Add(given.Key);
        }

        return keys;
    }
}
