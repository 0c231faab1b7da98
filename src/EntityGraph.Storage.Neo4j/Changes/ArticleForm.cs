using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Transport;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>How an article is kept: its node, and the relationships to it from the entities and statements that stand in it.</summary>
internal static class ArticleForm
{
    public static Row Node(ArticleFacts facts, long number)
    {
        var article = facts.Annotated.Article;
        var summary = ArticleSummary.Of(facts.Annotated);
        var roles = facts.Annotated.Roles;
        return Map.Of(
            ("id", article.Id), ("added", number), ("title", summary.Title), ("headline", article.Title), ("outlet", article.Outlet),
            ("url", article.Url?.OriginalString), ("published", Rows.Kept(article.Published)), ("day", Rows.Sorted(article.Published)),
            ("language", article.Language), ("collection", article.Collection), ("entities", summary.Entities),
            ("attributions", summary.Attributions), ("text", article.Text), ("sentences", Flat(facts.Annotated.Sentences)),
            ("roles", roles.Select(r => r.Role)), ("roleHolders", roles.Select(r => r.HolderId)),
            ("roleOrganisations", roles.Select(r => r.OrganisationId ?? "")), ("roleSpans", Flat(roles.Select(r => r.Evidence))),
            ("roleFormer", roles.Select(r => r.IsFormer ? 1 : 0)));
    }

    public static IEnumerable<Row> Appearances(ArticleFacts facts)
    {
        var sentences = facts.Standings.ToLookup(s => s.Entity, s => s.Sentence);
        return facts.Annotated.Entities.Select((e, i) => Map.Of(
            ("entity", e.Id), ("article", facts.Annotated.Article.Id), ("position", i), ("name", e.Name), ("type", $"{e.Type}"),
            ("mentions", e.Mentions.Count), ("said", facts.Said.TryGetValue(i, out var said) ? said.Count : 0),
            ("spans", Flat(e.Mentions.Select(m => m.Span))), ("kinds", e.Mentions.Select(m => (int)m.Kind)),
            ("confidences", e.Mentions.Select(m => m.Confidence)), ("sentences", sentences[i])));
    }

    public static IEnumerable<Row> Attributions(ArticleFacts facts) => facts.Annotated.Attributions.Select((a, i) => Map.Of(
        ("statement", facts.Statements[i]), ("article", facts.Annotated.Article.Id), ("id", a.Id), ("position", i), ("kind", $"{a.Kind}"),
        ("confidence", a.Confidence), ("source", Flat(a.Source)), ("cue", Flat(a.Cue)), ("content", Flat(a.Content)),
        ("mentioned", a.MentionedIds), ("wording", a.Wording)));

    /// <summary>The articles that have these ids, with all their annotations; their lists come in no order, which COLLECT does not keep.</summary>
    public static Statement Reading(IEnumerable<string> ids) => new(
        """
        UNWIND $ids AS id MATCH (a:Article {id: id})
        RETURN a {.id, .text, .headline, .outlet, .url, .published, .language, .collection, .sentences, .roles, .roleHolders,
                .roleOrganisations, .roleSpans, .put, roleFormer: coalesce(a.roleFormer, [])} AS article,
            COLLECT { MATCH (d:Decision)-[:CHANGED]->(a) RETURN d.number } AS decisions,
            COLLECT { MATCH (o:Origin)-[:HOLDS]->(a) RETURN o.origin } AS origins,
            COLLECT { MATCH (e:Entity)-[r:APPEARS_IN]->(a) RETURN r {.position, .type, .name, .spans, .kinds, .confidences, id: e.id} } AS entities,
            COLLECT { MATCH (s:Statement)-[r:IN]->(a)
                RETURN r {.position, .id, .kind, .confidence, .source, .cue, .content, .mentioned, .wording, speaker: s.speaker} } AS attributions
        """,
        ("ids", ids.Distinct(StringComparer.Ordinal)));

    /// <summary>An article as the graph shows it, as it was put before decisions, and the decisions that have a part in it.</summary>
    public static StoredForm ReadStored(Record row)
    {
        var shown = Read(row);
        var put = row.Map("article").TextOrNull("put") is { } form ? DecisionForm.ReadPut(Convert.FromBase64String(form), shown) : shown;
        return new StoredForm(shown, put, [.. row.Counts("decisions").Order().Select(n => (long)n)]);
    }

    public static AnnotatedArticle Read(Record row)
    {
        var article = row.Map("article");
        return new AnnotatedArticle
        {
            Article = new Article
            {
                Id = article.Text("id"),
                Text = article.Text("text"),
                Title = article.TextOrNull("headline"),
                Outlet = article.TextOrNull("outlet"),
                Url = Rows.Url(article.TextOrNull("url")),
                Published = article.Day("published"),
                Language = article.TextOrNull("language"),
                Collection = article.TextOrNull("collection"),
                Origin = row.Texts("origins").Min(StringComparer.Ordinal),
            },
            Sentences = Spans(article.Counts("sentences")),
            Entities = [.. row.Maps("entities").OrderBy(e => e.Count("position")).Select(e => new AnnotatedEntity(
                e.Text("id"), Enum.Parse<EntityType>(e.Text("type")), e.Text("name"),
                [.. Spans(e.Counts("spans")).Zip(e.Counts("kinds"), e.Reals("confidences"))
                    .Select(m => new Mention(m.First, (MentionKind)m.Second, m.Third))]))],
            Attributions = [.. row.Maps("attributions").OrderBy(a => a.Count("position")).Select(a => new Attribution
            {
                Id = a.Text("id"),
                SpeakerId = a.TextOrNull("speaker"),
                Kind = Enum.Parse<AttributionKind>(a.Text("kind")),
                Confidence = a.Real("confidence"),
                Source = Spans(a.Counts("source")),
                Cue = Spans(a.Counts("cue")),
                Content = Spans(a.Counts("content")),
                MentionedIds = a.Texts("mentioned"),
                Wording = a.TextOrNull("wording"),
            })],
            Roles = [.. Roles(article)],
        };
    }

    private static IEnumerable<RoleClaim> Roles(Record article)
    {
        // Articles from before it was kept have no such list.
        var former = article.Counts("roleFormer");
        return article.Texts("roles").Zip(article.Texts("roleHolders"), article.Texts("roleOrganisations"))
            .Zip(Spans(article.Counts("roleSpans")), (r, span) => (r, span))
            .Select((x, i) => new RoleClaim(
                x.r.Second, x.r.First, x.r.Third.Length == 0 ? null : x.r.Third, x.span, former.ElementAtOrDefault(i) == 1));
    }

    private static IEnumerable<int> Flat(IEnumerable<TextSpan> spans) => spans.SelectMany(s => new[] { s.Start, s.End });

    private static TextSpan[] Spans(IReadOnlyList<int> flat) => [.. flat.Chunk(2).Select(s => new TextSpan(s[0], s[1]))];
}

/// <summary>An article as it is kept.</summary>
/// <param name="Shown">As the graph shows it.</param>
/// <param name="Put">As it was put.</param>
/// <param name="Decisions">The decisions that have a part in it.</param>
internal sealed record StoredForm(AnnotatedArticle Shown, AnnotatedArticle Put, IReadOnlyList<long> Decisions);
