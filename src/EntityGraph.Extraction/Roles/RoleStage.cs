using EntityGraph.Extraction.Names;
using EntityGraph.Extraction.References;

namespace EntityGraph.Extraction.Roles;

/// <summary>A role while the article is put together.</summary>
/// <param name="Holder">Who has it.</param>
/// <param name="Role">The words for it.</param>
/// <param name="Organisation">Of what, or null.</param>
/// <param name="Evidence">The words that say so.</param>
/// <param name="IsFormer">Whether it is over.</param>
internal sealed record RoleDraft(EntityDraft Holder, string Role, EntityDraft? Organisation, WordSpan Evidence, bool IsFormer);

/// <summary>
/// Finds who is what of what: titles and job descriptions before a name ("Safeguarding minister Jo Marsh"), appositions around it
/// ("the council leader, Jo Marsh", "Jo Marsh, an economist at Norvik"), and what clauses say of it ("Jo Marsh, who chairs the
/// inquiry", "led by Jo Marsh").
/// </summary>
internal sealed class RoleStage : IExtractionStage
{
    private const int Reach = 10;

    public Layers Needs => Layers.Names | Layers.References;

    public Layers Gives => Layers.Roles;

    public void Run(ArticleDraft draft)
    {
        var phrases = new RolePhrases(draft);
        foreach (var name in draft.Mentions.Where(m => m.Kind == MentionKind.Name && m.Entity!.Type == EntityType.Person))
        {
            var first = WithoutTitles(draft, name.Span);
            foreach (var role in Before(draft, phrases, name, first).Concat(Behind(draft, phrases, name)).Concat(LedBy(draft, phrases, name, first)))
            {
                if (!draft.Roles.Any(r => IsSame(r, role)))
                    draft.Roles.Add(role);
            }
        }
    }

    // Once said is said: a second time counts only where it says of what, or that it is over.
    private static bool IsSame(RoleDraft earlier, RoleDraft role) => earlier.Holder == role.Holder && earlier.IsFormer == role.IsFormer
        && earlier.Role.Equals(role.Role, StringComparison.OrdinalIgnoreCase) && (role.Organisation is null || role.Organisation == earlier.Organisation);

    // The first word of a name that is no title: "Gov. Jo Marsh" is a governor.
    private static int WithoutTitles(ArticleDraft draft, WordSpan name)
    {
        var first = name.First;
        while (first < name.Last && (NameKey.IsTitle(draft.WordAt(first).ToString()) || draft.WordAt(first) is "."))
            first++;
        return first;
    }

    private static IEnumerable<RoleDraft> Before(ArticleDraft draft, RolePhrases phrases, MentionDraft name, int first)
    {
        // "…, Jo Marsh": only a phrase that is introduced is an apposition; without that it is the end of a list.
        var comma = draft.IsWord(first - 1, ",");
        var end = comma ? first - 2 : first - 1;
        RolePhrase? best = null;
        for (var start = end; start >= 0 && end - start < Reach && draft.SentenceOf[start] == draft.SentenceOf[first]; start--)
        {
            if (comma && !IsIntroduced(draft, phrases, start))
                continue;
            if (phrases.From(start) is not { } phrase)
                continue;
            phrase = phrase.Last < end ? phrases.WithWhatFollows(phrase, end + 1) : phrase;
            if (phrase.Last == end && (comma || phrase.Role.Last == end || draft.WordAt(end) is "."))
                best = phrase;
        }

        if (best is null)
            yield break;
        var organisation = best.Organisation;
        // "Gov. Jo Marsh of Ohio".
        if (organisation is null && draft.IsWord(name.Span.Last + 1, "of"))
            organisation = phrases.BodyAt(name.Span.Last + 2)?.Entity;
        yield return Make(draft, name, best with { Organisation = organisation }, best.Role.First, name.Span.Last);
    }

