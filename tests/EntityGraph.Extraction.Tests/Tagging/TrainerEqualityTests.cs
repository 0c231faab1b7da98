using System.Text.Json;
using EntityGraph.Extraction.Tagging;

namespace EntityGraph.Extraction.Tests.Tagging;

/// <summary>The words, pieces and features are the trainer's, value for value; its own cases lie beside the model.</summary>
public class TrainerEqualityTests
{
    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "models", "tagger");

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var file in new[] { Path.Combine(Model, "vectors.json"), Path.Combine(AppContext.BaseDirectory, "vectors", "words.json") })
        {
            for (var i = 0; i < Read(file).Count; i++)
                data.Add(Path.GetRelativePath(AppContext.BaseDirectory, file), i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_pieces_and_features_equal_the_trainers(string file, int index)
    {
        var expected = Read(Path.Combine(AppContext.BaseDirectory, file))[index];
        using var tagger = Tagger.Load(Model);

        var encoded = tagger.Encode(expected.Text);
        var (ids, features, first) = tagger.Inputs(encoded, 0, encoded.Words.Length);

        Assert.Equal(expected.Words, encoded.Words.Select(w => new[] { w.Start, w.End }));
        Assert.Equal(expected.Ids, ids);
        Assert.Equal(expected.Features, features.Chunk(4));
        Assert.Equal(expected.First, first);
    }

    [Fact]
    public void The_tags_of_the_trainers_cases_are_found()
    {
        using var tagger = Tagger.Load(Model);
        foreach (var expected in Read(Path.Combine(Model, "vectors.json")))
        {
            var encoded = tagger.Encode(expected.Text);
            var output = tagger.Tag([encoded], default)[0];
            var names = Enumerable.Range(0, output.Words).Select(w => TagLayout.NameLabels[Best(output.Scores(w, TagLayout.Names, 9))]);
            // The cases were made by the fp32 model; the int8 one that ships may differ in a word in ten.
            var same = names.Zip(expected.Ner!).Count(p => p.First == p.Second);
            Assert.True(same >= output.Words * 0.9, $"{same} of {output.Words} in: {expected.Text}");
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }

    private static List<Case> Read(string path) =>
        JsonSerializer.Deserialize<List<Case>>(File.ReadAllBytes(path), JsonSerializerOptions.Web)!;

    private sealed record Case(string Text, int[][] Words, long[] Ids, long[][] Features, int[] First, string[]? Ner);
}
