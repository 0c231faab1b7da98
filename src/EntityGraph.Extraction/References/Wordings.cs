using System.Collections.Frozen;

namespace EntityGraph.Extraction.References;

/// <summary>What the words of a reference, and those beside it, say of its part in the sentence.</summary>
internal static class Wordings
{
    private static readonly FrozenSet<string> Copulas =
        new[] { "is", "was", "are", "were", "became", "become", "becomes", "be", "been", "as", "remains", "remained", "named", "elected", "appointed" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Behind these "her" is an object, as in "told her that"; before other words it owns them.
    private static readonly FrozenSet<string> BehindObjects = new[]
    {
        "a", "about", "after", "again", "against", "all", "an", "and", "any", "are", "as", "at", "away", "back", "be", "because", "before", "but", "by",
        "down", "during", "for", "from", "had", "has", "have", "he", "how", "i", "if", "in", "into", "is", "it", "no", "not", "of", "off", "on", "or",
        "out", "over", "she", "so", "some", "than", "that", "the", "there", "they", "this", "through", "to", "too", "under", "until", "up", "was", "were",
        "what", "when", "where", "whether", "which", "while", "who", "why", "will", "with", "without", "would",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsPossessive(ArticleDraft draft, int word) => Lower(draft, word) switch
    {
        "his" or "its" or "their" => true,
        "her" => !EndsClause(draft, word + 1),
        _ => false,
    };

    public static bool IsObject(ArticleDraft draft, int word) => Lower(draft, word) switch
    {
        "him" or "them" => true,
        "her" => EndsClause(draft, word + 1),
        _ => false,
    };

    public static bool IsReflexive(ArticleDraft draft, int word) =>
        draft.WordAt(word).EndsWith("self", StringComparison.OrdinalIgnoreCase) || draft.WordAt(word).EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether somebody's thing is meant: "her office", "Obi's office".</summary>
    public static bool HasOwner(ArticleDraft draft, WordSpan description)
    {
        if (Pronouns.Of(draft.WordAt(description.First)) != PronounForm.None)
            return true;
        for (var w = description.First + 1; w < description.Last; w++)
        {
            if (draft.WordAt(w) is "'" or "’")
                return true;
        }

        return false;
    }

    public static bool IsPlural(string noun) =>
        noun is "people" or "men" or "women" or "children" || (noun.Length > 3 && noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal));

    /// <summary>Whether it says what somebody is or becomes: "was the first chairman".</summary>
    public static bool FollowsCopula(ArticleDraft draft, int word) => word > 0 && Copulas.Contains(draft.WordAt(word - 1).ToString());

    /// <summary>1 where the words mean a man, -1 a woman, else 0.</summary>
    public static int Direction(ArticleDraft draft, MentionDraft reference) => reference.Form switch
    {
        PronounForm.He => 1,
        PronounForm.She => -1,
        PronounForm.None => Nouns.Direction(Descriptions.Head(draft, reference.Span)),
        _ => 0,
    };

    private static string Lower(ArticleDraft draft, int word) => draft.WordAt(word).ToString().ToLowerInvariant();

    private static bool EndsClause(ArticleDraft draft, int word) => word >= draft.Words.Length
        || !char.IsLetterOrDigit(draft.Text[draft.Words[word].Start]) || BehindObjects.Contains(draft.WordAt(word).ToString());
}
