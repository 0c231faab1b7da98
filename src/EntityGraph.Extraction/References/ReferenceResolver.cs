namespace EntityGraph.Extraction.References;

/// <summary>Finds what a pronoun or a description refers to: gathers the candidates and lets a ranker choose.</summary>
internal sealed class ReferenceResolver(ArticleDraft draft, IAntecedentChooser chooser)
{
    // How much a resolved "he" or "she" says of its entity's gender; a given name says 20, a title 100.
    private const double GenderOfReference = 5;
    private readonly ReferenceContext _context = new(draft);

    /// <param name="reference">The pronoun or description to resolve.</param>
    /// <param name="within">The attribution inside whose content it stands, its speaker known, or null.</param>
    public void Resolve(MentionDraft reference, AttributionDraft? within)
    {
        var entity = reference.Form switch
        {
            PronounForm.I => within?.Speaker,
            PronounForm.We => within?.Speaker is { Type: EntityType.Organisation } ? within.Speaker : null,
            PronounForm.You => null,
            _ => Choose(reference, within),
        };
        if (entity is null)
            return;
        reference.Entity = entity;
        entity.Mentions.Add(reference);
        entity.Masculinity += GenderOfReference * Wordings.Direction(draft, reference);
        if (reference.Kind == MentionKind.Nominal)
            _context.Descriptions.Refer(entity, Descriptions.Head(draft, reference.Span));
    }

    private EntityDraft? Choose(MentionDraft reference, AttributionDraft? within)
    {
        var kind = (reference.Kind, reference.Form) switch
        {
            (MentionKind.Nominal, _) => ReferenceKind.Descriptions,
            (_, PronounForm.He or PronounForm.She) => ReferenceKind.People,
            _ => ReferenceKind.Things,
        };
        var candidates = new CandidateFinder(_context).Find(reference, within);
        draft.Decisions?.Add(new Decision(reference, kind, candidates));
        var choice = chooser.Choose(kind, reference, candidates);
        reference.Likelihood = choice.Probability;
        return choice.Entity;
    }
}
