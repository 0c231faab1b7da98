using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Sqlite.Connections;
using EntityGraph.Storage.Sqlite.Queries;

namespace EntityGraph.Storage.Sqlite.Changes;

/// <summary>Puts articles into the graph, rewrites them as decisions want it, and takes them away.</summary>
internal sealed class ArticleWriter(Session session, Touched touched)
{
    /// <summary>Adds an article with the decisions laid over it; answers its key and how it is shown.</summary>
    public (long Key, AnnotatedArticle Shown) Add(AnnotatedArticle put)
    {
        var decided = Decided(put);
        var facts = ArticleFacts.Of(decided.Annotated);
        var article = ArticleRows.Insert(session, facts);
        AddAnnotations(article, facts);
        DecisionRows.Keep(session, article, put, decided);
        Grow(1, 0, 0, 0, 0);
        return (article, decided.Annotated);
    }

    public ArticleSummary TakeAway(long article)
    {
        var summary = StoredArticles.Summary(session, article);
        RemoveAnnotations(article, ArticleFacts.Of(StoredArticles.Annotated(session, article)));
        DecisionRows.Forget(session, article);
        ArticleRows.Delete(session, article);
        Grow(-1, 0, 0, 0, 0);
        return summary;
    }

    /// <summary>Lays the decisions that now hold over an article.</summary>
    public void Decide(long article)
    {
        var shown = StoredArticles.Annotated(session, article);
        var put = StoredArticles.Put(session, article, shown);
        var decided = Decided(put);
        if (decided.Decisions.SequenceEqual(DecisionRows.Of(session, article))) return;
        var facts = ArticleFacts.Of(decided.Annotated);
        RemoveAnnotations(article, ArticleFacts.Of(shown));
        ArticleRows.Update(session, article, facts);
        AddAnnotations(article, facts);
        DecisionRows.Keep(session, article, put, decided);
    }

    private DecidedArticle Decided(AnnotatedArticle put) =>
        DecidedArticle.Of(put, DecisionQueries.Filled(session, KnownDecisions.For(put)));

    private void AddAnnotations(long article, ArticleFacts facts)
    {
        var keys = ArticleKeys.Make(session, facts);
        touched.Remember(facts);
        var totals = Totals.Count(session, facts, keys);
        ArticleRows.InsertAnnotations(session, facts, keys, article);
        for (var i = 0; i < keys.Entities.Length; i++)
        {
            var given = facts.Annotated.Entities[i];
            Names.Add(session, keys.Entities[i], given, keys.Shown.Contains(given.Id));
        }

        Grow(0, keys.NewEntities, keys.OnlyHere.Count, totals.Add(), facts.Mentions);
    }

    private void RemoveAnnotations(long article, ArticleFacts facts)
    {
        var keys = ArticleKeys.Release(session, facts);
        touched.Remember(facts);
        ArticleRows.DeleteAnnotations(session, facts, keys, article);
        for (var i = 0; i < keys.Entities.Length; i++) Names.Remove(session, keys.Entities[i], facts.Annotated.Entities[i]);
        var (entities, edges) = Totals.Count(session, facts, keys).Subtract();
        Grow(0, -entities, -keys.OnlyHere.Count, -edges, -facts.Mentions);
    }

    private void Grow(int articles, int entities, int statements, int edges, int mentions) => session.Execute(
        """
        UPDATE graph SET articles = articles + $1, entities = entities + $2, statements = statements + $3, edges = edges + $4,
            mentions = mentions + $5
        """,
        articles, entities, statements, edges, mentions);
}
