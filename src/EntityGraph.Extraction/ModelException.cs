namespace EntityGraph.Extraction;

/// <summary>A model's files are missing or are not what they should be. The message names the file.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Makes one.</summary>
    public ModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