    private static IEnumerable<RoleDraft> Behind(ArticleDraft draft, RolePhrases phrases, MentionDraft name)
    {
        var at = name.Span.Last + 1;
        if (draft.IsWord(at, ","))
        {
            at++;
            // ", 71,"
            if (at + 1 < draft.Words.Length && char.IsAsciiDigit(draft.WordAt(at)[0]) && draft.IsWord(at + 1, ","))
                at += 2;
            if (phrases.From(at) is { } phrase && (phrases.EndsPhrase(phrase.Last + 1) || RoleWords.Ends(draft.WordAt(phrase.Last + 1))))
            {
                phrase = phrases.WithWhatFollows(phrase);
                yield return Make(draft, name, phrase, name.Span.First, phrase.Last);
                yield break;
            }
        }

        var isClause = draft.IsWord(at, "who");
        at += isClause ? 1 : 0;
        var past = false;
        if (draft.IsWord(at, "has") || draft.IsWord(at, "had"))
            at++;
        else
            past = draft.IsWord(at, "was");
        if (isClause && at < draft.Words.Length && RoleWords.OfVerb(draft.WordAt(at)) is { } verb)
        {
            if (BodyOf(draft, phrases, at + 1) is (true, var body, var last))
                yield return new RoleDraft(name.Entity!, verb.Role, body, new WordSpan(name.Span.First, last), verb.IsPast && !draft.IsWord(at - 1, "has"));
        }
        else if (at < draft.Words.Length && draft.WordAt(at) is "is" or "was" or "became" or "been"
            && phrases.From(at + 1) is { } phrase && phrases.EndsPhrase(phrase.Last + 1))
        {
            phrase = phrases.WithWhatFollows(phrase);
            yield return Make(draft, name, phrase with { IsFormer = phrase.IsFormer || past }, name.Span.First, phrase.Last);
        }
    }

    // "Advance UK, the new party led by Jo Marsh".
    private static IEnumerable<RoleDraft> LedBy(ArticleDraft draft, RolePhrases phrases, MentionDraft name, int first)
    {
        for (var by = first - 1; by > 0 && first - by < Reach && draft.SentenceOf[by] == draft.SentenceOf[first]; by--)
        {
            if (draft.WordAt(by) is "," or ";")
                yield break;
            if (!draft.IsWord(by, "by") || RoleWords.OfVerb(draft.WordAt(by - 1)) is not { } verb)
                continue;
            var body = draft.Mentions.LastOrDefault(m => m.Entity is { Type: EntityType.Organisation } && m.Span.Last < by - 1
                && draft.SentenceOf[m.Span.Last] == draft.SentenceOf[by] && by - 1 - m.Span.Last <= 8);
            if (body is not null)
                yield return new RoleDraft(name.Entity!, verb.Role, body.Entity, new WordSpan(body.Span.First, name.Span.Last), false);
            yield break;
        }
    }

    // What is chaired or led: an organisation that has a name here, or a noun that means one.
    private static (bool IsBody, EntityDraft? Entity, int Last) BodyOf(ArticleDraft draft, RolePhrases phrases, int at)
    {
        if (at >= draft.Words.Length)
            return default;
        // "The Senate committee" is not the Senate.
        if (phrases.BodyAt(at) is { } mention && !IsBodyNoun(draft, mention.Span.Last + 1))
            return (true, mention.Entity, mention.Span.Last);
        for (var w = at; w < draft.Words.Length && w < at + 5 && char.IsLetter(draft.WordAt(w)[0]); w++)
        {
            if (IsBodyNoun(draft, w))
                return (true, null, w);
        }

        return default;
    }

    private static bool IsBodyNoun(ArticleDraft draft, int word) => word < draft.Words.Length
        && Nouns.Fit(draft.WordAt(word).ToString().ToLowerInvariant(), EntityType.Organisation) > 0;

    private static bool IsIntroduced(ArticleDraft draft, RolePhrases phrases, int start) =>
        RoleWords.IsBeside(draft.WordAt(start)) || phrases.BodyAt(start) is not null
        || (draft.Features[start].Starts == 1 && char.IsUpper(draft.WordAt(start)[0]));

    private static RoleDraft Make(ArticleDraft draft, MentionDraft name, RolePhrase phrase, int first, int last) => new(
        name.Entity!,
        draft.Cut(phrase.Role),
        phrase.Organisation,
        new WordSpan(Math.Min(first, phrase.Role.First), Math.Max(last, phrase.Role.Last)),
        phrase.IsFormer);
}
