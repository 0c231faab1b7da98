namespace EntityGraph.Ingestion;

/// <summary>The files of a folder and of those in it, in ordinal order.</summary>
internal static class FolderWalk
{
    /// <summary>A file, or a folder that could not be read.</summary>
    internal readonly record struct Entry(string Path, DocumentException? Failure);

    /// <summary>
    /// The files with a known ending. Hidden files and READMEs, which tell of a folder, are left out, and links to folders are not followed: they can lead round in
    /// a circle.
    /// </summary>
    public static IEnumerable<Entry> Of(string root)
    {
        var pending = new Stack<(string Path, bool IsFolder)>([(root, true)]);
        while (pending.TryPop(out var at))
        {
            if (!at.IsFolder)
            {
                yield return new Entry(at.Path, null);
                continue;
            }

            if (Read(at.Path, out var entries) is { } failure)
            {
                yield return new Entry(at.Path, failure);
                continue;
            }

            foreach (var entry in entries.OrderByDescending(e => e.Path, StringComparer.Ordinal))
                pending.Push(entry);
        }
    }

    private static bool IsArticle(string name) => DocumentFormats.OfName(name) is not null
        && !Path.GetFileNameWithoutExtension(name).Equals("readme", StringComparison.OrdinalIgnoreCase);

    private static DocumentException? Read(string folder, out IReadOnlyList<(string Path, bool IsFolder)> entries)
    {
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(info => !info.Name.StartsWith('.') && (info is DirectoryInfo ? info.LinkTarget is null : IsArticle(info.Name)))
                .Select(info => (Path.Join(folder, info.Name), info is DirectoryInfo))];
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries = [];
            return new DocumentException(folder, $"cannot be listed: {e.Message}", e);
        }
    }
}
