namespace EntityGraph.Web.Intake;

/// <summary>Names for inputs that are fit to be shown and logged, and that no two inputs share while they are under way.</summary>
internal static class InputNames
{
    private const int MaxLength = 200;

    /// <summary>A name without folders and control characters, and not too long.</summary>
    public static string Clean(string? name, string fallback)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !IsInvisible(c))]).Trim();
        if (clean.Length == 0)
            return fallback;
        if (clean.Length <= MaxLength)
            return clean;
        // The ending is kept: it tells the form.
        var ending = Path.GetExtension(clean);
        return ending.Length is > 0 and < 10 ? string.Concat(clean.AsSpan(0, MaxLength - ending.Length), ending) : clean[..MaxLength];
    }

    /// <summary>The name itself where nothing is under way by it, else "name (2).txt" and so on.</summary>
    public static string Unique(string name, Func<string, bool> isTaken)
    {
        var candidate = name;
        for (var number = 2; isTaken(candidate); number++)
            candidate = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        return candidate;
    }

    // Marks that turn the direction of writing make "txt.exe" look like "exe.txt".
    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
