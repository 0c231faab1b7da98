using System.Globalization;
using System.Text.Json;

namespace EntityGraph.Evaluation;

/// <summary>Reads PolNeAR (Newell et al. 2018) as JSON Lines: attributions in political news, spans in code points.</summary>
public static class PolnearReader
{
    /// <summary>Reads a file, gzipped if its name ends in .gz. Of several annotations of an article the first counts.</summary>
    /// <exception cref="GoldException">A line is malformed.</exception>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        var number = 0;
        foreach (var line in GoldLines.Of(path))
        {
            number++;
            LineForm form;
            try
            {
                form = JsonSerializer.Deserialize<LineForm>(line, JsonForm.Strict)
                    ?? throw new GoldException($"{path} line {number}", "is empty");
            }
            catch (JsonException e)
            {
                throw new GoldException($"{path} line {number}", e.Message, e);
            }
            var points = new CodePoints(form.Text);
            var attributions = form.Annotations.Count == 0 ? [] : form.Annotations[0].Attributions;
            yield return new GoldArticle
            {
                Id = form.Id,
                Text = form.Text,
                Genre = form.Publisher,
                MarksNested = false,
                Attributions = [.. attributions.Select((a, i) => new GoldAttribution(
                    (i + 1).ToString(CultureInfo.InvariantCulture), points.Spans(a.Source), points.Spans(a.Cue), points.Spans(a.Content)))],
            };
        }
    }

    private sealed record LineForm(string Id, string Text, IReadOnlyList<AnnotationForm> Annotations, string? Publisher = null);

    private sealed record AnnotationForm(IReadOnlyList<AttributionForm> Attributions);

    private sealed record AttributionForm(IReadOnlyList<int[]> Source, IReadOnlyList<int[]> Cue, IReadOnlyList<int[]> Content);
}
