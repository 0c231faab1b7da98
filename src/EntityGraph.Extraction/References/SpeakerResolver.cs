using System.Collections.Frozen;

namespace EntityGraph.Extraction.References;

/// <summary>Says which entity the source of an attribution is: the head of its phrase, not whoever else it names.</summary>
internal static class SpeakerResolver
{
    // What speaks for its owner: "Lowe's office", "a spokesman for Meridian", "the Harbour Trust report".
    private static readonly FrozenSet<string> Voices = new[]
    {
        "office", "statement", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "team", "campaign", "camp", "letter", "report", "poll",
        "survey", "study", "analysis", "filing", "filings", "memo", "tweet", "tweets", "post", "posts", "account", "website", "editorial", "article",
        "review", "inquiry", "audit", "release", "aides", "officials", "lawyers", "administration", "government", "source", "sources", "figures",
        "data", "findings", "investigation", "research", "researchers", "board", "management", "manifesto", "complaint", "lawsuit", "message",
        "email", "emails", "average", "testimony", "diary", "memoir", "book", "speech", "notes", "minutes", "verdict", "ruling", "story", "newspaper",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Owning = new[] { "of", "for", "by", "from", "at" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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

        var named = inside.Where(m => m.Entity is not null).ToList();
        var mention = Head(draft, source, named);
        (attribution.Speaker, attribution.SpeakerMention) = (mention?.Entity, mention);
        if (mention is not null)
            attribution.FurtherSpeakers.AddRange(Conjoined(draft, mention, named).Select(m => m.Entity!).Where(e => e != attribution.Speaker).Distinct());
    }

    // "Obama and Clinton said": whoever is joined to the head by "and" or a comma speaks too.
    private static IEnumerable<MentionDraft> Conjoined(ArticleDraft draft, MentionDraft head, List<MentionDraft> named) => named.Where(m =>
        m.Kind == MentionKind.Name && m.Entity!.Type == head.Entity!.Type && m.Span.Last < head.Span.First && IsAnd(draft, m.Span.Last + 1, head.Span.First - 1));

    private static bool IsAnd(ArticleDraft draft, int first, int last)
    {
        var and = false;
        for (var w = first; w <= last; w++)
        {
            if (draft.IsWord(w, "and") || draft.IsWord(w, "-"))
                and = true;
            else if (!draft.IsWord(w, "the"))
                return false;
        }

        return and;
    }

    private static MentionDraft? Head(ArticleDraft draft, WordSpan source, List<MentionDraft> inside)
    {
        // The whole phrase is a mention; else a person's name that stands for itself, the last where one explains another
        // ("a spokesman for Meridian, Tobin Raghunathan"); else whoever is spoken for.
        return inside.FirstOrDefault(m => m.Kind != MentionKind.Nominal && Covers(draft, m.Span, source))
            ?? inside.LastOrDefault(m => m.Kind == MentionKind.Name && m.Entity!.Type == EntityType.Person && StandsAlone(draft, m, source))
            ?? inside.FirstOrDefault(m => Covers(draft, m.Span, source))
            ?? inside.LastOrDefault(m => SpokenFor(draft, m, source));
    }

    // All of the source but an article before and punctuation around.
    private static bool Covers(ArticleDraft draft, WordSpan mention, WordSpan source)
    {
        for (var w = source.First; w <= source.Last; w++)
        {
            if ((w < mention.First || w > mention.Last) && char.IsLetterOrDigit(draft.Text[draft.Words[w].Start]) && !draft.IsWord(w, "the"))
                return false;
        }

        return true;
    }

    // Neither an owner ("Pagliano's lawyer"), nor a modifier ("the Clinton aide"), nor behind a preposition ("polls about Clinton").
    private static bool StandsAlone(ArticleDraft draft, MentionDraft mention, WordSpan source)
    {
        var next = mention.Span.Last + 1;
        if (next + 1 < source.Last && IsPossessive(draft, next))
            return false;
        if (next <= source.Last && !IsPossessive(draft, next) && IsCommonNoun(draft, next))
            return false;
        return mention.Span.First == source.First || !IsPreposition(draft, mention.Span.First - 1);
    }

    private static bool SpokenFor(ArticleDraft draft, MentionDraft mention, WordSpan source)
    {
        var next = mention.Span.Last + 1;
        if (next + 1 < source.Last && IsPossessive(draft, next))
            return HasVoice(draft, next + 1, source.Last);
        if (next <= source.Last && IsPossessive(draft, next))
            return true;
        if (mention.Form is not PronounForm.None)
            return HasVoice(draft, next, source.Last);
        if (next <= source.Last && IsCommonNoun(draft, next))
            return mention.Entity!.Type == EntityType.Organisation && HasVoice(draft, next, source.Last);
        if (mention.Span.First > source.First && IsPreposition(draft, mention.Span.First - 1))
            return Owning.Contains(draft.WordAt(draft.IsWord(mention.Span.First - 1, "the") ? mention.Span.First - 2 : mention.Span.First - 1).ToString()) && HasVoice(draft, source.First, mention.Span.First - 1);
        return true;
    }

    private static bool HasVoice(ArticleDraft draft, int first, int last)
    {
        for (var w = first; w <= last; w++)
        {
            if (Voices.Contains(draft.WordAt(w).ToString()))
                return true;
        }

        return false;
    }

    private static bool IsPossessive(ArticleDraft draft, int word) => draft.WordAt(word) is "'" or "’";

    private static bool IsCommonNoun(ArticleDraft draft, int word) =>
        char.IsLower(draft.Text[draft.Words[word].Start]) && draft.WordAt(word) is not ("and" or "or" or "who" or "of" or "in" or "for" or "at" or "from");

    private static bool IsPreposition(ArticleDraft draft, int word)
    {
        var at = draft.IsWord(word, "the") ? word - 1 : word;
        return at >= 0 && draft.WordAt(at) is "of" or "for" or "by" or "from" or "at" or "in" or "to" or "about" or "with" or "on" or "near" or "against";
    }
}
