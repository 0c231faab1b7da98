using System.Runtime.InteropServices;
using EntityGraph.Evaluation;
using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Training.Reference;

/// <summary>Runs the tagger over the articles; what takes the time, so its output can be kept from run to run.</summary>
internal sealed class Tagging(string folder, string? kept, Action<string> tell)
{
    /// <summary>The tagger's SHA-256.</summary>
    public string Hash { get; } = Card.Hash(Path.Combine(folder, "tagger.onnx"));

    public List<TrainingText> Of(IReadOnlyList<TrainingSet> sets)
    {
        using var tagger = Tagger.Load(folder);
        var texts = new List<TrainingText>();
        foreach (var set in sets)
        {
            foreach (var batch in set.Articles.Chunk(32))
                texts.AddRange(Batch(tagger, set, batch));
            tell($"{set.Name}: {set.Articles.Count} articles");
        }

        return texts;
    }

    private List<TrainingText> Batch(Tagger tagger, TrainingSet set, GoldArticle[] articles)
    {
        var texts = articles.Select(a => (Gold: a, Encoded: tagger.Encode(a.Text))).Select(t => (t.Gold, t.Encoded, Output: Read(t.Gold.Text, t.Encoded))).ToList();
        var open = texts.Where(t => t.Output is null).ToList();
        var outputs = tagger.Tag([.. open.Select(t => t.Encoded)], CancellationToken.None);
        var tagged = open.Zip(outputs).ToDictionary(p => p.First.Gold, p => p.Second);
        foreach (var (gold, output) in tagged)
            Write(gold.Text, output);
        return [.. texts.Select(t => new TrainingText(set, t.Gold, t.Encoded, t.Output ?? tagged[t.Gold]))];
    }

    private string? PathOf(string text) => kept is null ? null : Path.Combine(kept, Hash[..12], ContentId.OfArticle(text, null, null));

    private TaggerOutput? Read(string text, EncodedText encoded)
    {
        if (PathOf(text) is not { } path || !File.Exists(path))
            return null;
        var output = new TaggerOutput(encoded.Words.Length);
        using var file = File.OpenRead(path);
        file.ReadExactly(MemoryMarshal.AsBytes(output.WindowOf.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(output.Rows.AsSpan()));
        return output;
    }

    private void Write(string text, TaggerOutput output)
    {
        if (PathOf(text) is not { } path)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(output.WindowOf.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(output.Rows.AsSpan()));
    }
}
