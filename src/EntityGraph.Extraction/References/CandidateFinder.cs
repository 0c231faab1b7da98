namespace EntityGraph.Extraction.References;

/// <summary>
/// Gathers the entities that a reference may be to: those that agree with it and are mentioned not far before it, or named soon
/// after, as headlines and openings do.
/// </summary>
internal sealed class CandidateFinder(ReferenceContext context)
{
    private const int SentencesBefore = 12;
    private const int SentencesAfterDescription = 6;
    private const int SentencesAfterPronoun = 1;
    private readonly ArticleDraft _draft = context.Draft;

    /// <param name="reference">The pronoun or description.</param>
    /// <param name="within">The attribution inside whose content it stands, its speaker known, or null.</param>
    public List<Candidate> Find(MentionDraft reference, AttributionDraft? within)
    {
        var found = new List<CandidateMentions>();
        var byEntity = new Dictionary<EntityDraft, CandidateMentions>();
        var at = context.Index[reference];
        for (var i = at - 1; i >= 0 && context.Sentence(reference) - context.Sentence(_draft.Mentions[i]) <= SentencesBefore; i--)
        {
            if (Of(_draft.Mentions[i]) is { } mentions)
                mentions.AddEarlier(_draft.Mentions[i], Score(reference, _draft.Mentions[i]), at - i, IsSameWindow(reference, _draft.Mentions[i]));
        }

        var reach = reference.Kind == MentionKind.Nominal || context.Paragraph(reference) == 0 ? SentencesAfterDescription : SentencesAfterPronoun;
        for (var i = at + 1; i < _draft.Mentions.Count && context.Sentence(_draft.Mentions[i]) - context.Sentence(reference) <= reach; i++)
        {
            if (_draft.Mentions[i].Kind == MentionKind.Name && Of(_draft.Mentions[i]) is { } mentions)
                mentions.AddLater(_draft.Mentions[i], Score(_draft.Mentions[i], reference), IsSameWindow(reference, _draft.Mentions[i]));
        }

        return CandidateFeatures.Of(context, reference, within, found);

        CandidateMentions? Of(MentionDraft mention)
        {
            if (mention.Entity is not { } entity || !Agrees(reference, entity))
                return null;
            if (!byEntity.TryGetValue(entity, out var mentions))
                found.Add(byEntity[entity] = mentions = new CandidateMentions(entity));
            return mentions;
        }
    }

    private float Score(MentionDraft later, MentionDraft earlier) => _draft.Output.Coreference(later.Span, earlier.Span);

    private bool IsSameWindow(MentionDraft one, MentionDraft other) =>
        _draft.Output.WindowOf[one.Span.First] == _draft.Output.WindowOf[other.Span.First];

    private static bool Agrees(MentionDraft reference, EntityDraft entity) => reference.Form switch
    {
        PronounForm.He or PronounForm.She => entity.Type == EntityType.Person,
        PronounForm.It => entity.Type != EntityType.Person,
        _ => true,
    };
}

/// <summary>The mentions around a reference of one candidate for it, and the tagger's scores for them.</summary>
internal sealed class CandidateMentions(EntityDraft entity)
{
    /// <summary>Below every score that the tagger gives.</summary>
    public const float NoScore = -30;

    private float _sum;
    private int _scored;

    public EntityDraft Entity { get; } = entity;

    /// <summary>The mention before the reference that is nearest to it, or null.</summary>
    public MentionDraft? Nearest { get; private set; }

    /// <summary>The next name behind it, or null.</summary>
    public MentionDraft? Later { get; private set; }

    public int Earlier { get; private set; }

    public int MentionsApart { get; private set; }

    public float Best { get; private set; } = NoScore;

    public float OfNearest { get; private set; } = NoScore;

    public float OfName { get; private set; } = NoScore;

    public float InOtherWindow { get; private set; } = NoScore;

    public float OfLater { get; private set; } = NoScore;

    public float Mean => _scored == 0 ? NoScore : _sum / _scored;

    /// <summary>The best of all scores, those of other windows for a third: they say less.</summary>
    public float Overall => Math.Max(Math.Max(Best, OfLater), InOtherWindow > NoScore ? 0.4f + (0.3f * InOtherWindow) : NoScore);

    public bool StandsAround(WordSpan span) =>
        Entity.Mentions.Any(m => m.Span != span && m.Span.Contains(span));

    public bool StandsInside(WordSpan span) =>
        Entity.Mentions.Any(m => m.Span != span && span.Contains(m.Span));

    public void AddEarlier(MentionDraft mention, float score, int mentionsApart, bool sameWindow)
    {
        if (Nearest is null)
            (Nearest, MentionsApart, OfNearest) = (mention, mentionsApart, sameWindow ? score : NoScore);
        Earlier++;
        if (!sameWindow)
        {
            InOtherWindow = Math.Max(InOtherWindow, score);
            return;
        }

        Best = Math.Max(Best, score);
        if (mention.Kind == MentionKind.Name)
            OfName = Math.Max(OfName, score);
        _sum += score;
        _scored++;
    }

    public void AddLater(MentionDraft mention, float score, bool sameWindow)
    {
        Later ??= mention;
        if (sameWindow)
            OfLater = Math.Max(OfLater, score);
    }
}
