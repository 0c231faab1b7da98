namespace EntityGraph.Cli.Exporting;

/// <summary>The file that is written, or standard output. Under its own name stands a whole file or none.</summary>
internal sealed class ExportTarget(string path, Terminal terminal)
{
    public string Path => path;

    /// <summary>Whether something of that name is there already.</summary>
    public bool IsThere => path != "-" && (File.Exists(path) || Directory.Exists(path));

    /// <summary>Writes beside it and gives that its name at the end; what fails leaves nothing behind.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public async Task<T> WriteAsync<T>(Func<Stream, Task<T>> write)
    {
        if (path == "-")
            return await write(terminal.Output);
        var beside = path + ".part";
        try
        {
            T result;
            await using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
                result = await write(file);
            File.Move(beside, path, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
