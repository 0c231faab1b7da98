using System.Globalization;

namespace EntityGraph.Evaluation;

/// <summary>Reads GAP (Webster et al. 2018): its authors' tab-separated file, offsets in code points.</summary>
public static class GapReader
{
    private static readonly HashSet<string> Feminine = new(StringComparer.OrdinalIgnoreCase) { "she", "her", "hers" };

    /// <summary>Reads a file, gzipped if its name ends in .gz.</summary>
    /// <exception cref="GoldException">A line has too few fields or an offset is no number.</exception>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        Dictionary<string, int>? columns = null;
        var number = 0;
        foreach (var line in GoldLines.Of(path))
        {
            number++;
            var fields = line.Split('\t');
            if (columns is null)
            {
                columns = fields.Select((f, i) => (f, i)).ToDictionary(x => x.f, x => x.i);
                continue;
            }
            string Field(string column) => columns.TryGetValue(column, out var i) && i < fields.Length
                ? fields[i] : throw new GoldException($"{path} line {number}", $"there is no {column}");
            var text = Field("Text");
            var points = new CodePoints(text);
            TextSpan Span(string column)
            {
                if (!int.TryParse(Field(column + "-offset"), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
                {
                    throw new GoldException($"{path} line {number}", $"{column}-offset is no number");
                }
                return points.Span(start, start + Field(column).EnumerateRunes().Count());
            }
            yield return new GoldArticle
            {
                Id = Field("ID"),
                Text = text,
                Genre = Feminine.Contains(Field("Pronoun")) ? "feminine" : "masculine",
                Pronouns =
                [
                    new GoldPronoun(Span("Pronoun"), [(Span("A"), Field("A-coref") == "TRUE"), (Span("B"), Field("B-coref") == "TRUE")]),
                ],
            };
        }
    }
}
