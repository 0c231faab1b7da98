using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j;

/// <summary>What went wrong with the server, in words that help the person who has to put it right.</summary>
internal static class Failures
{
    public static GraphStoreException Told(Neo4jStoreOptions options, ServerFailure failure) => failure.Kind switch
    {
        FailureKind.Unreachable => new(
            $"Neo4j at {options} does not answer ({failure.Message.TrimEnd('.')}). See that the server runs and that the address is right.",
            isTransient: true, failure),
        FailureKind.Transient => new($"Neo4j at {options} could not do it now: {failure.Message} Try again.", isTransient: true, failure),
        FailureKind.TimedOut => new(
            $"Neo4j at {options} took too long and stopped: {failure.Message} Ask for less, or try again when the server is less busy.",
            isTransient: true, failure),
        FailureKind.Credentials => new(
            $"Neo4j at {options} does not accept user '{options.User}' with the password given. Set Neo4j:User and Neo4j:Password; " +
            "the password is not tried again, since the server locks out whoever guesses.",
            inner: failure),
        FailureKind.RateLimited => new(
            $"Neo4j at {options} looks at no password for some seconds, after too many wrong ones. Set the right one, wait, and start again.",
            inner: failure),
        FailureKind.NoDatabase => new(
            $"Neo4j at {options}: there is no such database. Set Neo4j:Database to one that is there; Community Edition has 'neo4j' alone.",
            inner: failure),
        FailureKind.TooOld => new(
            $"What answers at {options} has no Query API with transactions ({failure.Message.TrimEnd('.')}). EntityGraph needs Neo4j 5.26 or " +
            "later, reached by the address of its HTTP port (7474 as it comes).",
            inner: failure),
        _ => new($"Neo4j at {options} could not do what it was asked: {failure.Message} ({failure.Code})", inner: failure),
    };

    public static string Wait(Neo4jStoreOptions options, ServerFailure failure, TimeSpan pause) =>
        $"Neo4j at {options} does not answer or is busy ({failure.Message.TrimEnd('.')}); trying again in {pause.TotalSeconds:0.0} s.";

    public static GraphStoreException Newer(Neo4jStoreOptions options, long found, long known) => new(
        $"The graph at {options} was made by a newer version of EntityGraph (schema {found}; this program knows {known}). " +
        "Use the newer program, or another database.");

    public static GraphStoreException Foreign(Neo4jStoreOptions options) => new(
        $"The database at {options} holds other data, not a graph of EntityGraph. Give an empty database; nothing was changed.");

    public static GraphStoreException NoDriver(Neo4jStoreOptions options) => new(
        $"The address {options.Address.Scheme}:// speaks Bolt, and this program was built without Neo4j's driver. Build it with " +
        "-p:Neo4jDriver=true, or give the address of the server's HTTP port, such as http://localhost:7474.");

    public static GraphStoreException NoScheme(Neo4jStoreOptions options) => new(
        $"'{options.Address.Scheme}://' is no way to a Neo4j server. Use http://, https://, neo4j://, neo4j+s://, bolt:// or bolt+s://.");
}
