namespace EntityGraph.Web.Tests.Api;

/// <summary>What the server answers when it takes inputs.</summary>
internal sealed record Taken(IReadOnlyList<string> Inputs);
