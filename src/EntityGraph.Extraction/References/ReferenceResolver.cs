namespace EntityGraph.Extraction.References;

/// <summary>
/// Finds the antecedent of a reference among the mentions before it: the one that agrees with it and has the best score, which is
/// the tagger's own and what the attributions say of who is talking about whom.
/// </summary>
internal sealed class ReferenceResolver
{
    private const int MaxSentences = 12;
    private readonly ArticleDraft _draft;
    private readonly ReferenceWeights _weights;
    private readonly Dictionary<MentionDraft, AttributionDraft> _contentOf = [];
    private readonly Dictionary<MentionDraft, AttributionDraft> _sourceOf = [];
    private readonly Dictionary<MentionDraft, int> _index;
    private readonly Descriptions _descriptions;

    public ReferenceResolver(ArticleDraft draft, ReferenceWeights weights)
    {
        (_draft, _weights) = (draft, weights);
        _descriptions = new Descriptions(draft);
        _index = draft.Mentions.Select((m, i) => (m, i)).ToDictionary(p => p.m, p => p.i);
        var outer = draft.Attributions.Where(a => !a.IsNested).ToList();
        foreach (var mention in draft.Mentions)
        {
            foreach (var attribution in outer)
            {
                if (attribution.Content.Any(c => c.Contains(mention.Span)))
                    _contentOf.TryAdd(mention, attribution);
                if (attribution.Source is { } source && source.Contains(mention.Span))
                    _sourceOf.TryAdd(mention, attribution);
            }
        }

    }

    /// <param name="reference">The pronoun or description to resolve.</param>
    /// <param name="within">The attribution inside whose content it stands, its speaker known, or null.</param>
    public void Resolve(MentionDraft reference, AttributionDraft? within)
    {
        var entity = reference.Form switch
        {
            PronounForm.I => within?.Speaker,
            PronounForm.We => within?.Speaker is { Type: EntityType.Organisation } ? within.Speaker : null,
            PronounForm.You => null,
            _ => Apposition(reference) ?? Antecedent(reference, within),
        };
        if (entity is null)
            return;
        reference.Entity = entity;
        entity.Mentions.Add(reference);
        if (reference.Kind == MentionKind.Nominal)
            _descriptions.Add(entity, Descriptions.Head(_draft, reference.Span));
        entity.Masculinity += Direction(reference.Form) * _weights.PronounGender;
    }

    // "The council leader, Jo Marsh, …": the name comes right behind.
    private EntityDraft? Apposition(MentionDraft reference)
    {
        var next = _index[reference] + 1;
        if (reference.Kind != MentionKind.Nominal || next >= _draft.Mentions.Count || _draft.Mentions[next] is not { Kind: MentionKind.Name } name)
            return null;
        return name.Span.First == reference.Span.Last + 2 && _draft.IsWord(reference.Span.Last + 1, ",") ? name.Entity : null;
    }

    private EntityDraft? Antecedent(MentionDraft reference, AttributionDraft? within)
    {
        var best = (Entity: (EntityDraft?)null, Score: reference.Form switch
        {
            PronounForm.He or PronounForm.She => _weights.PersonThreshold,
            PronounForm.It or PronounForm.They => _weights.ThingThreshold,
            _ => _weights.NominalThreshold,
        });
        for (var i = _index[reference] - 1; i >= 0; i--)
        {
            var earlier = _draft.Mentions[i];
            if (Distance(reference, earlier) > MaxSentences)
                break;
            if (earlier.Entity is not { } entity || earlier.Span.Contains(reference.Span) || !MayBe(reference, earlier, entity, within))
                continue;
            var score = Score(reference, earlier, entity, within);
            if (score > best.Score)
                best = (entity, score);
        }

        return best.Entity;
    }

    private double Score(MentionDraft reference, MentionDraft earlier, EntityDraft entity, AttributionDraft? within)
    {
        double score = _draft.Output.Coreference(reference.Span, earlier.Span);
        if (_draft.Output.WindowOf[reference.Span.First] != _draft.Output.WindowOf[earlier.Span.First])
            score = _weights.OtherWindow + _weights.OtherWindowScore * score;
        score += _weights.Sentence * Distance(reference, earlier)
            + _weights.Frequency * Math.Log2(entity.Mentions.Count);
        if (_draft.ParagraphOf[reference.Span.First] != _draft.ParagraphOf[earlier.Span.First])
            score += _weights.Paragraph;
        var clash = -Direction(reference.Form) * entity.Masculinity;
        if (clash > 0)
            score += _weights.GenderClash * clash;
        if (reference.Kind == MentionKind.Nominal)
        {
            var head = Descriptions.Head(_draft, reference.Span);
            if (Descriptions.IsInName(entity, head))
                score += _weights.HeadInName;
            else if (_descriptions.Has(entity, head))
                score += _weights.HeadInRole;
        }

        if (within is null)
        {
            if (_contentOf.ContainsKey(earlier))
                score += _weights.CandidateInContent;
            if (_sourceOf.ContainsKey(earlier) && _sourceOf.ContainsKey(reference))
                score += _weights.SourceToSource;
        }
        else
        {
            if (_contentOf.GetValueOrDefault(earlier) == within)
                score += _weights.SameContent;
            if (entity == within.Speaker)
                score += reference.Kind == MentionKind.Pronoun ? _weights.SpeakerInReport : _weights.NominalSpeaker;
        }

        return score;
    }

    private int Distance(MentionDraft reference, MentionDraft earlier) =>
        _draft.SentenceOf[reference.Span.First] - _draft.SentenceOf[earlier.Span.First];

    private bool MayBe(MentionDraft reference, MentionDraft earlier, EntityDraft entity, AttributionDraft? within)
    {
        if (!Agrees(reference, entity))
            return false;
        // In a quotation its speaker is "I"; and a source is not who its own quotation speaks of.
        var isQuoted = within is not null && _draft.IsQuoted[reference.Span.First];
        if (isQuoted && reference.Kind == MentionKind.Pronoun && entity == within!.Speaker)
            return false;
        return !(_sourceOf.TryGetValue(reference, out var own) && _contentOf.GetValueOrDefault(earlier) == own
            && _draft.IsQuoted[earlier.Span.First]);
    }

    private static bool Agrees(MentionDraft reference, EntityDraft entity) => reference.Form switch
    {
        PronounForm.He or PronounForm.She => entity.Type == EntityType.Person,
        PronounForm.It => entity.Type != EntityType.Person,
        _ => true,
    };

    private static int Direction(PronounForm form) => form switch
    {
        PronounForm.He => 1,
        PronounForm.She => -1,
        _ => 0,
    };
}
