using EntityGraph.Storage.Neo4j.Changes;

namespace EntityGraph.Storage.Neo4j.Tests;

/// <summary>How the server carries out what is written.</summary>
[Collection(ServerCollection.Name)]
public sealed class PlanTests
{
    [SkippableFact]
    public async Task No_statement_that_writes_reads_its_rows_ahead()
    {
        await using var store = await TestServer.OpenEmptyAsync();
        var eager = new List<string>();
        foreach (var cypher in WriteCypher.All)
        {
            if ((await PlanAsync(cypher)).Contains("\"Eager@", StringComparison.Ordinal)) eager.Add(cypher);
        }

        Assert.Empty(eager);
        Assert.True(WriteCypher.All.Count() > 40);
        Assert.Contains("\"Eager@", await PlanAsync("UNWIND $rows AS row MATCH (w:Word {word: row}) DETACH DELETE w"), StringComparison.Ordinal);
    }

    /// <summary>The operators of the plan that the server makes.</summary>
    private static async Task<string> PlanAsync(string cypher)
    {
        using var client = new HttpClient { BaseAddress = TestServer.Options.Address };
        var credentials = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{TestServer.Options.User}:{TestServer.Options.Password}"));
        client.DefaultRequestHeaders.Authorization = new("Basic", credentials);
        var body = System.Text.Json.JsonSerializer.Serialize(new { statement = $"EXPLAIN {cypher}", parameters = new { rows = Array.Empty<object>() } });
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("db/neo4j/query/v2", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("operatorType", text, StringComparison.Ordinal);
        return text;
    }
}
