namespace EntityGraph.Transfer;

/// <summary>GraphML 1.0. The names of the keys are those that Gephi, yEd, Cytoscape and NetworkX look for where there are such: label, weight.</summary>
internal sealed class GraphMlWriter(Stream output) : XmlGraphWriter(output)
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Name, string Type)[] NodeKeys =
    [
        ("label", "string"), ("type", "string"), ("mentionedBy", "int"), ("said", "int"), ("articles", "int"), ("first", "string"), ("last", "string"),
    ];

    private static readonly (string Name, string Type)[] EdgeKeys =
    [
        ("kind", "string"), ("weight", "int"), ("articles", "int"), ("confidence", "double"), ("first", "string"), ("last", "string"),
    ];

    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("graphml", Namespace);
        Xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Namespace}/1.0/graphml.xsd");
        WriteKeys("node", NodeKeys);
        WriteKeys("edge", EdgeKeys);
        Xml.WriteStartElement("graph", Namespace);
        Xml.WriteAttributeString("id", "EntityGraph");
        Xml.WriteAttributeString("edgedefault", "directed");
    }

    public override void Node(GraphNode node)
    {
        Xml.WriteStartElement("node", Namespace);
        Xml.WriteAttributeString("id", Text(node.Id));
        Write("node-label", node.Name);
        Write("node-type", node.Type.ToString());
        Write("node-mentionedBy", Values.Count(node.MentionedBy));
        Write("node-said", Values.Count(node.Said));
        Write("node-articles", Values.Count(node.Articles));
        Write("node-first", Values.Day(node.First));
        Write("node-last", Values.Day(node.Last));
        Xml.WriteEndElement();
    }

    public override void EndNodes()
    {
    }

    public override void Edge(GraphEdge edge)
    {
        Xml.WriteStartElement("edge", Namespace);
        Xml.WriteAttributeString("id", edge.Id);
        if (Values.IsUndirected(edge.Kind)) Xml.WriteAttributeString("directed", "false");
        Xml.WriteAttributeString("source", Text(edge.Source));
        Xml.WriteAttributeString("target", Text(edge.Target));
        Write("edge-kind", edge.Kind.ToString());
        Write("edge-weight", Values.Count(edge.Count));
        Write("edge-articles", Values.Count(edge.Articles));
        Write("edge-confidence", Values.Real(edge.Confidence));
        Write("edge-first", Values.Day(edge.First));
        Write("edge-last", Values.Day(edge.Last));
        Xml.WriteEndElement();
    }

    private void WriteKeys(string of, (string Name, string Type)[] keys)
    {
        foreach (var (name, type) in keys)
        {
            Xml.WriteStartElement("key", Namespace);
            Xml.WriteAttributeString("id", $"{of}-{name}");
            Xml.WriteAttributeString("for", of);
            Xml.WriteAttributeString("attr.name", name);
            Xml.WriteAttributeString("attr.type", type);
            Xml.WriteEndElement();
        }
    }

    private void Write(string key, string? value)
    {
        if (value is null) return;
        Xml.WriteStartElement("data", Namespace);
        Xml.WriteAttributeString("key", key);
        Xml.WriteString(Text(value));
        Xml.WriteEndElement();
    }
}
