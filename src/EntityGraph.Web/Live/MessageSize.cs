using System.Text.Json;

namespace EntityGraph.Web.Live;

/// <summary>Cuts what is to be sent into messages of a moderate size.</summary>
internal static class MessageSize
{
    /// <summary>The most bytes of a message, its frame included.</summary>
    public const int Limit = 32 * 1024;

    private const int Frame = 256;

    /// <summary>The items in their order, as many a message as fit; one that is too large by itself has a message of its own.</summary>
    public static IEnumerable<IReadOnlyList<T>> Split<T>(IEnumerable<T> items, JsonSerializerOptions json)
    {
        var message = new List<T>();
        var size = Frame;
        foreach (var item in items)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(item, json).Length + 1;
            if (message.Count > 0 && size + bytes > Limit)
            {
                yield return message;
                message = [];
                size = Frame;
            }

            message.Add(item);
            size += bytes;
        }

        if (message.Count > 0)
            yield return message;
    }
}
