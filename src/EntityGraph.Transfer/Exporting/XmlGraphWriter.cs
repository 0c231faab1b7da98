using System.Text;
using System.Xml;

namespace EntityGraph.Transfer;

/// <summary>What the two XML formats share: the writer, and text that XML can hold.</summary>
internal abstract class XmlGraphWriter(Stream output) : IGraphWriter
{
    /// <summary>The most characters that wait inside the writer are few, so that memory stays flat.</summary>
    protected XmlWriter Xml { get; } = XmlWriter.Create(output, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
    });

    public abstract void Begin();

    public abstract void Node(GraphNode node);

    public abstract void EndNodes();

    public abstract void Edge(GraphEdge edge);

    public void End()
    {
        Xml.WriteEndDocument();
        Xml.Flush();
    }

    public void Dispose() => Xml.Dispose();

    /// <summary>
    /// Text of articles with what XML has no way to say (control characters, lone surrogates) replaced, and with it what some readers
    /// take for the end of a line.
    /// </summary>
    protected static string Text(string text)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isOdd = text[i] is '\u2028' or '\u2029' || (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'));
            if (XmlConvert.IsXmlChar(text[i]) && !isOdd) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            (changed ??= new StringBuilder(text))[i] = '\ufffd';
        }

        return changed?.ToString() ?? text;
    }
}
