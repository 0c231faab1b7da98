using System.Text;

namespace EntityGraph.Evaluation;

/// <summary>The form in which two surface names are compared.</summary>
public static class NameKey
{
    // Titles and ranks that English puts before a name: "Mr. Lowe" and "Lowe" are the same name.
    private static readonly HashSet<string> Leading = [.. (
        "the mr mrs ms miss dr sir dame lord lady sen senator rep representative gov governor president prime minister judge "
        + "justice gen general col colonel capt captain lt sgt officer chief prof professor councillor cllr baroness baron king "
        + "queen prince princess pope rev reverend father sister sheikh ayatollah mayor secretary").Split(' ')];

    /// <summary>
    /// Unicode form, case and white space make no difference; a possessive 's, leading titles and "the" (while another word is
    /// left) and full stops at either end are dropped.
    /// </summary>
    public static string Of(string name)
    {
        var folded = name.Normalize(NormalizationForm.FormC).Replace('’', '\'').ToLowerInvariant();
        if (folded.EndsWith("'s", StringComparison.Ordinal))
        {
            folded = folded[..^2];
        }
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words.Length > 1 && Leading.Contains(words[0].TrimEnd('.')))
        {
            words = words[1..];
        }
        return string.Join(' ', words!).Trim('.');
    }
}
