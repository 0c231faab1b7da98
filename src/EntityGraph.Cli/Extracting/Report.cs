using System.Globalization;
using EntityGraph.Extraction;
using Spectre.Console;

namespace EntityGraph.Cli.Extracting;

/// <summary>Prints an annotated article for people: its text marked, then who said what of whom.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private const int LongestQuotation = 240;

    private readonly bool _inColour = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    /// <summary>Prints an article under the name of its input.</summary>
    public void Write(string name, AnnotatedArticle annotated, IReadOnlyList<ReferenceDecision> decisions)
    {
        var entities = annotated.Entities.ToDictionary(e => e.Id);
        var article = annotated.Article;
        console.Write(new Rule(Markup.Escape(Printable.Line(article.Title ?? name))) { Justification = Justify.Left });
        Line(string.Join(" · ", new[] { name, article.Outlet, article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(s => s is not null)));
        console.WriteLine();
        console.Write(new Indented(MarkedText.Of(article.Text.TrimEnd(), Marks(annotated), 0, _inColour), 0));
        WriteStatements(annotated, entities);
        WriteEntities(annotated);
        WriteDecisions(annotated, entities, decisions);
        console.WriteLine();
    }

    private static IEnumerable<(TextSpan, Mark)> Marks(AnnotatedArticle annotated) =>
        annotated.Attributions.SelectMany(a => a.Content.Select(c => (c, Mark.Content)).Concat(a.Cue.Select(c => (c, Mark.Cue))))
            .Concat(annotated.Entities.SelectMany(e => e.Mentions.Select(m => (m.Span, MarkedText.MarkOf(e.Type)))));

    private void WriteStatements(AnnotatedArticle annotated, Dictionary<string, AnnotatedEntity> entities)
    {
        console.WriteLine();
        if (annotated.Attributions.Count == 0)
        {
            Line("Nobody says anything in it.");
            return;
        }

        Line("Who said what of whom", Decoration.Bold);
        foreach (var attribution in annotated.Attributions)
        {
            var line = new Paragraph("  ");
            if (attribution.SpeakerId is { } speaker)
                AppendName(line, entities[speaker]);
            else
                line.Append(Words(attribution.Source, annotated.Article.Text) is { Length: > 0 } source ? Printable.Line(source) : "(nobody named)");
            for (var i = 0; i < attribution.MentionedIds.Count; i++)
            {
                line.Append(i == 0 ? " of " : ", ");
                AppendName(line, entities[attribution.MentionedIds[i]]);
            }

            line.Append($"  {attribution.Kind.ToString().ToLowerInvariant()}, {attribution.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}", new Style(decoration: Decoration.Dim));
            console.Write(line);
            console.WriteLine();
            var words = Printable.Line(Shortened(Words(attribution.Content, annotated.Article.Text)));
            console.Write(new Indented(new Paragraph(words, _inColour ? MarkedText.StyleOf(Mark.Content) : Style.Plain), 4));
        }
    }

    private void WriteEntities(AnnotatedArticle annotated)
    {
        if (annotated.Entities.Count == 0)
            return;
        console.WriteLine();
        Line("Who is in it", Decoration.Bold);
        foreach (var entity in annotated.Entities)
        {
            var line = new Paragraph("  ");
            AppendName(line, entity);
            var mentions = entity.Mentions.Count == 1 ? "1 mention" : $"{entity.Mentions.Count} mentions";
            line.Append($"  {entity.Type.ToString().ToLowerInvariant()}, {mentions}", new Style(decoration: Decoration.Dim));
            console.Write(line);
            console.WriteLine();
            foreach (var role in annotated.Roles.Where(r => r.HolderId == entity.Id))
            {
                var of = annotated.Entities.FirstOrDefault(e => e.Id == role.OrganisationId) is { } body ? $", {body.Name}" : "";
                console.Write(new Indented(new Paragraph(Printable.Line($"{(role.IsFormer ? "formerly " : "")}{role.Role}{of}")), 4));
            }
        }
    }

    private void WriteDecisions(AnnotatedArticle annotated, Dictionary<string, AnnotatedEntity> entities, IReadOnlyList<ReferenceDecision> decisions)
    {
        if (decisions.Count == 0)
            return;
        console.WriteLine();
        Line("Why pronouns and descriptions were taken for whom", Decoration.Bold);
        foreach (var decision in decisions)
        {
            var taken = decision.EntityId is { } id ? entities[id].Name : "nobody named";
            Line(string.Create(CultureInfo.InvariantCulture, $"  {decision.Span.In(annotated.Article.Text)}, at {decision.Span.Start}: {taken} (none above {decision.None:0.00})"));
            foreach (var candidate in decision.Candidates)
            {
                var reasons = candidate.Reasons.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Sign} {r.Value:0.##} ({r.Weight:+0.00;-0.00})"));
                console.Write(new Indented(new Paragraph(Printable.Line(string.Create(
                    CultureInfo.InvariantCulture, $"{candidate.Probability:0.00} {entities[candidate.EntityId].Name}: {string.Join(", ", reasons)}")), new Style(decoration: Decoration.Dim)), 4));
            }
        }
    }

    private void AppendName(Paragraph line, AnnotatedEntity entity) =>
        line.Append(Printable.Line(entity.Name), _inColour ? MarkedText.StyleOf(MarkedText.MarkOf(entity.Type)) : Style.Plain);

    private void Line(string text, Decoration decoration = Decoration.None) =>
        console.Write(new Paragraph(Printable.Line(text) + "\n", new Style(decoration: decoration)));

    private static string Words(IReadOnlyList<TextSpan> spans, string text) => string.Join(" … ", spans.Select(s => s.In(text)));

    private static string Shortened(string words) =>
        words.Length <= LongestQuotation ? words : string.Concat(words.AsSpan(0, words.LastIndexOf(' ', LongestQuotation) is var end and > 0 ? end : LongestQuotation), " …");
}
