namespace EntityGraph.Evaluation;

/// <summary>Finds an article's prediction among those read from a file, and fits its spans to the gold's text.</summary>
public sealed class Predictions(IReadOnlyDictionary<string, AnnotatedArticle> byId, string name)
{
    /// <summary>The annotated article for a gold one.</summary>
    /// <exception cref="GoldException">There is none, or its text is another.</exception>
    public AnnotatedArticle Of(GoldArticle gold)
    {
        if (!byId.TryGetValue(gold.Id, out var found))
        {
            throw new GoldException(name, $"there is no article '{gold.Id}'");
        }
        if (found.Article.Text == gold.Text)
        {
            return found;
        }
        // White space at the ends may have been trimmed or added on the way; nothing else may.
        var inner = found.Article.Text.Trim();
        var at = gold.Text.IndexOf(inner, StringComparison.Ordinal);
        if (at < 0 || inner != gold.Text.Trim())
        {
            throw new GoldException(name, $"the text of '{gold.Id}' is not the gold's");
        }
        return Shift(found, at - found.Article.Text.IndexOf(inner, StringComparison.Ordinal), gold.Text);
    }

    private static AnnotatedArticle Shift(AnnotatedArticle found, int by, string text)
    {
        TextSpan Move(TextSpan s) => new(s.Start + by, s.End + by);
        return found with
        {
            Article = found.Article with { Text = text },
            Sentences = [.. found.Sentences.Select(Move)],
            Entities = [.. found.Entities.Select(e => e with { Mentions = [.. e.Mentions.Select(m => m with { Span = Move(m.Span) })] })],
            Attributions = [.. found.Attributions.Select(a => a with
            {
                Source = [.. a.Source.Select(Move)],
                Cue = [.. a.Cue.Select(Move)],
                Content = [.. a.Content.Select(Move)],
            })],
            Roles = [.. found.Roles.Select(r => r with { Evidence = Move(r.Evidence) })],
        };
    }
}
