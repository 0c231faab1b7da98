using System.Net;
using EntityGraph.Storage.Conformance;
using Microsoft.Data.Sqlite;

namespace EntityGraph.Web.Tests.Api;

public sealed class Failing_stores
{
    [Fact]
    public async Task A_locked_store_is_a_problem_that_tells_to_come_again()
    {
        await using var server = new WebServer(null, null, ("Store:BusyTimeoutSeconds", "0.1"));
        await server.Store.ApplyAsync(An.Article("Ada Byrne said that Ben Cole lied.").Of("samples")
            .Person("Ada Byrne").Person("Ben Cole").Says("Ada Byrne", "said", "that Ben Cole lied").Put());
        await using var other = Open(server.StorePath);
        Execute(other, "BEGIN IMMEDIATE");
        using (var locked = await server.Client.DeleteAsync("api/samples"))
        {
            var detail = await Problem.HasAsync(locked, HttpStatusCode.ServiceUnavailable, "graph.db");
            Assert.DoesNotContain(server.Folder, detail, StringComparison.Ordinal);
            Assert.NotNull(locked.Headers.RetryAfter?.Delta);
        }

        Execute(other, "ROLLBACK");
        using var free = await server.Client.DeleteAsync("api/samples");
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task A_damaged_store_is_a_problem_without_its_path()
    {
        await using var server = new WebServer();
        await using (var other = Open(server.StorePath))
        {
            Execute(other, "PRAGMA foreign_keys = OFF");
            foreach (var table in Names(other))
                Execute(other, $"DROP TABLE IF EXISTS \"{table}\"");
        }

        using var response = await server.Client.GetAsync("api/outlets");
        var detail = await Problem.HasAsync(response, HttpStatusCode.InternalServerError, "graph.db");
        Assert.DoesNotContain(server.Folder, detail, StringComparison.Ordinal);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string> Names(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
