namespace EntityGraph.Extraction.Names;

/// <summary>Gathers an article's names into entities: the full forms first, then the short forms that one of them explains.</summary>
internal static class NameClusters
{
    // Two mentions that the tagger holds for one score about 15; above 0 they are more likely one than not.
    private const double SurePair = 5;
    private static readonly string[] SmallWords = ["of", "the", "and", "for", "in", "on", "&", "to", "de", "la"];

    public static void Gather(ArticleDraft draft, List<FoundName> names)
    {
        var forms = names
            .GroupBy(n => (n.Type, n.KeyText, NameKey.GenderOf(n.Text)))
            .Select(g => new Form([.. g]))
            .OrderByDescending(f => f.Key.Length)
            .ThenByDescending(f => f.KeyText.Length)
            .ThenBy(f => f.First.Span.First);
        foreach (var form in forms)
        {
            var candidates = draft.Entities.Where(e => e.Type == form.Type && Explains(e, form)).ToList();
            if (candidates.Count == 0 && form.Type == EntityType.Organisation)
                candidates = [.. draft.Entities.Where(e => e.Type == form.Type && IsPartOf(form.Key, e.Key) && Affinity(draft, form.First, e) > SurePair)];
            if (candidates.Count == 0)
                Add(form.Names, Make(draft, form));
            else if (candidates.Count == 1)
                Add(form.Names, candidates[0]);
            else
                Share(draft, form, candidates);
        }
    }

    private static EntityDraft Make(ArticleDraft draft, Form form)
    {
        var entity = new EntityDraft { Type = form.Type, Key = form.Key, FirstWord = form.First.Span.First };
        draft.Entities.Add(entity);
        return entity;
    }

    private static void Add(IEnumerable<FoundName> names, EntityDraft entity)
    {
        foreach (var name in names)
        {
            entity.Mentions.Add(new MentionDraft { Span = name.Span, Kind = MentionKind.Name, Entity = entity, Confidence = name.Probability });
            entity.FirstWord = Math.Min(entity.FirstWord, name.Span.First);
            if (entity.Type == EntityType.Person)
                entity.Masculinity += Weight(NameKey.GenderOf(name.Text), 100) + Weight(GivenNames.GenderOf(name.Text), 20);
        }
    }

    private static double Weight(Gender gender, double weight) => gender switch
    {
        Gender.Male => weight,
        Gender.Female => -weight,
        _ => 0,
    };

    // Several full names have this surname: each mention goes to the one that the tagger's vectors and the last mention favour.
    private static void Share(ArticleDraft draft, Form form, List<EntityDraft> candidates)
    {
        foreach (var name in form.Names.OrderBy(n => n.Span.First))
        {
            var gender = NameKey.GenderOf(name.Text);
            var fitting = candidates.Where(c => gender == Gender.Unknown || Weight(gender, c.Masculinity) >= 0).ToList();
            var best = (fitting.Count > 0 ? fitting : candidates)
                .OrderByDescending(c => c.FirstWord <= name.Span.First)
                .ThenByDescending(c => Affinity(draft, name, c))
                .First();
            Add([name], best);
        }
    }

    private static double Affinity(ArticleDraft draft, FoundName name, EntityDraft candidate)
    {
        var best = double.NegativeInfinity;
        foreach (var mention in candidate.Mentions)
        {
            if (mention.Span.First >= name.Span.First)
                continue;
            var distance = draft.SentenceOf[name.Span.First] - draft.SentenceOf[mention.Span.First];
            best = Math.Max(best, draft.Output.Coreference(name.Span, mention.Span) - 0.1 * distance);
        }

        return best;
    }

    private static bool Explains(EntityDraft entity, Form form) => form.Type switch
    {
        EntityType.Person => ExplainsPerson(entity, form),
        EntityType.Organisation => ExplainsOrganisation(entity.Key, form),
        _ => entity.Key.SequenceEqual(form.Key),
    };

    private static bool ExplainsPerson(EntityDraft entity, Form form)
    {
        var (full, shorter) = (entity.Key, form.Key);
        if (Weight(form.Gender, entity.Masculinity) < 0)
            return false;
        if (full.SequenceEqual(shorter))
            return true;
        if (full.Length <= shorter.Length)
            // Two full forms of one length: the same surname, and one given name an initial or a beginning of the other.
            return full.Length == shorter.Length && full.Length > 1 && full[^1] == shorter[^1] && Abbreviates(full[0], shorter[0]);
        if (shorter.Length == 1 && IsMisspelt(full[^1], shorter[0]))
            return true;
        // The surname, with or without given names; or the given name alone.
        return full.AsSpan(^shorter.Length..).SequenceEqual(shorter) || full.AsSpan(..shorter.Length).SequenceEqual(shorter)
            || (shorter.Length == 2 && full[^1] == shorter[1] && (full[0] == shorter[0] || Abbreviates(full[0], shorter[0])))
            || IsSurnameBeforeSuffix(full, shorter);
    }

    private static bool Abbreviates(string one, string other) =>
        (one.Length == 1 && other.StartsWith(one, StringComparison.Ordinal)) || (other.Length == 1 && one.StartsWith(other, StringComparison.Ordinal));

    // "McLenny" for "McClenney": reporters slip in long surnames. One letter in four may differ, never the first.
    private static bool IsMisspelt(string surname, string other) =>
        other.Length >= 5 && surname.Length >= 5 && surname[0] == other[0] && EditDistance(surname, other) <= Math.Min(surname.Length, other.Length) / 4;

    private static int EditDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static bool IsSurnameBeforeSuffix(string[] full, string[] form) =>
        full[^1] is "jr" or "sr" or "ii" or "iii" && form.Length == 1 && full.Length > 2 && full[^2] == form[0];

    private static bool ExplainsOrganisation(string[] full, Form form)
    {
        var key = form.Key;
        if (full.SequenceEqual(key))
            return true;
        if (full.Length < 2 || key.Length >= full.Length)
            return false;
        if (key.Length == 1 && IsAcronym(form.First.Text, full))
            return true;
        // "Reform" for "Reform UK": a beginning that makes up half of the name.
        return full.AsSpan(..key.Length).SequenceEqual(key) && key.Length * 2 >= full.Length;
    }

    // "The Bank" for "Bank of England", "the Journal" for "Wall Street Journal": only where the tagger is sure as well.
    private static bool IsPartOf(string[] part, string[] full) => part.Length < full.Length
        && (full.AsSpan(..part.Length).SequenceEqual(part) || full.AsSpan(^part.Length..).SequenceEqual(part));

    private static bool IsAcronym(string text, string[] full)
    {
        var letters = new string([.. text.Where(char.IsLetter)]);
        if (letters.Length < 2 || letters.Count(char.IsUpper) < letters.Length - 1)
            return false;
        var all = string.Concat(full.Select(w => w[0]));
        var large = string.Concat(full.Where(w => !SmallWords.Contains(w)).Select(w => w[0]));
        return letters.Equals(large, StringComparison.OrdinalIgnoreCase) || letters.Equals(all, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All mentions of an article that have one type, one key and titles of one gender.</summary>
    private sealed class Form(List<FoundName> names)
    {
        public List<FoundName> Names { get; } = names;

        public FoundName First => Names[0];

        public EntityType Type => First.Type;

        public string[] Key => First.Key;

        public string KeyText => First.KeyText;

        public Gender Gender { get; } = NameKey.GenderOf(names[0].Text);
    }
}
