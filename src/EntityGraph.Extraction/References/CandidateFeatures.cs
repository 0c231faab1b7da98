namespace EntityGraph.Extraction.References;

/// <summary>Turns what is known of a reference and its candidates into the numbers that the rankers read.</summary>
internal static class CandidateFeatures
{
    private const int FarSentences = 20;

    // A candidate without rivals leads by more than any score.
    private const float NoLead = 60;
    private static readonly int Width = Enum.GetValues<Feature>().Length;

    public static List<Candidate> Of(ReferenceContext context, MentionDraft reference, AttributionDraft? within, List<CandidateMentions> found)
    {
        var own = Own(context, reference, within);
        own[(int)Feature.Candidates] = found.Count;
        var spokeLast = SpokeLast(context, reference);
        var head = reference.Kind == MentionKind.Nominal ? Descriptions.Head(context.Draft, reference.Span) : "";
        var withHead = head.Length == 0 ? 0 : found.Count(f => GoesWith(context, f.Entity, head));
        var candidates = new List<Candidate>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var candidate = new Candidate(found[i].Entity, (float[])own.Clone());
            Scores(candidate, found, i);
            Place(context, reference, candidate, found[i]);
            Standing(context, reference, candidate, found, i);
            Speech(context, reference, within, candidate, found[i], spokeLast);
            if (head.Length > 0)
                Wording(context, reference, candidate, found[i], head, withHead);
            candidate[Feature.IsNamedInside] = Bit(found[i].StandsInside(reference.Span));
            candidate[Feature.IsMentionedAround] = Bit(found[i].StandsAround(reference.Span));
            candidates.Add(candidate);
        }

