using EntityGraph.Storage.Neo4j.Transport.Http;

namespace EntityGraph.Storage.Neo4j.Transport;

/// <summary>Chooses the way to a server by its address.</summary>
internal static class Transports
{
    public static ITransport To(Neo4jStoreOptions options) => options.Address.Scheme switch
    {
        "http" or "https" => new HttpTransport(options),
        "neo4j" or "neo4j+s" or "neo4j+ssc" or "bolt" or "bolt+s" or "bolt+ssc" =>
#if NEO4J_DRIVER
            new Bolt.BoltTransport(options),
#else
            throw Failures.NoDriver(options),
#endif
        _ => throw Failures.NoScheme(options),
    };
}
