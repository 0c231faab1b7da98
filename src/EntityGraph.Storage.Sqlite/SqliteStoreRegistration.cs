using Microsoft.Extensions.DependencyInjection;

namespace EntityGraph.Storage.Sqlite;

/// <summary>Makes the SQLite store an application's graph store.</summary>
public static class SqliteStoreRegistration
{
    /// <summary>Adds <see cref="IGraphStore"/>, kept in one SQLite file. The application opens it before its first use.</summary>
    public static IServiceCollection AddSqliteGraphStore(this IServiceCollection services, SqliteStoreOptions options) =>
        services.AddSingleton<IGraphStore>(_ => new SqliteGraphStore(options));
}
