using EntityGraph.Storage.Decisions;
using EntityGraph.Storage.Neo4j.Decisions;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Transport;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>
/// Writes what has changed in the workspace: nodes first, then relationships, each kind in a statement of its own whose rows are
/// sorted by key. Nothing is looked for by MERGE: what is there was loaded while no other writer could change it.
/// </summary>
internal static class Saving
{
    public static async Task SaveAsync(ITransaction transaction, Workspace work)
    {
        await DeleteAsync(transaction, WriteCypher.FindAbouts, [.. work.Abouts.Deleted]).ConfigureAwait(false);
        foreach (var (cypher, rows) in Statements(work))
        {
            if (rows.Count > 0) await transaction.RunAsync(new Statement(cypher, ("rows", rows))).ConfigureAwait(false);
        }

        work.Settle();
    }

    /// <summary>Takes away the relationships that a statement finds.</summary>
    public static async Task DeleteAsync(ITransaction transaction, string find, IReadOnlyCollection<string> rows)
    {
        if (rows.Count == 0) return;
        var found = await transaction.RunAsync(new Statement(find, ("rows", rows))).ConfigureAwait(false);
        await transaction.RunAsync(new Statement(WriteCypher.DeleteRelationships, ("rows", found.Select(r => r.Text("id"))))).ConfigureAwait(false);
    }

