using EntityGraph.Evaluation;
using EntityGraph.Extraction;
using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Training.Reference;

/// <summary>An annotated article to learn from, with what the tagger says of it.</summary>
/// <param name="Set">Where it is from.</param>
/// <param name="Gold">How people annotated it.</param>
/// <param name="Encoded">Its words.</param>
/// <param name="Output">The tagger's output for them.</param>
internal sealed record TrainingText(TrainingSet Set, GoldArticle Gold, EncodedText Encoded, TaggerOutput Output)
{
    /// <summary>A draft with nothing in it yet.</summary>
    public ArticleDraft Draft() => new(new Article { Id = Gold.Id, Text = Gold.Text }, Encoded, Output);
}

/// <summary>A set of annotated articles that may be trained on.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Licence">On what terms.</param>
/// <param name="Articles">Its articles, those held out left out.</param>
internal sealed record TrainingSet(string Name, string Licence, IReadOnlyList<GoldArticle> Articles)
{
    /// <summary>All sets: two folders of the project's own articles, GUM's and GAP's training parts.</summary>
    public static IReadOnlyList<TrainingSet> All(string data, string own) =>
    [
        new("corpus", "this project's", Corpus(Path.Combine(data, "corpus"))),
        new("training/corpus", "this project's", Corpus(own)),
        new("GUM train", "CC BY / CC BY-SA (Zeldes 2017)", [.. GumReader.Read(Path.Combine(data, "data/gum/train.conllu.gz"))]),
        new("GAP development", "Apache 2.0 (Webster et al. 2018)", [.. GapReader.Read(Path.Combine(data, "data/gap/gap-development.tsv.gz"))]),
    ];

    private static List<GoldArticle> Corpus(string folder)
    {
        var heldOut = File.ReadLines(Path.Combine(folder, "held-out.txt")).Select(l => l.Trim()).ToHashSet();
        return [.. Directory.GetFiles(Path.Combine(folder, "articles"), "*.txt").Order(StringComparer.Ordinal)
            .Where(f => !heldOut.Contains(Path.GetFileNameWithoutExtension(f)))
            .Select(CorpusReader.Read)];
    }
}
