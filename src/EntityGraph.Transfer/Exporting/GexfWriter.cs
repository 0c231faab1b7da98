namespace EntityGraph.Transfer;

/// <summary>GEXF 1.3. Nodes and edges are there from their first day to their last, which is what Gephi's timeline goes by.</summary>
internal sealed class GexfWriter(Stream output) : XmlGraphWriter(output)
{
    private const string Namespace = "http://gexf.net/1.3";

    private static readonly (string Name, string Type)[] NodeAttributes =
        [("type", "string"), ("mentionedBy", "integer"), ("said", "integer"), ("articles", "integer"), ("first", "string"), ("last", "string")];

    private static readonly (string Name, string Type)[] EdgeAttributes =
        [("kind", "string"), ("articles", "integer"), ("confidence", "double"), ("first", "string"), ("last", "string")];

    public override void Begin()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("gexf", Namespace);
        Xml.WriteAttributeString("version", "1.3");
        Xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Namespace}/gexf.xsd");
        Xml.WriteStartElement("meta", Namespace);
        Xml.WriteElementString("creator", Namespace, "EntityGraph");
        Xml.WriteElementString("description", Namespace, "Who mentioned whom in news articles; the weight of an edge is the number of statements.");
        Xml.WriteEndElement();
        Xml.WriteStartElement("graph", Namespace);
        Xml.WriteAttributeString("defaultedgetype", "directed");
        Xml.WriteAttributeString("mode", "dynamic");
        Xml.WriteAttributeString("timeformat", "date");
        WriteAttributes("node", NodeAttributes);
        WriteAttributes("edge", EdgeAttributes);
        Xml.WriteStartElement("nodes", Namespace);
    }

    public override void Node(GraphNode node)
    {
        Xml.WriteStartElement("node", Namespace);
        Xml.WriteAttributeString("id", Text(node.Id));
        Xml.WriteAttributeString("label", Text(node.Name));
        WriteDays(node.First, node.Last);
        WriteValues(
            node.Type.ToString(), Values.Count(node.MentionedBy), Values.Count(node.Said), Values.Count(node.Articles),
            Values.Day(node.First), Values.Day(node.Last));
        Xml.WriteEndElement();
    }

    public override void EndNodes()
    {
        Xml.WriteEndElement();
        Xml.WriteStartElement("edges", Namespace);
    }

    public override void Edge(GraphEdge edge)
    {
        Xml.WriteStartElement("edge", Namespace);
        Xml.WriteAttributeString("id", edge.Id);
        Xml.WriteAttributeString("source", Text(edge.Source));
        Xml.WriteAttributeString("target", Text(edge.Target));
        if (Values.IsUndirected(edge.Kind)) Xml.WriteAttributeString("type", "undirected");
        Xml.WriteAttributeString("kind", edge.Kind.ToString());
        Xml.WriteAttributeString("weight", Values.Count(edge.Count));
        WriteDays(edge.First, edge.Last);
        WriteValues(
            edge.Kind.ToString(), Values.Count(edge.Articles), Values.Real(edge.Confidence), Values.Day(edge.First), Values.Day(edge.Last));
        Xml.WriteEndElement();
    }

    private void WriteAttributes(string of, (string Name, string Type)[] attributes)
    {
        Xml.WriteStartElement("attributes", Namespace);
        Xml.WriteAttributeString("class", of);
        for (var i = 0; i < attributes.Length; i++)
        {
            Xml.WriteStartElement("attribute", Namespace);
            Xml.WriteAttributeString("id", Values.Count(i));
            Xml.WriteAttributeString("title", attributes[i].Name);
            Xml.WriteAttributeString("type", attributes[i].Type);
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }

    private void WriteDays(DateOnly? first, DateOnly? last)
    {
        if (first is null || last is null) return;
        Xml.WriteAttributeString("start", Values.Day(first));
        Xml.WriteAttributeString("end", Values.Day(last));
    }

    /// <summary>The values in the order in which the attributes were declared.</summary>
    private void WriteValues(params ReadOnlySpan<string?> values)
    {
        Xml.WriteStartElement("attvalues", Namespace);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value) continue;
            Xml.WriteStartElement("attvalue", Namespace);
            Xml.WriteAttributeString("for", Values.Count(i));
            Xml.WriteAttributeString("value", Text(value));
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }
}
