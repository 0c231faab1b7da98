using EntityGraph.Extraction;
using Microsoft.Extensions.Options;

namespace EntityGraph.Web.Hosting;

/// <summary>What keeps the program from starting, said to the person who starts it.</summary>
internal static class StartFailure
{
    /// <summary>The reason, or null for what is a fault of the program itself.</summary>
    public static string? Reason(Exception failure) => failure switch
    {
        GraphStoreException or ModelException => failure.Message,
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        IOException or UnauthorizedAccessException => $"{failure.Message} Set another address with --urls http://localhost:PORT.",
        _ => null,
    };
}
