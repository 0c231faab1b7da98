using System.Text;
using System.Text.Json;

namespace EntityGraph.Evaluation;

/// <summary>
/// Reads sentences with name tags, JSON Lines of <c>{"set", "doc", "tokens", "tags"}</c> (IOB2), a dozen sentences to an article.
/// </summary>
public static class NerReader
{
    /// <summary>Reads a file, gzipped if its name ends in .gz. Tokens are joined by spaces, sentences by line breaks.</summary>
    /// <exception cref="GoldException">A line is malformed.</exception>
    public static IEnumerable<GoldArticle> Read(string path, int sentencesPerArticle = 12)
    {
        var packed = new List<SentenceForm>();
        var number = 0;
        foreach (var line in GoldLines.Of(path))
        {
            number++;
            SentenceForm sentence;
            try
            {
                sentence = JsonSerializer.Deserialize<SentenceForm>(line, JsonForm.Strict)
                    ?? throw new GoldException($"{path} line {number}", "is empty");
            }
            catch (JsonException e)
            {
                throw new GoldException($"{path} line {number}", e.Message, e);
            }
            if (sentence.Tokens.Count != sentence.Tags.Count)
            {
                throw new GoldException($"{path} line {number}", "there are not as many tags as tokens");
            }
            if (packed.Count > 0 && (packed.Count >= sentencesPerArticle || sentence.Doc.GetRawText() != packed[0].Doc.GetRawText()))
            {
                yield return Pack(packed, number);
                packed.Clear();
            }
            packed.Add(sentence);
        }
        if (packed.Count > 0)
        {
            yield return Pack(packed, number + 1);
        }
    }

    private static GoldArticle Pack(List<SentenceForm> sentences, int number)
    {
        var text = new StringBuilder();
        var names = new List<(int Start, int End, string Type)>();
        foreach (var sentence in sentences)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            var previous = "O";
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                text.Append(i > 0 ? " " : "");
                var start = text.Length;
                text.Append(sentence.Tokens[i]);
                var tag = sentence.Tags[i];
                if (tag.StartsWith("I-", StringComparison.Ordinal) && previous != "O" && previous[2..] == tag[2..])
                {
                    names[^1] = names[^1] with { End = text.Length };
                }
                else if (tag != "O")
                {
                    names.Add((start, text.Length, tag[2..]));
                }
                previous = tag;
            }
        }
        return new GoldArticle
        {
            Id = $"{sentences[0].Set}-{sentences[0].Doc}-{number - sentences.Count}",
            Text = text.ToString(),
            Names = [.. names.Select(n => new GoldName(new TextSpan(n.Start, n.End), TypeOf(n.Type)))],
        };
    }

    private static EntityType? TypeOf(string tag) => tag switch
    {
        "PER" => EntityType.Person,
        "ORG" => EntityType.Organisation,
        "LOC" => EntityType.Place,
        _ => null,
    };

    private sealed record SentenceForm(string Set, JsonElement Doc, IReadOnlyList<string> Tokens, IReadOnlyList<string> Tags);
}
