namespace EntityGraph.Extraction;

/// <summary>Turns a finished draft into what the rest of the program sees.</summary>
internal static class AnnotationBuilder
{
    public static AnnotatedArticle Build(ArticleDraft draft)
    {
        var ids = Ids(draft);
        return new AnnotatedArticle
        {
            Article = draft.Article,
            Sentences = draft.Sentences,
            Entities = [.. ids.Select(e => Entity(draft, e.Key, e.Value))],
            Attributions = [.. draft.Attributions
                .OrderBy(a => a.Content[0].First)
                .SelectMany(a => a.FurtherSpeakers.Prepend(a.Speaker).Select(speaker => (a, speaker)))
                .Select((p, i) => Attribution(draft, p.a, p.speaker, $"a{i + 1}", ids))],
            Roles = [.. draft.Roles.Where(r => ids.ContainsKey(r.Holder)).OrderBy(r => r.Evidence.First).Select(r => new RoleClaim(
                ids[r.Holder], r.Role, r.Organisation is { } body ? ids.GetValueOrDefault(body) : null, draft.Span(r.Evidence), r.IsFormer))],
        };
    }

    /// <summary>The entities that the article names, in the order of their first mentions, with their ids.</summary>
    public static Dictionary<EntityDraft, string> Ids(ArticleDraft draft) => draft.Entities
        .Where(e => e.Mentions.Any(m => m.Kind == MentionKind.Name))
        .OrderBy(e => e.Mentions.Min(m => m.Span.First))
        .Select((e, i) => (e, Id: $"e{i + 1}"))
        .ToDictionary(p => p.e, p => p.Id);

    private static AnnotatedEntity Entity(ArticleDraft draft, EntityDraft entity, string id) => new(
        id,
        entity.Type,
        FullestName(draft, entity),
        [.. entity.Mentions.OrderBy(m => m.Span.First).Select(m => new Mention(draft.Span(m.Span), m.Kind, Math.Round(m.Confidence * m.Likelihood, 3)))]);

    // The most words without titles, then mixed case before capitals throughout, then the longest, then the first.
    private static string FullestName(ArticleDraft draft, EntityDraft entity)
    {
        var names = entity.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => Names.NameKey.Display(draft.Cut(m.Span), entity.Type));
        return names
            .OrderByDescending(n => n.Count(char.IsWhiteSpace))
            .ThenByDescending(n => n.Any(char.IsLower))
            .ThenByDescending(n => n.Length)
            .First();
    }

    private static Attribution Attribution(
        ArticleDraft draft, AttributionDraft attribution, EntityDraft? speaker, string id, Dictionary<EntityDraft, string> ids)
    {
        var mentioned = draft.Mentions
            .Where(m => m.Entity is { } e && e != speaker && ids.ContainsKey(e)
                && attribution.Content.Any(c => c.Contains(m.Span)))
            .Select(m => ids[m.Entity!])
            .Distinct();
        return new Attribution
        {
            Id = id,
            SpeakerId = speaker is null ? null : ids.GetValueOrDefault(speaker),
            Kind = KindOf(draft, attribution),
            Source = attribution.Source is { } source ? [draft.Span(source)] : [],
            Cue = attribution.Cue is { } cue ? [draft.Span(cue)] : [],
            Content = [.. attribution.Content.Select(draft.Span)],
            MentionedIds = [.. mentioned],
            Confidence = Math.Round(attribution.Confidence, 3),
        };
    }

    // Direct: every word quoted; mixed: some; indirect: none.
    private static AttributionKind KindOf(ArticleDraft draft, AttributionDraft attribution)
    {
        var (words, quoted) = (0, 0);
        foreach (var piece in attribution.Content)
        {
            for (var w = piece.First; w <= piece.Last; w++)
            {
                if (!char.IsLetterOrDigit(draft.Text[draft.Words[w].Start]))
                    continue;
                words++;
                quoted += draft.IsQuoted[w] ? 1 : 0;
            }
        }

        // A nested content inside a quotation is in the quoting person's words, not its speaker's.
        if (quoted == 0 || (attribution.IsNested && !StartsWithQuote(draft, attribution)))
            return AttributionKind.Indirect;
        return quoted == words ? AttributionKind.Direct : AttributionKind.Mixed;
    }

    private static bool StartsWithQuote(ArticleDraft draft, AttributionDraft attribution) =>
        draft.Text[draft.Words[attribution.Content[0].First].Start] is '"' or '“' or '‘' or '\'';
}
