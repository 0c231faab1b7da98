using System.Security.Cryptography;
using System.Text;

namespace EntityGraph.Storage.Neo4j;

/// <summary>Keys of fixed length for names and addresses, which can be longer than an index takes.</summary>
internal static class Key
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
