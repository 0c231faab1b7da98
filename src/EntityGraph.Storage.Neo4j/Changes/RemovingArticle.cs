using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// Takes off the totals what an article had brought. Everything else of the transaction has been written, so that the database can
/// be asked what is left for first and last days and the best confidence; all that the article touches is in the workspace.
/// </summary>
internal static class RemovingArticle
{
    /// <summary>Takes away an article and what it says.</summary>
    public static async Task RemoveAsync(ITransaction transaction, Workspace work, ArticleFacts facts)
    {
        var article = facts.Annotated.Article;
        await RemoveAnnotationsAsync(transaction, work, facts).ConfigureAwait(false);
        if (article.Outlet is { } name)
        {
            var outlet = work.Outlets[Key.Of(name)]!;
            work.Outlets[Key.Of(name)] = outlet.Articles == 1 ? null : outlet with { Articles = outlet.Articles - 1 };
        }

        foreach (var origin in work.Articles[article.Id]!.Origins) work.Origins[Key.Of(origin)] = null;
        work.Articles[article.Id] = null;
        work.Graph = work.Graph with { Articles = work.Graph.Articles - 1 };
    }

    /// <summary>Takes off what an article says, but for its relationships, which are the caller's.</summary>
    public static async Task RemoveAnnotationsAsync(ITransaction transaction, Workspace work, ArticleFacts facts)
    {
        var article = facts.Annotated.Article;
        var left = (await transaction.RunAsync(new Statement(
            LeftCypher, ("article", article.Id), ("entities", facts.Annotated.Entities.Select(e => e.Id)),
            ("mentioned", facts.Mentioned.Keys.Select(e => ArticleEdges.Mentioned(facts, e).Id)),
            ("together", facts.Together.Keys.Select(e => ArticleEdges.Together(facts, e).Id)))).ConfigureAwait(false))[0];
        var before = work.Graph;
        var statements = RemoveStatements(work, facts);
        var mentionedLeft = left.Maps("mentioned").ToDictionary(r => r.Text("id"));
        var edges = 0;
        foreach (var (ends, (said, _)) in facts.Mentioned)
        {
            var edge = work.Mentioned[ArticleEdges.Mentioned(facts, ends).Id]!;
            if (edge.Articles == 1) edges++;
            work.Mentioned[edge.Id] = edge.Articles == 1 ? null : edge with
            {
                Count = edge.Count - said.Count(s => work.Abouts[AboutState.Key(s, edge.Target)] is null),
                Articles = edge.Articles - 1,
                Confidence = mentionedLeft[edge.Id].Real("confidence"),
                First = mentionedLeft[edge.Id].Day("first"),
                Last = mentionedLeft[edge.Id].Day("last"),
            };
        }

        var togetherLeft = left.Maps("together").ToDictionary(r => r.Text("id"));
        foreach (var (ends, sentences) in facts.Together)
        {
            var edge = work.Together[ArticleEdges.Together(facts, ends).Id]!;
            work.Together[edge.Id] = edge.Articles == 1 ? null : edge with
            {
                Count = edge.Count - sentences,
                Articles = edge.Articles - 1,
                First = togetherLeft[edge.Id].Day("first"),
                Last = togetherLeft[edge.Id].Day("last"),
            };
        }

        var entities = RemoveEntities(work, facts, left.Maps("entities").ToDictionary(r => r.Text("id")));
        work.Graph = before with
        {
            Entities = before.Entities - entities,
            Statements = before.Statements - statements,
            Edges = before.Edges - edges,
            Mentions = before.Mentions - facts.Mentions,
        };
    }

    private static int RemoveStatements(Workspace work, ArticleFacts facts)
    {
        var gone = 0;
        for (var i = 0; i < facts.Statements.Length; i++)
        {
            var statement = work.Statements[facts.Statements[i]]!;
            if (statement.Attributions == 1) gone++;
            work.Statements[statement.Id] = statement.Attributions == 1 ? null : statement with { Attributions = statement.Attributions - 1 };
            foreach (var mentioned in facts.Annotated.Attributions[i].MentionedIds)
            {
                var about = work.Abouts[AboutState.Key(statement.Id, mentioned)]!;
                work.Abouts[AboutState.Key(statement.Id, mentioned)] =
                    about.Attributions == 1 ? null : about with { Attributions = about.Attributions - 1 };
            }
        }

        return gone;
    }

    private static int RemoveEntities(Workspace work, ArticleFacts facts, Dictionary<string, Record> left)
    {
        var gone = 0;
        for (var i = 0; i < facts.Annotated.Entities.Count; i++)
        {
            var given = facts.Annotated.Entities[i];
            var entity = work.Entities[given.Id]!;
            var named = entity.Named(given, -1, work.PreferredNames.GetValueOrDefault(given.Id));
            if (named.Names.Count < entity.Names.Count) NameWords.Count(work, given.Name, -1);
            if (entity.Node.Articles == 1)
            {
                gone++;
                work.Entities[given.Id] = null;
                continue;
            }

            var mentionedBy = facts.MentionedBy.TryGetValue(i, out var by) ? by.Keys.Count(s => work.Abouts[AboutState.Key(s, given.Id)] is null) : 0;
            var said = facts.Said.TryGetValue(i, out var made) ? made.Count(s => work.Statements[s] is null) : 0;
            work.Entities[given.Id] = named with
            {
                Node = named.Node with
                {
                    MentionedBy = named.Node.MentionedBy - mentionedBy,
                    Said = named.Node.Said - said,
                    Articles = named.Node.Articles - 1,
                    First = left[given.Id].Day("first"),
                    Last = left[given.Id].Day("last"),
                },
            };
        }

        return gone;
    }

    private const string LeftCypher =
        """
        CALL () { UNWIND $entities AS id MATCH (:Entity {id: id})-[:APPEARS_IN]->(a:Article) WHERE a.id <> $article
            WITH id, min(a.published) AS first, max(a.published) AS last
            RETURN collect({id: id, first: first, last: last}) AS entities }
        CALL () { UNWIND $mentioned AS id MATCH (s:Statement)-[:ABOUT {edge: id}]->(e:Entity) MATCH (s)-[i:IN]->(a:Article)
            WHERE e.id IN i.mentioned AND a.id <> $article
            WITH id, max(i.confidence) AS confidence, min(a.published) AS first, max(a.published) AS last
            RETURN collect({id: id, confidence: confidence, first: first, last: last}) AS mentioned }
        CALL () { UNWIND $together AS id MATCH (s:Entity)-[:APPEARS_WITH {id: id}]->(t:Entity)
            MATCH (s)-[x:APPEARS_IN]->(a:Article)<-[y:APPEARS_IN]-(t)
            WHERE a.id <> $article AND any(n IN x.sentences WHERE n IN y.sentences)
            WITH id, min(a.published) AS first, max(a.published) AS last
            RETURN collect({id: id, first: first, last: last}) AS together }
        RETURN entities, mentioned, together
        """;
}
