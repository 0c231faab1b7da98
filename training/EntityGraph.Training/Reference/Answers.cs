using EntityGraph.Evaluation;
using EntityGraph.Extraction;

namespace EntityGraph.Training.Reference;

/// <summary>What a predicted reference refers to according to the gold.</summary>
/// <param name="Known">Whether the gold says at all: of some texts only one pronoun is annotated.</param>
/// <param name="Right">The predicted entities that are it; empty for none of them.</param>
/// <param name="Wrong">The predicted entities that it is known not to be; null for all that are not right.</param>
internal sealed record Answer(bool Known, IReadOnlyList<EntityDraft> Right, IReadOnlyList<EntityDraft>? Wrong = null)
{
    public static readonly Answer Unknown = new(false, []);

    public static readonly Answer None = new(true, []);
}

/// <summary>Ties the references that the tagger finds in an article to the gold's mentions, and the names to its entities.</summary>
internal sealed class Answers
{
    private readonly GoldArticle _gold;
    private readonly ArticleDraft _draft;
    private readonly Dictionary<string, List<EntityDraft>> _predictedOf = [];
    private readonly List<(TextSpan Span, TextSpan? Head, string? Entity)> _references = [];

    /// <param name="gold">The gold.</param>
    /// <param name="draft">The article, its names found.</param>
    public Answers(GoldArticle gold, ArticleDraft draft)
    {
        (_gold, _draft) = (gold, draft);
        if (gold.Entities is null)
            return;
        var names = gold.Entities.SelectMany(e => e.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => (e.Id, m.Span))).ToList();
        foreach (var (entity, best) in draft.Entities.Select(e => (e, Best(draft, e, names))).Where(p => p.Item2 is not null))
        {
            if (!_predictedOf.TryGetValue(best!, out var predicted))
                _predictedOf[best!] = predicted = [];
            predicted.Add(entity);
        }

        foreach (var entity in gold.Entities)
        {
            _references.AddRange(entity.Mentions.Where(m => m.Kind != MentionKind.Name)
                .Select(m => (m.Span, m.Head, m.Plural ? null : (string?)entity.Id)));
        }
    }

    public Answer Of(MentionDraft reference)
    {
        var span = _draft.Span(reference.Span);
        if (_gold.Pronouns is { } pronouns)
            return pronouns.FirstOrDefault(p => p.Span == span) is { } pronoun ? OfPronoun(pronoun) : Answer.Unknown;
        foreach (var (goldSpan, head, entity) in _references)
        {
            if (goldSpan == span || (head is { } h && goldSpan.Contains(span) && span.Contains(h)))
                return entity is null ? Answer.Unknown : new Answer(true, _predictedOf.GetValueOrDefault(entity) ?? []);
        }

        // A phrase of which the gold has another cut is neither right nor wrong.
        return reference.Kind == MentionKind.Nominal && _references.Any(r => r.Head is null && r.Span.Overlaps(span) && (r.Span.End == span.End || r.Span.Start == span.Start))
            ? Answer.Unknown : Answer.None;
    }

    private Answer OfPronoun(GoldPronoun pronoun)
    {
        var named = pronoun.Names
            .Select(n => (n.Same, Entity: _draft.Entities.FirstOrDefault(e => e.Mentions.Any(m => m.Kind == MentionKind.Name && _draft.Span(m.Span).Overlaps(n.Span)))))
            .Where(n => n.Entity is not null).ToList();
        var right = named.Where(n => n.Same).Select(n => n.Entity!).Distinct().ToList();
        return new Answer(true, right, right.Count > 0 ? null : [.. named.Select(n => n.Entity!)]);
    }

    private static string? Best(ArticleDraft draft, EntityDraft entity, List<(string Id, TextSpan Span)> names) => entity.Mentions
        .SelectMany(m => names.Where(n => n.Span.Overlaps(draft.Span(m.Span))).Select(n => (n.Id, Weight: n.Span == draft.Span(m.Span) ? 2 : 1)))
        .GroupBy(n => n.Id).OrderByDescending(g => g.Sum(n => n.Weight)).FirstOrDefault()?.Key;
}
