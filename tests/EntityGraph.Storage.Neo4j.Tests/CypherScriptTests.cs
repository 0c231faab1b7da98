using System.Text;
using EntityGraph.Storage.Conformance;
using EntityGraph.Storage.Neo4j.Queries;
using EntityGraph.Storage.Neo4j.Transport;
using EntityGraph.Transfer;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>The script that an export writes, run on a server as cypher-shell runs it: statement by statement.</summary>
[Collection(ServerCollection.Name)]
public sealed class CypherScriptTests
{
    private static readonly string[] HostileNames =
    [
        "O'Brien \\ Sons", "\\u0027}) DETACH DELETE e //", "'); DROP (n) \\'", "\\\\u0027 \\U0027 \\", "Line\nbreak;\nMATCH (n) DETACH DELETE n;", "`tick` $row {x}",
        "Zoë 🦊 \u0001\u0085\u2028 مرحبا",
    ];

    [SkippableFact]
    public async Task Running_it_gives_the_graph_and_running_it_again_changes_nothing()
    {
        await (await TestServer.OpenEmptyAsync()).DisposeAsync();
        await using var file = await TemporaryFile.OpenAsync();
        foreach (var article in Articles()) await file.Store.ApplyAsync(article.Put());
        using var script = new MemoryStream();
        await GraphExport.WriteAsync(file.Store, ExportFormat.Cypher, new ExportQuery(), script);
        var statements = Encoding.UTF8.GetString(script.ToArray()).Split(";\n", StringSplitOptions.RemoveEmptyEntries);
        var (nodes, edges) = (await AllAsync(file.Store.AllNodesAsync()), await AllAsync(file.Store.AllEdgesAsync(new MentionFilter())));
        Assert.Superset(HostileNames.ToHashSet(), nodes.Select(n => n.Name).ToHashSet());

        for (var run = 0; run < 2; run++)
        {
            foreach (var statement in statements) await TestServer.RunAsync(statement);
            await using var transport = Transports.To(TestServer.Options);
            var entities = await transport.ReadAsync(
                new Statement($"MATCH (e:Entity) WHERE labels(e) = ['Entity', e.type] RETURN {Rows.NodeMap("e")} AS node ORDER BY e.id"), null, default);
            var mentioned = await transport.ReadAsync(
                new Statement("MATCH (s:Entity)-[r:MENTIONED]->(t:Entity) RETURN r {.id, .count, .articles, .confidence, .first, .last, source: s.id, target: t.id} AS edge ORDER BY r.id"), null, default);
            Assert.Equal(nodes, entities.Select(e => Rows.Node(e.Map("node"))));
            Assert.Equal(edges.OrderBy(e => e.Id, StringComparer.Ordinal), mentioned.Select(e => Rows.MentionedEdge(e.Map("edge"))));
        }
    }

    private static IEnumerable<ArticleBuilder> Articles()
    {
        yield return An.Article("Ada Byrne said that Ben Cole lied in Leeds.").In("The Post").On("2025-03-01")
            .Person("Ada Byrne").Person("Ben Cole").Place("Leeds").Says("Ada Byrne", "said", "that Ben Cole lied in Leeds", confidence: 0.8);
        foreach (var name in HostileNames)
            yield return An.Article($"Ada Byrne said that {name} lied.").Person("Ada Byrne").Organisation(name).Says("Ada Byrne", "said", $"that {name} lied", confidence: 1.0);
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }
}
