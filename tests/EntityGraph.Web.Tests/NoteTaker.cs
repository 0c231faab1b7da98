using System.Text.RegularExpressions;

namespace EntityGraph.Web.Tests;

/// <summary>
/// An annotator that understands notes of the form "Ada Byrne says that Ben Cole left." and nothing else, so that tests of the
/// server know what a text holds. A note "break" cannot be annotated; while it is held, nothing is.
/// </summary>
public sealed partial class NoteTaker : IAnnotator
{
    private readonly ManualResetEventSlim _mayGoOn = new(true);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once something was to be annotated while it was held.</summary>
    public Task Reached => _reached.Task;

    public void Hold() => _mayGoOn.Reset();

    public void GoOn() => _mayGoOn.Set();

    public IReadOnlyList<AnnotatedArticle> Annotate(IReadOnlyList<Article> articles, CancellationToken cancellation = default)
    {
        if (!_mayGoOn.IsSet)
            _reached.TrySetResult();
        _mayGoOn.Wait(cancellation);
        return [.. articles.Select(Annotate)];
    }

    private static AnnotatedArticle Annotate(Article article)
    {
        if (article.Text.Contains("break", StringComparison.Ordinal))
            throw new InvalidOperationException("the note says so");
        var notes = Note().Matches(article.Text);
        var entities = notes.SelectMany(n => new[] { n.Groups["speaker"], n.Groups["mentioned"] })
            .GroupBy(g => g.Value)
            .Select((g, i) => new AnnotatedEntity(
                $"e{i + 1}", EntityType.Person, g.Key, [.. g.Select(m => new Mention(Span(m), MentionKind.Name)).OrderBy(m => m.Span)]))
            .ToList();
        return new AnnotatedArticle
        {
            Article = article,
            Sentences = [.. notes.Select(Span)],
            Entities = entities,
            Attributions = [.. notes.Select((n, i) => new Attribution
            {
                Id = $"a{i + 1}",
                SpeakerId = entities.Single(e => e.Name == n.Groups["speaker"].Value).Id,
                Kind = AttributionKind.Indirect,
                Source = [Span(n.Groups["speaker"])],
                Cue = [Span(n.Groups["cue"])],
                Content = [Span(n.Groups["content"])],
                MentionedIds = [entities.Single(e => e.Name == n.Groups["mentioned"].Value).Id],
                Confidence = 0.9,
            })],
        };
    }

    private static TextSpan Span(Capture part) => new(part.Index, part.Index + part.Length);

    [GeneratedRegex(@"(?<speaker>\p{Lu}\w+ \p{Lu}\w+) (?<cue>says) that (?<content>(?<mentioned>\p{Lu}\w+ \p{Lu}\w+)[^.]*)\.")]
    private static partial Regex Note();
}
