using System.Numerics.Tensors;

namespace EntityGraph.Extraction.Tagging;

/// <summary>The tagger's scores and vectors, a row a word.</summary>
internal sealed class TaggerOutput(int words)
{
    private readonly float[] _rows = new float[words * TagLayout.Width];

    public int Words { get; } = words;

    /// <summary>For each word, the number of the window that it was read in. Vectors of different windows compare badly.</summary>
    public int[] WindowOf { get; } = new int[words];

    internal float[] Rows => _rows;

    public Span<float> Row(int word) => _rows.AsSpan(word * TagLayout.Width, TagLayout.Width);

    public ReadOnlySpan<float> Scores(int word, int offset, int width) => Row(word).Slice(offset, width);

    /// <summary>How well a mention goes with an earlier one; above 0 they are the same.</summary>
    public float Coreference((int First, int Last) mention, (int First, int Last) earlier) =>
        Product(mention, TagLayout.CoreferenceQuery, earlier, TagLayout.CoreferenceKey, TagLayout.CoreferenceSize);

    /// <summary>How well a source goes with a content; above 0 they belong together.</summary>
    public float SourceLink((int First, int Last) content, (int First, int Last) source) =>
        Product(content, TagLayout.ContentLink, source, TagLayout.SourceLink, TagLayout.LinkSize);

    /// <summary>How well a cue goes with a content; above 0 they belong together.</summary>
    public float CueLink((int First, int Last) content, (int First, int Last) cue) =>
        Product(content, TagLayout.ContentLink, cue, TagLayout.CueLink, TagLayout.LinkSize);

    // The mean of a span's first and last vector with the mean of the other's, over 4: (a+b)·(c+d) / 16.
    private float Product((int First, int Last) a, int offsetA, (int First, int Last) b, int offsetB, int size)
    {
        Span<float> left = stackalloc float[size], right = stackalloc float[size];
        TensorPrimitives.Add(Scores(a.First, offsetA, size), Scores(a.Last, offsetA, size), left);
        TensorPrimitives.Add(Scores(b.First, offsetB, size), Scores(b.Last, offsetB, size), right);
        return TensorPrimitives.Dot<float>(left, right) / 16f;
    }
}
