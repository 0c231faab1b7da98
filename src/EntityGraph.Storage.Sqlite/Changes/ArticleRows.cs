using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Encoding;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>The rows that belong to one article alone.</summary>
internal static class ArticleRows
{
    /// <summary>Inserts an article without its annotations; answers its key.</summary>
    public static long Insert(Session session, ArticleFacts facts)
    {
        var annotated = facts.Annotated;
        var article = annotated.Article;
        var summary = ArticleSummary.Of(annotated);
        var day = Rows.Kept(article.Published);
        var outlet = article.Outlet is null ? null : session.Number(
            "INSERT INTO outlet (name, articles) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET articles = articles + 1 RETURNING key",
            article.Outlet);

        // The key is the number that the change is about to get, so that keys tell the order of first commits and none comes twice.
        var key = session.Insert(
            """
            INSERT INTO article (key, id, headline, title, outlet, url, day, language, collection, pasted, entities, attributions)
            VALUES ((SELECT number + 1 FROM graph), $1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)
            """,
            article.Id, article.Title, summary.Title, outlet, article.Url?.OriginalString, day, article.Language, article.Collection,
            summary.Entities, summary.Attributions);
        session.Execute(
            "INSERT INTO article_text (article, text, sentences, roles) VALUES ($1, $2, $3, $4)",
            key, article.Text, AnnotationForm.OfSentences(annotated.Sentences), AnnotationForm.OfRoles(annotated.Roles, facts.Positions));
        return key;
    }

    /// <summary>Notes in an article what its annotations have become.</summary>
    public static void Update(Session session, long key, ArticleFacts facts)
    {
        session.Execute(
            "UPDATE article SET entities = $2, attributions = $3 WHERE key = $1",
            key, facts.Annotated.Entities.Count, facts.Annotated.Attributions.Count);
        session.Execute("UPDATE article_text SET roles = $2 WHERE article = $1", key, AnnotationForm.OfRoles(facts.Annotated.Roles, facts.Positions));
    }

    public static void InsertAnnotations(Session session, ArticleFacts facts, ArticleKeys keys, long key)
    {
        var day = Rows.Kept(facts.Annotated.Article.Published);
        InsertAppearances(session, facts, keys, key, day);
        InsertAttributions(session, facts, keys, key, day, session.Number("SELECT outlet FROM article WHERE key = $1", key));
    }

    public static void DeleteAnnotations(Session session, ArticleFacts facts, ArticleKeys keys, long key)
    {
        session.Execute(
            """
            DELETE FROM saying WHERE (speaker, mentioned, statement, attribution) IN
                (SELECT speaker, mentioned, statement, attribution FROM saying WHERE article = $1)
            """,
            key);
        session.Execute("DELETE FROM attribution WHERE article = $1", key);
        session.Execute(
            "DELETE FROM standing WHERE (entity, article, sentence) IN (SELECT value ->> 0, $1, value ->> 1 FROM json_each($2))",
            key, Standings(facts, keys));
        session.Execute("DELETE FROM appearance WHERE article = $1", key);
    }

    /// <summary>Deletes an article whose annotations are gone.</summary>
    public static void Delete(Session session, long key)
    {
        session.Execute("DELETE FROM origin WHERE article = $1", key);
        session.Execute("DELETE FROM article_text WHERE article = $1", key);
        var outlet = session.Number("DELETE FROM article WHERE key = $1 RETURNING outlet", key);
        if (outlet is null) return;
        session.Execute("UPDATE outlet SET articles = articles - 1 WHERE key = $1", outlet);
        session.Execute("DELETE FROM outlet WHERE key = $1 AND articles = 0", outlet);
    }

    private static void InsertAppearances(Session session, ArticleFacts facts, ArticleKeys keys, long article, string? day)
    {
        for (var i = 0; i < facts.Annotated.Entities.Count; i++)
        {
            var entity = facts.Annotated.Entities[i];
            session.Execute(
                """
                INSERT INTO appearance (article, position, entity, type, name, day, mentions, said, spans)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                article, i, keys.Entities[i], (int)entity.Type, entity.Name, day, entity.Mentions.Count,
                facts.Said.TryGetValue(i, out var said) ? said.Count : 0, AnnotationForm.OfMentions(entity.Mentions));
        }

        session.Execute(
            "INSERT INTO standing (entity, article, sentence) SELECT value ->> 0, $1, value ->> 1 FROM json_each($2)",
            article, Standings(facts, keys));
    }

    /// <summary>Who stands in which sentence, in the order in which the rows are kept.</summary>
    private static string Standings(ArticleFacts facts, ArticleKeys keys) => JsonSerializer.Serialize(
        facts.Standings.Select(s => new[] { keys.Entities[s.Entity], s.Sentence }).OrderBy(s => s[0]).ThenBy(s => s[1]));

    private static void InsertAttributions(
        Session session, ArticleFacts facts, ArticleKeys keys, long article, string? day, long? outlet)
    {
        for (var i = 0; i < facts.Annotated.Attributions.Count; i++)
        {
            var attribution = facts.Annotated.Attributions[i];
            var statement = keys.Statements[facts.Statements[i]];
            var speaker = attribution.SpeakerId is null ? 0 : keys.Entities[facts.Positions[attribution.SpeakerId]];
            var key = session.Insert(
                """
                INSERT INTO attribution (article, position, id, statement, speaker, kind, confidence, day, outlet, spans)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                article, i, attribution.Id, statement, speaker, (int)attribution.Kind, attribution.Confidence, day, outlet,
                AnnotationForm.OfAttribution(attribution, facts.Positions));
            foreach (var mentioned in attribution.MentionedIds)
            {
                session.Execute(
                    """
                    INSERT INTO saying (speaker, mentioned, statement, attribution, article, position, day, outlet, kind, confidence)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    """,
                    speaker, keys.Entities[facts.Positions[mentioned]], statement, key, article, i, day, outlet, (int)attribution.Kind,
                    attribution.Confidence);
            }
        }
    }
}
