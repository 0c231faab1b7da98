namespace EntityGraph.Matching;

/// <summary>
/// Which entities are worth comparing: those that share a key made of a name. Persons meet by surname and by the sound of it with
/// an initial; all meet by folded name, by acronym, by known alias, and organisations and places by their rarest words.
/// </summary>
public static class Blocking
{
    /// <summary>A key that more entities share than this tells nothing of them.</summary>
    private const int MostInBlock = 60;

    /// <summary>The pairs that meet, by the positions of the entities, the lesser first.</summary>
    /// <param name="names">The names of each entity, with its type.</param>
    public static IReadOnlyCollection<(int One, int Other)> Pairs(IReadOnlyList<(EntityType Type, IReadOnlyCollection<string> Names)> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var key in names[i].Names.SelectMany(n => Keys(n, names[i].Type)).Distinct())
            {
                if (!blocks.TryGetValue(key, out var block)) blocks.Add(key, block = []);
                block.Add(i);
            }
        }

        var pairs = new HashSet<(int, int)>();
        foreach (var block in blocks.Values.Where(b => b.Count is > 1 and <= MostInBlock))
        {
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++) pairs.Add((block[i], block[j]));
            }
        }

        return pairs;
    }

    private static IEnumerable<string> Keys(string name, EntityType type)
    {
        var shape = new NameShape(name, type);
        if (shape.Words.Count == 0) yield break;
        yield return $"name {shape.Folded}";
        if (KnownNames.Of(name, type) is { } known) yield return $"known {known}";
        if (type == EntityType.Person)
        {
            yield return $"surname {shape.Last}";
            if (shape.Words.Count > 1) yield return $"sound {Phonetic.Of(shape.Last)} {shape.First[0]}";
            yield break;
        }

        if (shape.Words.Count == 1) yield return $"acronym {shape.Folded}";
        foreach (var initials in shape.Initials) yield return $"acronym {initials}";
        foreach (var word in shape.Words.Where(w => w.Length > 3)) yield return $"word {word}";
        yield return $"letters {string.Concat(shape.Folded.Where(c => c != ' ').Take(6))}";
    }
}
