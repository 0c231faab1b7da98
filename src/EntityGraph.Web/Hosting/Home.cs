namespace EntityGraph.Web.Hosting;

/// <summary>The folder that everything else is found in: the repository's root in development, the program's own once published.</summary>
internal static class Home
{
    /// <summary>The full path. It does not depend on the working directory.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "wwwroot", "index.html")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
