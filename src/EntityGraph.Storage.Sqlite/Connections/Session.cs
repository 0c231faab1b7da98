using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntityGraph.Storage.Sqlite.Connections;

/// <summary>A connection with the statements prepared on it. Used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly int patience;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public Session(SqliteStoreOptions options)
    {
        patience = (int)options.BusyTimeout.TotalMilliseconds;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            // Sessions are pooled here, with their prepared statements.
            Pooling = false,
            // After this many seconds a busy statement is given up; the engine's own busy timeout comes first.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            Script($"PRAGMA busy_timeout = {patience}");
            Script("PRAGMA synchronous = NORMAL");
            Script("PRAGMA temp_store = MEMORY");
            Script("PRAGMA cache_size = -32000");
            // Pages that change again and again are then copied into the file less often than with the usual 1,000.
            Script("PRAGMA wal_autocheckpoint = 4000");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement that gives no rows; answers how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>Inserts a row; answers its key.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return raw.sqlite3_last_insert_rowid(connection.Handle!);
    }

    /// <summary>The first column of the first row as a whole number, or null where there is no row or it is NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteScalar() as long?;

    /// <summary>The first column of the first row as text, or null where there is no row or it is NULL.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteScalar() as string;

    /// <summary>All rows, each read by <paramref name="read"/>.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, or the type's default where there is none.</summary>
    public T? Row<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>Runs a whole script, nothing of it kept prepared.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Begins to write; false where another connection is writing, without waiting for it.</summary>
    public bool TryBeginWriting()
    {
        var handle = connection.Handle!;
        raw.sqlite3_busy_timeout(handle, 0);
        var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
        raw.sqlite3_busy_timeout(handle, patience);
        if ((result & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        SqliteException.ThrowExceptionForRC(result, handle);
        return true;
    }

    /// <summary>Leaves an open transaction without a trace, if there is one.</summary>
    public void RollBack()
    {
        // Some failures (disk full, for one) have rolled back already.
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0) Script("ROLLBACK");
    }

    /// <summary>Makes the running statement fail with "interrupted"; may be called from another thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle!);

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.ResetSqliteType();
            parameter.Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
