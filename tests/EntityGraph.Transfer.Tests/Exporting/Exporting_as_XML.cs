using System.Xml.Linq;

namespace EntityGraph.Transfer.Tests.Exporting;

public sealed class Exporting_as_XML
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    [Fact]
    public async Task GraphML_holds_every_node_and_edge_with_declared_attributes()
    {
        await using var temporary = await Debate.StoreAsync();
        var file = Parse(await temporary.Store.ExportAsync(ExportFormat.GraphMl));

        Assert.Equal(GraphMl + "graphml", file.Root!.Name);
        var graph = Assert.Single(file.Root.Elements(GraphMl + "graph"));
        Assert.Equal("directed", (string?)graph.Attribute("edgedefault"));
        var keys = file.Root.Elements(GraphMl + "key").ToDictionary(
            k => ((string)k.Attribute("for")!, (string)k.Attribute("id")!), k => ((string)k.Attribute("attr.name")!, (string)k.Attribute("attr.type")!));
        Assert.All(keys.Values, k => Assert.True(k.Item2 is "string" or "int" or "double"));
        Assert.Equal(keys.Count, file.Root.Elements(GraphMl + "key").Select(k => (string)k.Attribute("id")!).Distinct().Count());
        var nodes = graph.Elements(GraphMl + "node").Select(n => Read(n, "node"));
        var edges = graph.Elements(GraphMl + "edge").Select(e => Read(e, "edge")).ToList();
        Assert.Equal(
            await Debate.NodesAsync(temporary.Store, Debate.XmlText),
            Debate.Sorted(nodes.Select(n => Debate.Line(n["id"], n["label"], n["type"], n["mentionedBy"], n["said"], n["articles"], n["first"], n["last"]))));
        Assert.Equal(
            await Debate.EdgesAsync(temporary.Store),
            Debate.Sorted(edges.Select(e => Debate.Line(e["id"], e["source"], e["target"], e["kind"], e["weight"], e["articles"], e["confidence"], e["first"], e["last"]))));

        Attributes Read(XElement element, string of) => new(element.Attributes().Select(a => (a.Name.LocalName, a.Value))
            .Concat(element.Elements(GraphMl + "data").Select(d => (keys[(of, (string)d.Attribute("key")!)].Item1, d.Value))));
    }

    [Fact]
    public async Task GEXF_holds_every_node_and_edge_between_the_days_that_they_are_there()
    {
        await using var temporary = await Debate.StoreAsync();
        var file = Parse(await temporary.Store.ExportAsync(ExportFormat.Gexf));

        Assert.Equal((Gexf + "gexf", "1.3"), (file.Root!.Name, (string?)file.Root.Attribute("version")));
        Assert.Equal(["meta", "graph"], file.Root.Elements().Select(e => e.Name.LocalName));
        var graph = file.Root.Element(Gexf + "graph")!;
        Assert.Equal(["attributes", "attributes", "nodes", "edges"], graph.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(("directed", "dynamic", "date"), ((string?)graph.Attribute("defaultedgetype"), (string?)graph.Attribute("mode"), (string?)graph.Attribute("timeformat")));
        var declared = graph.Elements(Gexf + "attributes").ToDictionary(
            a => (string)a.Attribute("class")!, a => a.Elements().ToDictionary(e => (string)e.Attribute("id")!, e => (string)e.Attribute("title")!));
        var nodes = graph.Element(Gexf + "nodes")!.Elements(Gexf + "node").Select(n => Read(n, "node"));
        var edges = graph.Element(Gexf + "edges")!.Elements(Gexf + "edge").Select(e => Read(e, "edge"));
        Assert.Equal(
            await Debate.NodesAsync(temporary.Store, Debate.XmlText),
            Debate.Sorted(nodes.Select(n => Debate.Line(n["id"], n["label"], n["type"], n["mentionedBy"], n["said"], n["articles"], n["start"], n["end"]))));
        Assert.Equal(
            await Debate.EdgesAsync(temporary.Store),
            Debate.Sorted(edges.Select(e => Debate.Line(e["id"], e["source"], e["target"], e["kind"], e["weight"], e["articles"], e["confidence"], e["start"], e["end"]))));

        Attributes Read(XElement element, string of) => new(element.Attributes().Select(a => (a.Name.LocalName, a.Value))
            .Concat(element.Elements(Gexf + "attvalues").Elements().Select(v => (declared[of][(string)v.Attribute("for")!], (string)v.Attribute("value")!))));
    }

    [Fact]
    public async Task An_edge_that_says_the_same_both_ways_is_undirected()
    {
        await using var temporary = await Debate.StoreAsync();
        var view = new ExportQuery { EntityIds = [Debate.Ada, Debate.Ben], Kinds = [GraphEdgeKind.Mentioned, GraphEdgeKind.AppearsWith] };
        var graphMl = Parse(await temporary.Store.ExportAsync(ExportFormat.GraphMl, view)).Descendants(GraphMl + "edge");
        var gexf = Parse(await temporary.Store.ExportAsync(ExportFormat.Gexf, view)).Descendants(Gexf + "edge");
        Assert.Equal([null, null, "false"], graphMl.Select(e => (string?)e.Attribute("directed")));
        Assert.Equal([null, null, "undirected"], gexf.Select(e => (string?)e.Attribute("type")));
    }

    private static XDocument Parse(byte[] file) => XDocument.Load(new MemoryStream(file), LoadOptions.PreserveWhitespace);

    private sealed class Attributes(IEnumerable<(string Name, string Value)> pairs)
    {
        // The kind of an edge stands in two places in GEXF.
        private readonly Dictionary<string, string> values = pairs.Distinct().ToDictionary(p => p.Name, p => p.Value);

        public string? this[string name] => values.GetValueOrDefault(name);
    }
}
