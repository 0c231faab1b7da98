namespace EntityGraph.Web.Hosting;

/// <summary>The store's file or server, and how it is called towards people who do not run the server.</summary>
internal sealed class StoreName(string fullName, Uri? server = null)
{
    /// <summary>The full path or address.</summary>
    public string FullName { get; } = fullName;

    /// <summary>A text with the file's name in place of its path and without the folder's, or without the server's address: for answers and the page.</summary>
    public string WithoutPath(string text) => server is null
        ? text
            .Replace(FullName, Path.GetFileName(FullName), StringComparison.Ordinal)
            .Replace(Path.GetDirectoryName(FullName) ?? FullName, "its folder", StringComparison.Ordinal)
        : text
            .Replace(server.GetLeftPart(UriPartial.Authority), "the graph's server", StringComparison.OrdinalIgnoreCase)
            .Replace(server.Authority, "its address", StringComparison.OrdinalIgnoreCase);
}
