namespace EntityGraph.Extraction.References;

/// <summary>Says which entity the source of an attribution is.</summary>
internal static class SpeakerResolver
{
    public static void Resolve(ArticleDraft draft, AttributionDraft attribution)
    {
        if (attribution.Source is not { } source)
            return;
        var inside = draft.Mentions.Where(m => source.Contains(m.Span)).ToList();
        if (inside.Any(m => m.Form == PronounForm.I && m.Entity is null) && attribution.Outer?.Speaker is { } outer)
        {
            attribution.Speaker = outer;
            return;
        }

        // A name before a pronoun or description, and of several the first.
        var mention = inside.Where(m => m.Entity is not null).OrderBy(m => m.Kind != MentionKind.Name).ThenBy(m => m.Span.First).FirstOrDefault();
        (attribution.Speaker, attribution.SpeakerMention) = (mention?.Entity, mention);
    }
}
