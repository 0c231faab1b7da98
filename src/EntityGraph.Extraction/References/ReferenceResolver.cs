namespace EntityGraph.Extraction.References;

/// <summary>Finds the antecedent of a reference among the mentions before it: the best by the tagger's vectors that agrees with it.</summary>
internal sealed class ReferenceResolver(ArticleDraft draft)
{
    private const int MaxSentences = 12;
    private const double SentencePenalty = 0.05;

    /// <param name="reference">The pronoun or description to resolve.</param>
    /// <param name="within">The attribution inside whose content it stands, its speaker known, or null.</param>
    public void Resolve(MentionDraft reference, AttributionDraft? within)
    {
        var entity = reference.Form switch
        {
            PronounForm.I => within?.Speaker,
            PronounForm.We => within?.Speaker is { Type: EntityType.Organisation } ? within.Speaker : null,
            PronounForm.You => null,
            _ => Antecedent(reference, within),
        };
        if (entity is null)
            return;
        reference.Entity = entity;
        entity.Mentions.Add(reference);
        if (entity.Gender == Gender.Unknown)
            entity.Gender = GenderOf(reference.Form);
    }

    private EntityDraft? Antecedent(MentionDraft reference, AttributionDraft? within)
    {
        var (best, bestScore) = ((EntityDraft?)null, 0.0);
        foreach (var earlier in draft.Mentions)
        {
            if (earlier.Span.First >= reference.Span.First)
                break;
            if (earlier.Entity is not { } entity || earlier.Span.Contains(reference.Span) || !Agrees(reference, entity))
                continue;
            var distance = Distance(reference, earlier);
            if (distance > MaxSentences)
                continue;
            var score = draft.Output.Coreference(reference.Span, earlier.Span) - SentencePenalty * distance;
            if (score > bestScore)
                (best, bestScore) = (entity, score);
        }

        return best ?? (reference.Form is PronounForm.He or PronounForm.She ? LastPerson(reference) : null);
    }

    // "He" and "she" nearly always have a named antecedent close by.
    private EntityDraft? LastPerson(MentionDraft reference) => draft.Mentions
        .TakeWhile(m => m.Span.First < reference.Span.First)
        .LastOrDefault(m => m.Entity is { Type: EntityType.Person } entity && Distance(reference, m) <= 3 && Agrees(reference, entity))?.Entity;

    private int Distance(MentionDraft reference, MentionDraft earlier) =>
        draft.SentenceOf[reference.Span.First] - draft.SentenceOf[earlier.Span.First];

    private static bool Agrees(MentionDraft reference, EntityDraft entity) => reference.Form switch
    {
        PronounForm.He or PronounForm.She => entity.Type == EntityType.Person
            && (entity.Gender == Gender.Unknown || entity.Gender == GenderOf(reference.Form)),
        PronounForm.It => entity.Type != EntityType.Person,
        _ => true,
    };

    private static Gender GenderOf(PronounForm form) => form switch
    {
        PronounForm.He => Gender.Male,
        PronounForm.She => Gender.Female,
        _ => Gender.Unknown,
    };
}
