namespace EntityGraph.Web.Tests.Api;

/// <summary>Texts that the tests put in.</summary>
internal static class Notes
{
    /// <summary>English enough to be taken for it, with one statement in it.</summary>
    public static string That(string speaker, string mentioned, string did = "left the room before the end of the meeting") =>
        $"{speaker} says that {mentioned} {did}. It was the last of the things that were heard on the day, and nobody had an answer to it.";
}
