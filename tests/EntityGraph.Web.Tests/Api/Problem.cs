using System.Net;
using System.Text.Json;

namespace EntityGraph.Web.Tests.Api;

/// <summary>What a problem document must be.</summary>
internal static class Problem
{
    /// <summary>The response is a problem document of this status whose detail holds these words.</summary>
    public static async Task<string> HasAsync(HttpResponseMessage response, HttpStatusCode status, string words)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        var detail = problem.RootElement.GetProperty("detail").GetString()!;
        Assert.Contains(words, detail, StringComparison.Ordinal);
        return detail;
    }
}
