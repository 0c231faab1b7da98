namespace EntityGraph.Extraction.References;

/// <summary>
/// The nouns by which an article describes its entities: job titles before a name ("council leader Jo Marsh"), appositions behind it
/// ("Jo Marsh, the council leader,"), and the words of an organisation's own name.
/// </summary>
internal sealed class Descriptions
{
    private const int Reach = 6;
    private readonly Dictionary<EntityDraft, HashSet<string>> _nouns = [];
    private readonly Dictionary<EntityDraft, HashSet<string>> _referred = [];

    public Descriptions(ArticleDraft draft)
    {
        foreach (var mention in draft.Mentions.Where(m => m.Kind == MentionKind.Name))
        {
            for (var w = mention.Span.First - 1; w >= 0 && w >= mention.Span.First - Reach && IsDescribing(draft, w, mention.Span.First); w--)
                Add(_nouns, mention.Entity!, draft.WordAt(w));
            var comma = mention.Span.Last + 1;
            if (comma < draft.Words.Length && draft.WordAt(comma) is ",")
            {
                for (var w = comma + 1; w < draft.Words.Length && w <= comma + Reach && IsDescribing(draft, w, mention.Span.Last); w++)
                    Add(_nouns, mention.Entity!, draft.WordAt(w));
            }
        }
    }

    /// <summary>Whether the article has described the entity by this noun.</summary>
    public bool Has(EntityDraft entity, string noun) => _nouns.TryGetValue(entity, out var nouns) && nouns.Contains(noun);

    /// <summary>Whether a description with this noun was resolved to the entity before.</summary>
    public bool Referred(EntityDraft entity, string noun) => _referred.TryGetValue(entity, out var nouns) && nouns.Contains(noun);

    /// <summary>Notes that a description with this noun was resolved to the entity.</summary>
    public void Refer(EntityDraft entity, string noun) => Add(_referred, entity, noun);

    /// <summary>Whether the noun is a word of the entity's own name: "the inquiry" for "Harbour Inquiry".</summary>
    public static bool IsInName(EntityDraft entity, string noun) => entity.Type != EntityType.Person && entity.Key.Length > 1 && entity.Key.Contains(noun);

    /// <summary>The noun that a description is about: its last word, or the last before a preposition.</summary>
    public static string Head(ArticleDraft draft, WordSpan description)
    {
        var head = description.Last;
        for (var w = description.First + 1; w <= description.Last; w++)
        {
            if (draft.WordAt(w) is "of" or "for" or "in" or "at" or "from" or "who" or "that" or "which" or ",")
            {
                head = w - 1;
                break;
            }
        }

        return draft.WordAt(head).ToString().ToLowerInvariant();
    }

    private static void Add(Dictionary<EntityDraft, HashSet<string>> all, EntityDraft entity, ReadOnlySpan<char> noun)
    {
        // "MP" is a description; "the" and "in" are none.
        if (noun.Length < 4 && !char.IsUpper(noun[0]))
            return;
        if (!all.TryGetValue(entity, out var nouns))
            all[entity] = nouns = [];
        nouns.Add(noun.ToString().ToLowerInvariant());
    }

    private static bool IsDescribing(ArticleDraft draft, int word, int name) =>
        draft.SentenceOf[word] == draft.SentenceOf[name] && char.IsLetter(draft.Text[draft.Words[word].Start])
        && draft.WordAt(word) is not ("and" or "said" or "who" or "that" or "but" or "which" or "when" or "as");
}
