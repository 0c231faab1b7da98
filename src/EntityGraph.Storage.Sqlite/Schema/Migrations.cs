using System.Globalization;
using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Schema;

/// <summary>Brings a file to the schema of this program: the scripts beside this file, in their order, each once.</summary>
internal static class Migrations
{
    private static readonly string[] Scripts =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The schema that this program writes; kept in the file as PRAGMA user_version.</summary>
    public static long Latest => Scripts.Length;

    /// <summary>The schema of a file; 0 where it has none yet.</summary>
    /// <exception cref="GraphStoreException">The file is newer than this program, or another program's.</exception>
    public static long Check(Session session, string path)
    {
        var version = session.Number("PRAGMA user_version")!.Value;
        if (version > Latest) throw Failures.Newer(path, version, Latest);
        var tables = session.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")!.Value;
        var graphs = session.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'graph'")!.Value;
        if (version == 0 ? tables > 0 : graphs == 0) throw Failures.Foreign(path);
        return version;
    }

    /// <summary>Runs what the file lacks, inside the transaction that is open.</summary>
    public static void Run(Session session, string path)
    {
        var version = Check(session, path);
        for (var next = (int)version; next < Latest; next++)
        {
            using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(Scripts[next])!;
            using var reader = new StreamReader(stream);
            session.Script(reader.ReadToEnd());
        }

        if (version < Latest) session.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Latest}"));
    }
}
