namespace EntityGraph.Extraction.Roles;

/// <summary>A phrase that says what somebody is: "former Reform UK co-deputy chairman", "an economist at XP Investimentos".</summary>
/// <param name="Role">The words of the role itself.</param>
/// <param name="Organisation">Of what, or null.</param>
/// <param name="IsFormer">Whether it says that it is over.</param>
/// <param name="Last">Its last word.</param>
internal sealed record RolePhrase(WordSpan Role, EntityDraft? Organisation, bool IsFormer, int Last);

/// <summary>Reads such phrases from an article's words.</summary>
internal sealed class RolePhrases
{
    private const int MostWords = 10;
    private readonly ArticleDraft _draft;
    private readonly Dictionary<int, MentionDraft> _bodies = [];

    public RolePhrases(ArticleDraft draft)
    {
        _draft = draft;
        // The longest where one stands in another. Who has a role has it of an organisation or a place.
        foreach (var mention in draft.Mentions.Where(m => m.Entity is { Type: not EntityType.Person }).OrderBy(m => m.Span.Length))
            _bodies[mention.Span.First] = mention;
    }

    /// <summary>The organisation or place mentioned from this word on, an article before it skipped, or null.</summary>
    public MentionDraft? BodyAt(int word) => _bodies.GetValueOrDefault(word) ?? (_draft.IsWord(word, "the") ? _bodies.GetValueOrDefault(word + 1) : null);

    /// <summary>The phrase that begins at a word, or null where none does.</summary>
    public RolePhrase? From(int start)
    {
        var (former, at, role, head) = (false, start, start, -1);
        EntityDraft? body = null;
        for (; at < _draft.Words.Length && at - start < MostWords && _draft.SentenceOf[at] == _draft.SentenceOf[start]; at++)
        {
            var word = _draft.WordAt(at);
            if (_bodies.TryGetValue(at, out var mention) && !RoleWords.IsRole(_draft.WordAt(mention.Span.Last)))
            {
                if (head >= 0)
                    break;
                (body, at, role) = (mention.Entity, mention.Span.Last, mention.Span.Last + 1);
                var owner = PossessiveWords(at + 1);
                (at, role) = (at + owner, role + owner);
            }
            else if (RoleWords.IsFormer(word) || RoleWords.IsBeside(word))
            {
                if (head >= 0)
                    break;
                (former, role) = (former || RoleWords.IsFormer(word), at + 1);
            }
            else if (word is "-" or "–" && _draft.Features[at].Glued == 1)
            {
                // "Ex-minister": what comes behind is the role.
                if (head < 0 && at == role)
                    role = at + 1;
            }
            else if (PossessiveWords(at) is > 0 and var owner && head < 0)
            {
                // Somebody's: whoever it is, no part of the role.
                (at, role) = (at + owner - 1, at + owner);
            }
            else if (at == role && AgeWords(at) is > 0 and var age)
            {
                (at, role) = (at + age - 1, at + age);
            }
            else if (word is "." && at > start && RoleWords.IsRole(_draft.WordAt(at - 1)) && _draft.Words[at - 1].Length <= 4)
            {
                head = at - 1;
            }
            else if (!char.IsLetter(word[0]) || RoleWords.Ends(word))
            {
                break;
            }
            else if (RoleWords.IsRole(word))
            {
                head = at;
            }
            else if (head >= 0)
            {
                // "Chief executive" goes on; "chair warned" does not: what ends the phrase is for the caller to judge.
                if (!EndsInRole(at))
                    break;
            }
        }

        if (head < role)
            return null;
        var (last, text) = (at - 1, new WordSpan(role, head));
        return new RolePhrase(text, body, former, last);
    }

    /// <summary>The phrase with what follows it: "of the Central Bank", "for accounting", "until 2022".</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="stop">The word that it ends before in any case.</param>
    public RolePhrase WithWhatFollows(RolePhrase phrase, int stop = int.MaxValue)
    {
        var at = phrase.Last + 1;
        for (var step = 0; step < 3 && at < Math.Min(stop, _draft.Words.Length); step++)
        {
            if (_draft.WordAt(at) is "until" or "till")
                return phrase with { IsFormer = true };
            if (_draft.WordAt(at) is not ("of" or "at" or "for" or "to" or "in" or "with" or "on"))
                return phrase;
            if (BodyAt(at + 1) is { } mention)
            {
                var isPart = PossessiveWords(mention.Span.Last + 1) > 0;
                if (phrase.Organisation is null && !isPart && (_draft.WordAt(at) is not "in" || mention.Entity!.Type == EntityType.Organisation))
                    phrase = phrase with { Organisation = mention.Entity };
                phrase = phrase with { Last = mention.Span.Last };
            }
            else if (FieldFrom(at + 1, stop) is { } last)
            {
                phrase = phrase with { Role = new WordSpan(phrase.Role.First, _draft.WordAt(at) is "of" or "for" ? last : phrase.Role.Last), Last = last };
            }
            else
            {
                return phrase;
            }

            at = phrase.Last + 1;
        }

        return phrase;
    }

    // "State", "the interior", "regulatory affairs": up to three words up to where the phrase may end.
    private int? FieldFrom(int start, int stop)
    {
        for (var at = start; at < _draft.Words.Length && at - start <= 3; at++)
        {
            if (at == stop || EndsPhrase(at))
                return at > start ? at - 1 : null;
            if (!char.IsLetter(_draft.WordAt(at)[0]) || (at > start && _bodies.ContainsKey(at)))
                return null;
        }

        return null;
    }

    /// <summary>Whether a phrase may end before this word.</summary>
    public bool EndsPhrase(int word) => word >= _draft.Words.Length || _draft.WordAt(word) is "," or "." or ";" or ":" or ")" or "”" or "\"" or "’" or "!" or "?" or "—" or "–"
        or "of" or "at" or "for" or "to" or "in" or "with" or "on" or "from" or "until" or "since" or "who" or "whose" or "and" or "or" or "but" or "when" or "while" or "under" or "during" or "before" or "after"
        || (word > 0 && _draft.SentenceOf[word] != _draft.SentenceOf[word - 1]);

    private bool EndsInRole(int at)
    {
        for (var w = at; w < _draft.Words.Length && w <= at + 2 && char.IsLetter(_draft.WordAt(w)[0]) && !RoleWords.Ends(_draft.WordAt(w)); w++)
        {
            if (RoleWords.IsRole(_draft.WordAt(w)))
                return true;
        }

        return false;
    }

    // How many words make an owner of the one before: "'s", or an apostrophe alone behind an s.
    private int PossessiveWords(int word)
    {
        if (word < 1 || word + 1 >= _draft.Words.Length || !(_draft.WordAt(word) is "'" or "’") || _draft.Features[word].Glued == 0)
            return 0;
        return _draft.IsWord(word + 1, "s") && _draft.Features[word + 1].Glued == 1 ? 2 : _draft.WordAt(word - 1)[^1] == 's' && _draft.Features[word + 1].Glued == 0 ? 1 : 0;
    }

    // "26-year-old".
    private int AgeWords(int word) => char.IsAsciiDigit(_draft.WordAt(word)[0]) && _draft.IsWord(word + 2, "year") && _draft.IsWord(word + 4, "old") ? 5 : 0;
}