    private static IEnumerable<(string Cypher, IReadOnlyCollection<object> Rows)> Statements(Workspace work)
    {
        foreach (var type in Enum.GetValues<EntityType>())
            yield return (WriteCypher.CreateEntities(type), [.. work.Entities.Created.Where(e => e.Node.Type == type).Select(e => NewEntity(e))]);
        yield return (WriteCypher.CountEntities, [.. work.Entities.Changed.Select(e => Totals(e.Now.Node))]);
        yield return (WriteCypher.RenameEntities, [.. work.Entities.Changed.Where(e => e.Stored.Names != e.Now.Names).Select(e => Names(e.Now))]);
        foreach (var type in Enum.GetValues<EntityType>())
        {
            yield return (WriteCypher.RetypeEntities(type), [.. work.Entities.Changed.Where(e => e.Stored.Node.Type != type && e.Now.Node.Type == type)
                .Select(e => Map.Of(("id", e.Now.Node.Id)))]);
        }

        yield return (WriteCypher.CreateStatements, [.. work.Statements.Created.Select(Of)]);
        yield return (WriteCypher.CountStatements, [.. work.Statements.Changed.Select(s => Of(s.Now))]);
        yield return (WriteCypher.CreateOutlets, [.. work.Outlets.Created.Select(Of)]);
        yield return (WriteCypher.CountOutlets, [.. work.Outlets.Changed.Select(o => Of(o.Now))]);
        yield return (WriteCypher.CreateWords, [.. work.Words.Created.Select(w => Map.Of(("word", w.Word), ("names", w.Names), ("rests", Misspelling.Rests(w.Word).Order(StringComparer.Ordinal))))]);
        yield return (WriteCypher.CountWords, [.. work.Words.Changed.Select(w => Map.Of(("word", w.Now.Word), ("names", w.Now.Names)))]);
        var articles = work.NewAnnotations.OrderBy(f => f.Annotated.Article.Id, StringComparer.Ordinal).ToList();
        yield return (WriteCypher.CreateArticles, [.. work.NewArticles.OrderBy(a => a.Facts.Annotated.Article.Id, StringComparer.Ordinal)
            .Select(a => ArticleForm.Node(a.Facts, a.Number))]);
        yield return (WriteCypher.CreateAppearances, [.. articles.SelectMany(ArticleForm.Appearances)]);
        yield return (WriteCypher.CreateSaid, [.. work.Statements.Created.Where(s => s.SpeakerId is not null).Select(Of)]);
        yield return (WriteCypher.CreateAbouts, [.. work.Abouts.Created.Select(Of)]);
        yield return (WriteCypher.CountAbouts, [.. work.Abouts.Changed.Select(a => Of(a.Now))]);
        yield return (WriteCypher.CreateAttributions, [.. articles.SelectMany(ArticleForm.Attributions)]);
        yield return (WriteCypher.CreatePublished, [.. work.NewArticles.Select(a => a.Facts.Annotated.Article).Where(a => a.Outlet is not null)
            .OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => Map.Of(("article", a.Id), ("outlet", Key.Of(a.Outlet!))))]);
        yield return (DecisionCypher.KeepPuts, [.. work.Decided.Select(d => Map.Of(
            ("article", d.Article), ("put", d.Put is null ? null : Convert.ToBase64String(DecisionForm.OfPut(d.Put)))))]);
        yield return (DecisionCypher.CreateChanged, [.. work.Decided.SelectMany(d => d.Decisions.Select(n => Map.Of(("decision", n), ("article", d.Article))))]);
        yield return (WriteCypher.CreateMentioned, [.. work.Mentioned.Created.Select(Of)]);
        yield return (WriteCypher.CountMentioned, [.. work.Mentioned.Changed.Select(e => Of(e.Now))]);
        yield return (WriteCypher.CreateTogether, [.. work.Together.Created.Select(Of)]);
        yield return (WriteCypher.CountTogether, [.. work.Together.Changed.Select(e => Of(e.Now))]);
        // An origin that moves is made anew.
        yield return (WriteCypher.DeleteOrigins, [.. work.Origins.Changed.Select(o => Key.Of(o.Now.Origin)).Concat(work.Origins.Deleted)]);
        yield return (WriteCypher.CreateOrigins, [.. work.Origins.Created.Concat(work.Origins.Changed.Select(o => o.Now)).Select(Of)]);
        yield return (WriteCypher.TieArticles, [.. work.Articles.Changed.Where(a => a.Now.IsPasted && !a.Stored.IsPasted)
            .Concat(work.Articles.Created.Where(a => a.IsPasted).Select(a => (a, a))).Select(a => Map.Of(("id", a.Item2.Id)))]);
        yield return (WriteCypher.DeleteMentioned, [.. work.Mentioned.Deleted]);
        yield return (WriteCypher.DeleteTogether, [.. work.Together.Deleted]);
        yield return (WriteCypher.DeleteStatements, [.. work.Statements.Deleted]);
        yield return (WriteCypher.DeleteArticles, [.. work.Articles.Deleted]);
        yield return (WriteCypher.DeleteOutlets, [.. work.Outlets.Deleted]);
        yield return (WriteCypher.DeleteEntities, [.. work.Entities.Deleted]);
        yield return (WriteCypher.DeleteWords, [.. work.Words.Deleted]);
        yield return (WriteCypher.CreateChanges, [.. work.Differences.Select(d => Map.Of(
            ("number", d.Difference.Number), ("at", d.Difference.At.ToString("O")), ("batch", work.Batch), ("place", d.Place),
            ("difference", Convert.ToBase64String(DifferenceForm.Of(d.Difference)))))]);
        yield return (WriteCypher.CountGraph, [Map.Of(
            ("number", work.Graph.Number), ("articles", work.Graph.Articles), ("entities", work.Graph.Entities),
            ("statements", work.Graph.Statements), ("edges", work.Graph.Edges), ("mentions", work.Graph.Mentions))]);
    }

    private static Row NewEntity(EntityState entity)
    {
        var row = Totals(entity.Node);
        foreach (var (name, value) in Names(entity)) row[name] = value;
        return row;
    }

    private static Row Totals(GraphNode node) => Map.Of(
        ("id", node.Id), ("mentionedBy", node.MentionedBy), ("said", node.Said), ("weight", node.MentionedBy + node.Said),
        ("articles", node.Articles), ("first", Rows.Kept(node.First)), ("last", Rows.Kept(node.Last)));

    private static Row Names(EntityState entity)
    {
        var names = entity.Names.Select(n => n.Name).Distinct(StringComparer.Ordinal).ToList();
        return Map.Of(
            ("id", entity.Node.Id), ("name", entity.Node.Name), ("names", entity.Names.Select(n => n.Name)),
            ("nameTypes", entity.Names.Select(n => $"{n.Type}")), ("nameArticles", entity.Names.Select(n => n.Articles)),
            ("folded", names.Select(NameWords.Folded).Distinct(StringComparer.Ordinal)),
            ("initials", names.SelectMany(Folding.Initials).Select(NameWords.Cut).Distinct(StringComparer.Ordinal)));
    }

    private static Row Of(StatementState statement) => Map.Of(
        ("id", statement.Id), ("speaker", statement.SpeakerId), ("words", statement.Words), ("attributions", statement.Attributions));

    private static Row Of(AboutState about) => Map.Of(
        ("statement", about.StatementId), ("entity", about.EntityId), ("edge", about.EdgeId), ("attributions", about.Attributions));

    private static Row Of(OutletState outlet) => Map.Of(("key", Key.Of(outlet.Name)), ("name", outlet.Name), ("articles", outlet.Articles));

    private static Row Of(OriginState origin) => Map.Of(("key", Key.Of(origin.Origin)), ("origin", origin.Origin), ("article", origin.ArticleId));

    private static Row Of(GraphEdge edge) => Map.Of(
        ("id", edge.Id), ("source", edge.Source), ("target", edge.Target), ("count", edge.Count), ("articles", edge.Articles),
        ("confidence", edge.Confidence), ("first", Rows.Kept(edge.First)), ("last", Rows.Kept(edge.Last)));
}
