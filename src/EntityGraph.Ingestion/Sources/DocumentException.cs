namespace EntityGraph.Ingestion;

/// <summary>A document could not be had or read. The message is "NAME: reason" and fit to be shown.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="name">The document's name: see <see cref="Document.Name"/>.</param>
    /// <param name="reason">Why, in a few words: "is empty".</param>
    /// <param name="inner">What brought it about, or null.</param>
    public DocumentException(string name, string reason, Exception? inner = null)
        : base($"{name}: {reason}", inner)
    {
        Name = name;
        Reason = reason;
    }

    /// <summary>The document's name.</summary>
    public string Name { get; }

    /// <summary>Why it could not be had or read, without the name.</summary>
    public string Reason { get; }
}
