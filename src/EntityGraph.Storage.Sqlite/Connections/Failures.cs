using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>What went wrong with the file, in words that help the person who has to put it right.</summary>
internal static class Failures
{
    public static T Translated<T>(string path, Func<T> action, CancellationToken cancellation)
    {
        try
        {
            return action();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled.", e, cancellation);
        }
        catch (SqliteException e)
        {
            throw Of(path, e);
        }
    }

    public static GraphStoreException Locked(string path, TimeSpan waited) => new(
        $"The graph in '{path}' is being written to by another program and did not become free within " +
        $"{waited.TotalSeconds:0.#} s. Try again when it has finished.",
        isTransient: true);

    public static GraphStoreException Newer(string path, long found, long known) => new(
        $"The graph in '{path}' was made by a newer version of EntityGraph (schema {found}; this program knows {known}). " +
        "Use the newer program, or another file.");

    public static GraphStoreException Folder(string path) => new(
        $"'{path}' is a folder. Give the path of a file in it, for instance '{Path.Combine(path, "graph.db")}'.");

    public static GraphStoreException Unreachable(string path, Exception inner) => new(
        $"The folder for the graph in '{path}' cannot be made: {inner.Message}", inner: inner);

    public static GraphStoreException Foreign(string path) => new(
        $"'{path}' is a SQLite database of some other program, not a graph. Give the path of another file.");

    public static GraphStoreException Of(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            $"The graph in '{path}' is locked by another program. Try again when it has finished.", isTransient: true, e),
        raw.SQLITE_NOTADB => new(
            $"'{path}' is not a graph: it is no SQLite database. Give the path of another file, or move this one away.", inner: e),
        raw.SQLITE_CORRUPT => new(
            $"The graph in '{path}' is damaged. Put a copy of it in its place, or move it away and ingest the articles again.", inner: e),
        raw.SQLITE_FULL => new(
            $"There is no room left to write the graph in '{path}'. Nothing was written. Make room on the disk and try again.", inner: e),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new(
            $"The graph in '{path}' may only be read. Give this program the right to write the file and its folder.", inner: e),
        raw.SQLITE_CANTOPEN => new(
            $"The graph in '{path}' cannot be opened. See that the folder is there and that this program may write in it.", inner: e),
        raw.SQLITE_IOERR => new(
            $"The graph in '{path}' could not be read or written: {e.Message} See to the disk and try again.", isTransient: true, e),
        _ => new($"The graph in '{path}' could not do what it was asked: {e.Message}", inner: e),
    };
}
