namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Adds to the totals what an article brings. All that it touches is in the workspace.</summary>
internal static class AddingArticle
{
    /// <summary>Adds an article and what it says.</summary>
    public static void Add(Workspace work, ArticleFacts facts)
    {
        var article = facts.Annotated.Article;
        AddAnnotations(work, facts);
        if (article.Outlet is { } outlet)
            work.Outlets[Key.Of(outlet)] = new OutletState(outlet, (work.Outlets[Key.Of(outlet)]?.Articles ?? 0) + 1);
        work.Articles[article.Id] = new ArticleState(article.Id, [], false);
        work.NewArticles.Add((facts, work.Graph.Number + 1));
        work.Graph = work.Graph with { Articles = work.Graph.Articles + 1 };
    }

    /// <summary>Adds what an article says.</summary>
    public static void AddAnnotations(Workspace work, ArticleFacts facts)
    {
        var annotated = facts.Annotated;
        var day = annotated.Article.Published;
        var before = work.Graph;
        work.NewAnnotations.Add(facts);

        // Statements are counted before they are noted: what is new is what only this article says.
        var mentionedBy = facts.MentionedBy.ToDictionary(
            m => m.Key, m => m.Value.Keys.Count(s => work.Abouts[AboutState.Key(s, annotated.Entities[m.Key].Id)] is null));
        var said = facts.Said.ToDictionary(s => s.Key, s => s.Value.Count(id => work.Statements[id] is null));
        var edges = 0;
        foreach (var (ends, (statements, confidence)) in facts.Mentioned)
        {
            var fresh = ArticleEdges.Mentioned(facts, ends);
            if (work.Mentioned[fresh.Id] is null) edges++;
            var edge = work.Mentioned[fresh.Id] ?? fresh;
            var grown = Grown(edge, statements.Count(s => work.Abouts[AboutState.Key(s, fresh.Target)] is null), day);
            work.Mentioned[fresh.Id] = grown with { Confidence = Math.Max(edge.Confidence, confidence) };
        }

        foreach (var (ends, sentences) in facts.Together)
        {
            var fresh = ArticleEdges.Together(facts, ends);
            work.Together[fresh.Id] = Grown(work.Together[fresh.Id] ?? fresh, sentences, day);
        }

        var entities = AddEntities(work, facts, mentionedBy, said);
        var newStatements = AddStatements(work, facts);
        work.Graph = before with
        {
            Entities = before.Entities + entities,
            Statements = before.Statements + newStatements,
            Edges = before.Edges + edges,
            Mentions = before.Mentions + facts.Mentions,
        };
    }

    private static int AddEntities(Workspace work, ArticleFacts facts, Dictionary<int, int> mentionedBy, Dictionary<int, int> said)
    {
        var created = 0;
        var day = facts.Annotated.Article.Published;
        for (var i = 0; i < facts.Annotated.Entities.Count; i++)
        {
            var given = facts.Annotated.Entities[i];
            var entity = work.Entities[given.Id];
            if (entity is null) created++;
            var named = (entity ?? EntityState.New(given)).Named(given, 1, work.PreferredNames.GetValueOrDefault(given.Id));
            if (named.Names.Count > (entity?.Names.Count ?? 0)) NameWords.Count(work, given.Name, 1);
            work.Entities[given.Id] = named with
            {
                Node = named.Node with
                {
                    MentionedBy = named.Node.MentionedBy + mentionedBy.GetValueOrDefault(i),
                    Said = named.Node.Said + said.GetValueOrDefault(i),
                    Articles = named.Node.Articles + 1,
                    First = Days.Earlier(named.Node.First, day),
                    Last = Days.Later(named.Node.Last, day),
                },
            };
        }

        return created;
    }

    private static int AddStatements(Workspace work, ArticleFacts facts)
    {
        var created = 0;
        for (var i = 0; i < facts.Statements.Length; i++)
        {
            var attribution = facts.Annotated.Attributions[i];
            var statement = facts.Statements[i];
            var there = work.Statements[statement];
            if (there is null) created++;
            there ??= new StatementState(
                statement, attribution.SpeakerId, string.Join(" … ", attribution.Content.Select(c => c.In(facts.Annotated.Article.Text))), 0);
            work.Statements[statement] = there with { Attributions = there.Attributions + 1 };
            foreach (var mentioned in attribution.MentionedIds)
            {
                var key = AboutState.Key(statement, mentioned);
                var edge = attribution.SpeakerId is { } speaker ? ContentId.OfEdge(GraphEdgeKind.Mentioned, speaker, mentioned) : null;
                var about = work.Abouts[key] ?? new AboutState(statement, mentioned, edge, 0);
                work.Abouts[key] = about with { Attributions = about.Attributions + 1 };
            }
        }

        return created;
    }

    private static GraphEdge Grown(GraphEdge edge, int count, DateOnly? day) => edge with
    {
        Count = edge.Count + count,
        Articles = edge.Articles + 1,
        First = Days.Earlier(edge.First, day),
        Last = Days.Later(edge.Last, day),
    };
}
