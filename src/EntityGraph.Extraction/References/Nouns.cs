using System.Collections.Frozen;

namespace EntityGraph.Extraction.References;

/// <summary>What common nouns stand for: "minister" a person, "spokeswoman" a woman, "company" an organisation, "city" a place.</summary>
internal static class Nouns
{
    private static readonly FrozenSet<string> Men = Read("man");
    private static readonly FrozenSet<string> Women = Read("woman");
    private static readonly FrozenSet<string> People = Read("person").Concat(Men).Concat(Women).ToFrozenSet();
    private static readonly FrozenSet<string> Organisations = Read("organisation");
    private static readonly FrozenSet<string> Places = Read("place");

    /// <summary>1 where the noun stands for things of this type, -1 where it stands for others alone, 0 for a noun that is not known.</summary>
    public static int Fit(string noun, EntityType type)
    {
        var (person, organisation, place) = (People.Contains(noun), Organisations.Contains(noun), Places.Contains(noun));
        if (!person && !organisation && !place)
            return 0;
        return type switch
        {
            EntityType.Person => person,
            EntityType.Organisation => organisation,
            _ => place,
        } ? 1 : -1;
    }

    /// <summary>1 for a noun for men, -1 for one for women, else 0.</summary>
    public static int Direction(string noun) => Men.Contains(noun) ? 1 : Women.Contains(noun) ? -1 : 0;

    private static FrozenSet<string> Read(string kind) => WordList.Read(typeof(Nouns), $"nouns-{kind}.txt");
}
