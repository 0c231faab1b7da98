using System.Diagnostics.CodeAnalysis;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>Tests that share the one database of the server, and so run one after the other.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "A collection of tests is xunit's term.")]
public sealed class ServerCollection
{
    public const string Name = "The server's database";
}
