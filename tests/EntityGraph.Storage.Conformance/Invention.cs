using System.Globalization;
using System.Text;

namespace EntityGraph.Storage.Conformance;

/// <summary>
/// News of an invented town, as many as are wanted and always the same for the same number: hubs of whom all speak and others whom
/// few know, wire copy, statements of nobody named, articles without a day or paper, and later versions of earlier articles.
/// </summary>
public static class Invention
{
    private static readonly string[] Forenames = ["Ada", "Carl", "Eve", "Gus", "Ivy", "Kit", "Mia", "Noël", "Ola", "Piet"];
    private static readonly string[] Surnames = ["Byrne", "Dunne", "Frost", "Hale", "Judd", "Lane", "O’Shea", "Quist", "Søby", "Voss"];
    private static readonly string[] Organisations = ["Norvik Council", "Harwick Water", "Union of Bakers", "The Ferry Company"];
    private static readonly string[] Places = ["Norvik", "Harwick", "Østby"];
    private static readonly string[] Outlets = ["The Courier", "The Gazette", "The Herald"];
    private static readonly string[] Verbs = ["praised", "doubted", "accused", "defended", "ignored"];

    /// <summary>The article of a number.</summary>
    public static ArticleBuilder Article(int number)
    {
        var random = new Random(number);
        var cast = Enumerable.Range(0, random.Next(2, 6)).Select(_ => Name(random)).Distinct().ToList();
        var (organisation, place) = (Organisations[random.Next(Organisations.Length)], Places[random.Next(Places.Length)]);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Report {number} from {place}. {string.Join(" and ", cast)} met. ");
        var statements = new List<(string? Speaker, string Content)>();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var speaker = random.Next(6) == 0 ? null : cast[random.Next(cast.Count)];
            var about = random.Next(4) == 0 ? organisation : cast[random.Next(cast.Count)];
            // Few words, so that papers often carry what others have carried.
            var content = $"that {about} {Verbs[random.Next(Verbs.Length)]} {(random.Next(2) == 0 ? "the plan" : $"plan {random.Next(1000)}")}";
            if (about == speaker || text.ToString().Contains(content, StringComparison.Ordinal)) continue;
            text.Append(CultureInfo.InvariantCulture, $"{speaker ?? "Someone"} said {content}. ");
            statements.Add((speaker, content));
        }

        text.Append(CultureInfo.InvariantCulture, $"{organisation} is in {place}.");
        var article = An.Article(text.ToString());
        foreach (var name in cast) article.Person(name);
        article.Organisation(organisation).Place(place);
        foreach (var (speaker, content) in statements) article.Says(speaker, "said", content, confidence: random.Next(1, 11) / 10.0);
        if (random.Next(8) > 0) article.In(Outlets[random.Next(Outlets.Length)]);
        if (random.Next(8) > 0) article.On(new DateOnly(2026, 1, 1).AddDays(random.Next(90)));
        return article.From($"invention/{number}");
    }

    /// <summary>Somebody; those at the beginning of the lists far more often than the others.</summary>
    private static string Name(Random random) => $"{Forenames[Early(random, Forenames.Length)]} {Surnames[Early(random, Surnames.Length)]}";

    private static int Early(Random random, int length) => (int)(length * Math.Pow(random.NextDouble(), 2.5));
}
