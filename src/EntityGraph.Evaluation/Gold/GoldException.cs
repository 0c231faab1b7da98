namespace EntityGraph.Evaluation;

/// <summary>A file of gold or predictions that cannot be used; the message names it and the place.</summary>
public sealed class GoldException : Exception
{
    /// <summary>Says which input is at fault and why.</summary>
    public GoldException(string input, string reason, Exception? inner = null)
        : base($"{input}: {reason}", inner)
    {
    }
}
