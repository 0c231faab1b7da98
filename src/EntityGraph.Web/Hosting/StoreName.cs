namespace EntityGraph.Web.Hosting;

/// <summary>The store's file, and how it is called towards people who do not run the server.</summary>
internal sealed class StoreName(string fullPath)
{
    /// <summary>The full path.</summary>
    public string FullPath { get; } = fullPath;

    /// <summary>A text with the file's name in place of its path and without the folder's: for answers and the page.</summary>
    public string WithoutPath(string text) => text
        .Replace(FullPath, Path.GetFileName(FullPath), StringComparison.Ordinal)
        .Replace(Path.GetDirectoryName(FullPath) ?? FullPath, "its folder", StringComparison.Ordinal);
}