        return candidates;
    }

    private static float[] Own(ReferenceContext context, MentionDraft reference, AttributionDraft? within)
    {
        var (draft, span) = (context.Draft, reference.Span);
        var own = new float[Width];
        void Set(Feature feature, float value) => own[(int)feature] = value;
        Set(Feature.IsHe, Bit(reference.Form == PronounForm.He));
        Set(Feature.IsShe, Bit(reference.Form == PronounForm.She));
        Set(Feature.IsIt, Bit(reference.Form == PronounForm.It));
        Set(Feature.PlaceInSentence, Math.Min(context.PlaceInSentence(reference), 30));
        Set(Feature.StartsParagraph, Bit(span.First == 0 || draft.ParagraphOf[span.First] != draft.ParagraphOf[span.First - 1]));
        Set(Feature.InTitle, Bit(context.Paragraph(reference) == 0));
        Set(Feature.IsQuoted, Bit(context.IsQuoted(reference)));
        Set(Feature.IsInContent, Bit(within is not null));
        Set(Feature.IsSource, Bit(context.SourceOf.ContainsKey(reference)));
        Set(Feature.Words, span.Length);
        Set(Feature.Probability, (float)reference.Confidence);
        if (reference.Kind == MentionKind.Pronoun)
        {
            Set(Feature.IsPossessive, Bit(Wordings.IsPossessive(draft, span.First)));
            Set(Feature.IsObject, Bit(Wordings.IsObject(draft, span.First)));
            Set(Feature.IsReflexive, Bit(Wordings.IsReflexive(draft, span.First)));
        }
        else
        {
            Set(Feature.HasArticle, Bit(draft.IsWord(span.First, "the")));
            Set(Feature.HasOwner, Bit(Wordings.HasOwner(draft, span)));
            Set(Feature.HasPluralHead, Bit(Wordings.IsPlural(Descriptions.Head(draft, span))));
            Set(Feature.FollowsCopula, Bit(Wordings.FollowsCopula(draft, span.First)));
        }

        return own;
    }

    private static void Scores(Candidate candidate, List<CandidateMentions> found, int i)
    {
        var mentions = found[i];
        candidate[Feature.BestScore] = mentions.Best;
        candidate[Feature.ScoreOfNearest] = mentions.OfNearest;
        candidate[Feature.MeanScore] = mentions.Mean;
        candidate[Feature.BestScoreOfName] = mentions.OfName;
        candidate[Feature.BestScoreInOtherWindow] = mentions.InOtherWindow;
        candidate[Feature.ScoreOfLaterName] = mentions.OfLater;
        var (lead, rank) = (NoLead, 0);
        for (var k = 0; k < found.Count; k++)
        {
            if (k == i)
                continue;
            lead = Math.Min(lead, mentions.Overall - found[k].Overall);
            rank += found[k].Overall > mentions.Overall ? 1 : 0;
        }

        candidate[Feature.LeadOverOthers] = lead;
        candidate[Feature.RankByScore] = rank;
    }

    private static void Place(ReferenceContext context, MentionDraft reference, Candidate candidate, CandidateMentions mentions)
    {
        candidate[Feature.SentencesToLaterName] = mentions.Later is { } later ? context.Sentence(later) - context.Sentence(reference) : FarSentences;
        if (mentions.Nearest is not { } nearest)
        {
            candidate[Feature.SentencesApart] = candidate[Feature.ParagraphsApart] = FarSentences;
            candidate[Feature.WordsApart] = candidate[Feature.MentionsApart] = 99;
            return;
        }

        var draft = context.Draft;
        var sentences = context.Sentence(reference) - context.Sentence(nearest);
        candidate[Feature.SentencesApart] = sentences;
        candidate[Feature.ParagraphsApart] = context.Paragraph(reference) - context.Paragraph(nearest);
        candidate[Feature.WordsApart] = Math.Clamp(reference.Span.First - nearest.Span.Last, 0, 99);
        candidate[Feature.MentionsApart] = mentions.MentionsApart;
        candidate[Feature.InSameSentence] = Bit(sentences == 0);
        candidate[Feature.NearestIsName] = Bit(nearest.Kind == MentionKind.Name);
        candidate[Feature.NearestIsPronoun] = Bit(nearest.Kind == MentionKind.Pronoun);
        candidate[Feature.NearestIsSamePronoun] = Bit(nearest.Form != PronounForm.None && nearest.Form == reference.Form);
        var place = context.PlaceInSentence(nearest);
        candidate[Feature.NearestStartsSentence] = Bit(place == 0);
        candidate[Feature.NearestPlaceInSentence] = Math.Min(place, 30);
        candidate[Feature.NearestIsSource] = Bit(context.SourceOf.ContainsKey(nearest));
        candidate[Feature.NearestIsInContent] = Bit(context.ContentOf.ContainsKey(nearest));
        candidate[Feature.NearestIsQuoted] = Bit(context.IsQuoted(nearest));
        for (var w = nearest.Span.Last + 1; sentences == 0 && w < reference.Span.First; w++)
            candidate[Feature.PunctuationBetween] += char.IsLetterOrDigit(draft.Text[draft.Words[w].Start]) ? 0 : 1;
    }

    private static void Standing(ReferenceContext context, MentionDraft reference, Candidate candidate, List<CandidateMentions> found, int i)
    {
        var entity = candidate.Entity;
        candidate[Feature.IsPerson] = Bit(entity.Type == EntityType.Person);
        candidate[Feature.IsOrganisation] = Bit(entity.Type == EntityType.Organisation);
        candidate[Feature.IsPlace] = Bit(entity.Type == EntityType.Place);
        candidate[Feature.GenderAgrees] = Wordings.Direction(context.Draft, reference) * (float)Math.Clamp(entity.Masculinity, -100, 100);
        candidate[Feature.Mentions] = entity.Mentions.Count;
        candidate[Feature.EarlierMentions] = found[i].Earlier;
        candidate[Feature.MentionedInTitle] = Bit(context.NamesInTitle.Contains(entity));
        candidate[Feature.FirstMentionedAt] = Math.Min(context.Draft.SentenceOf[entity.FirstWord], 30);
        var total = 0;
        foreach (var other in found)
        {
            total += other.Entity.Mentions.Count;
            candidate[Feature.RankByMentions] += other.Entity.Mentions.Count > entity.Mentions.Count ? 1 : 0;
            candidate[Feature.RankByRecency] += other.Nearest is { } o && (found[i].Nearest is not { } n || o.Span.First > n.Span.First) ? 1 : 0;
        }

        candidate[Feature.ShareOfMentions] = entity.Mentions.Count / (float)total;
    }

    private static void Speech(
        ReferenceContext context, MentionDraft reference, AttributionDraft? within, Candidate candidate, CandidateMentions mentions, EntityDraft? spokeLast)
    {
        var isSpeaker = within?.Speaker == candidate.Entity;
        candidate[Feature.IsSpeaker] = Bit(isSpeaker);
        candidate[Feature.IsSpeakerAndQuoted] = Bit(isSpeaker && context.IsQuoted(reference));
        candidate[Feature.SpokeLast] = Bit(spokeLast == candidate.Entity);
        if (mentions.Nearest is { } nearest)
        {
            var content = context.ContentOf.GetValueOrDefault(nearest);
            candidate[Feature.InSameContent] = Bit(within is not null && content == within);
            // Who is quoted is not who the quotation speaks of.
            candidate[Feature.IsInOwnQuotation] = Bit(content is not null && context.IsQuoted(nearest)
                && context.SourceOf.GetValueOrDefault(reference) == content);
        }
    }

    private static void Wording(
        ReferenceContext context, MentionDraft reference, Candidate candidate, CandidateMentions mentions, string head, int withHead)
    {
        var (draft, entity) = (context.Draft, candidate.Entity);
        candidate[Feature.HeadIsInName] = Bit(Descriptions.IsInName(entity, head));
        candidate[Feature.HeadDescribedIt] = Bit(context.Descriptions.Has(entity, head));
        candidate[Feature.HeadReferredToIt] = Bit(context.Descriptions.Referred(entity, head));
        candidate[Feature.HeadGoesWithAnother] = Bit(withHead > (GoesWith(context, entity, head) ? 1 : 0));
        candidate[Feature.HeadFitsType] = Nouns.Fit(head, entity.Type);
        candidate[Feature.NameFollowsComma] = Bit(mentions.Later is { } later && later.Span.First == reference.Span.Last + 2
            && draft.IsWord(reference.Span.Last + 1, ","));
        candidate[Feature.FollowsNameAndComma] = Bit(mentions.Nearest is { Kind: MentionKind.Name } name
            && name.Span.Last == reference.Span.First - 2 && draft.IsWord(reference.Span.First - 1, ","));
    }

    private static bool GoesWith(ReferenceContext context, EntityDraft entity, string head) =>
        Descriptions.IsInName(entity, head) || context.Descriptions.Has(entity, head) || context.Descriptions.Referred(entity, head);

    // Whoever the last source before the reference is, itself left out.
    private static EntityDraft? SpokeLast(ReferenceContext context, MentionDraft reference)
    {
        for (var i = context.Index[reference] - 1; i >= 0; i--)
        {
            var earlier = context.Draft.Mentions[i];
            if (earlier.Entity is { } entity && context.SourceOf.ContainsKey(earlier))
                return entity;
        }

        return null;
    }

    private static float Bit(bool value) => value ? 1 : 0;
}
