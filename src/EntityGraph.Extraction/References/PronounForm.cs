using System.Collections.Frozen;

namespace EntityGraph.Extraction.References;

/// <summary>Person, number and gender of a pronoun.</summary>
internal enum PronounForm
{
    /// <summary>No pronoun, or one that says nothing of these.</summary>
    None,
    He,
    She,
    It,
    They,
    I,
    We,
    You,
}

internal static class Pronouns
{
    private static readonly FrozenDictionary<string, PronounForm> Forms = new (PronounForm Form, string Words)[]
    {
        (PronounForm.He, "he him his himself"),
        (PronounForm.She, "she her hers herself"),
        (PronounForm.It, "it its itself"),
        (PronounForm.They, "they them their theirs themselves themself"),
        (PronounForm.I, "i me my mine myself"),
        (PronounForm.We, "we us our ours ourselves"),
        (PronounForm.You, "you your yours yourself yourselves"),
    }
    .SelectMany(f => f.Words.Split(' ').Select(w => KeyValuePair.Create(w, f.Form)))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static PronounForm Of(ReadOnlySpan<char> word) =>
        Forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var form) ? form : PronounForm.None;
}
