namespace EntityGraph;

/// <summary>
/// A decision cannot be: it contradicts another that holds, or what it is about is not in the graph. The message says which, and
/// is fit to be shown.
/// </summary>
/// <param name="message">Why not.</param>
public sealed class DecisionException(string message) : Exception(message);
