using Spectre.Console.Rendering;

namespace EntityGraph.Cli;

/// <summary>Something to print moved to the right, its wrapped lines too, with no spaces left behind at their ends.</summary>
internal sealed class Indented(IRenderable inner, int spaces) : Renderable
{
    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(inner.Render(options, Math.Max(1, maxWidth - spaces))))
        {
            var last = line.FindLastIndex(segment => !string.IsNullOrWhiteSpace(segment.Text));
            if (last >= 0 && spaces > 0)
                yield return Segment.Padding(spaces);
            for (var i = 0; i <= last; i++)
                yield return i == last ? new Segment(line[i].Text.TrimEnd(), line[i].Style) : line[i];
            yield return Segment.LineBreak;
        }
    }
}
