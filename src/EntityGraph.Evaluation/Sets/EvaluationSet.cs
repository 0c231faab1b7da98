namespace EntityGraph.Evaluation;

/// <summary>Annotated articles to measure on.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Description">What it is.</param>
/// <param name="Articles">The articles.</param>
public sealed record EvaluationSet(string Name, string Description, IReadOnlyList<GoldArticle> Articles);

/// <summary>The sets that can be measured, in a folder laid out as <c>docs/quality.md</c> says.</summary>
public static class EvaluationSets
{
    private const string Dev = "data/polnear/dev.jsonl.gz";

    private static readonly (string Name, string Description, Func<string, IEnumerable<GoldArticle>> Read)[] All =
    [
        ("dev", "who mentioned whom in 12 news articles, by hand", folder => GoldEdges(folder)),
        ("seed", "the seed article, by hand", folder =>
        [
            GoldEdgesReader.Read(Path.Combine(folder, "gold/seed.json"), "seed", _ => File.ReadAllText(Path.Combine(folder, "gold/seed.txt"))),
        ]),
        ("corpus", "the held-out articles of the project's corpus", folder => HeldOut(folder)),
        ("gum", "GUM, development documents of all genres", folder => GumReader.Read(Path.Combine(folder, "data/gum/dev.conllu.gz"))),
        ("gum-all", "GUM, all documents here, for identities across articles (the tagger was trained on most)", folder =>
            GumReader.Read(Path.Combine(folder, "data/gum/dev.conllu.gz"))
                .Concat(GumReader.Read(Path.Combine(folder, "data/gum/train.conllu.gz")))),
        ("polnear", "attributions in political news (PolNeAR development)", folder => PolnearReader.Read(Path.Combine(folder, Dev))),
        ("gap", "pronouns in Wikipedia (GAP validation)", folder => GapReader.Read(Path.Combine(folder, "data/gap/gap-validation.tsv.gz"))),
        ("roles", "who is what of what, the half for the score (with --data training)", folder => RolesReader.Read(Path.Combine(folder, RolesReader.File), "score")),
        ("roles-develop", "who is what of what, the half to develop on (with --data training)", folder =>
            RolesReader.Read(Path.Combine(folder, RolesReader.File), "develop")),
        ("uner-ewt", "names in web text (the tagger was trained on them)", folder => Ner(folder, "uner-ewt")),
        ("wikigold", "names in Wikipedia (the tagger was trained on them)", folder => Ner(folder, "wikigold")),
        ("crossner", "names in five fields (the tagger was trained on them)", folder => Ner(folder, "crossner")),
    ];

    /// <summary>The names of the sets with what they are.</summary>
    public static IReadOnlyList<(string Name, string Description)> Known { get; } = [.. All.Select(s => (s.Name, s.Description))];

    /// <summary>Reads a set.</summary>
    /// <exception cref="GoldException">There is no such set, or a file of it is missing or malformed.</exception>
    public static EvaluationSet Read(string name, string folder)
    {
        var set = Array.Find(All, s => s.Name == name);
        if (set.Name is null)
        {
            throw new GoldException(name, "is no set; there are " + string.Join(", ", All.Select(s => s.Name)));
        }
        try
        {
            return new EvaluationSet(set.Name, set.Description, [.. set.Read(folder)]);
        }
        catch (IOException e)
        {
            throw new GoldException(name, e.Message, e);
        }
    }

    private static IEnumerable<GoldArticle> GoldEdges(string folder)
    {
        var texts = PolnearReader.Read(Path.Combine(folder, Dev)).ToDictionary(a => a.Id, a => a.Text);
        return Directory.GetFiles(Path.Combine(folder, "gold/dev"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => GoldEdgesReader.Read(file, null, texts.GetValueOrDefault));
    }

    private static IEnumerable<GoldArticle> HeldOut(string folder) => File.ReadLines(Path.Combine(folder, "corpus/held-out.txt"))
        .Select(id => id.Trim()).Where(id => id.Length > 0)
        .Select(id => CorpusReader.Read(Path.Combine(folder, "corpus/articles", id + ".txt")));

    private static IEnumerable<GoldArticle> Ner(string folder, string name) =>
        NerReader.Read(Path.Combine(folder, "data/ner", name + ".jsonl.gz"));
}
