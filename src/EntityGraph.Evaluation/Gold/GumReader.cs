
namespace EntityGraph.Evaluation;

/// <summary>
/// Reads GUM (Zeldes 2017) as CoNLL-U with its entities: names, coreference and identities. A mention whose head is a proper
/// noun is a name, and its name is the run of proper nouns about the head; the rest are pronouns or descriptions.
/// </summary>
public static class GumReader
{
    /// <summary>Reads a file, gzipped if its name ends in .gz, a document an article.</summary>
    /// <exception cref="GoldException">A token line has too few fields.</exception>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        GumDocument? document = null;
        var number = 0;
        foreach (var line in GoldLines.Of(path))
        {
            number++;
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (document is not null)
                {
                    yield return document.ToGold();
                }
                document = new GumDocument(line["# newdoc id = ".Length..]);
            }
            else if (line.StartsWith("# meta::genre = ", StringComparison.Ordinal) && document is not null)
            {
                document.Genre = line["# meta::genre = ".Length..];
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                document?.NewParagraph();
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var fields = line.Split('\t');
                if (fields.Length < 10 || document is null)
                {
                    throw new GoldException($"{path} line {number}", "is no token line inside a document");
                }
                if (!fields[0].Contains('-') && !fields[0].Contains('.'))
                {
                    document.Token(fields[1], fields[3], fields[7].Split(':')[0], fields[9]);
                }
            }
        }
        if (document is not null)
        {
            yield return document.ToGold();
        }
    }
}
