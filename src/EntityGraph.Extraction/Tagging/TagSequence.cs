using System.Numerics.Tensors;

namespace EntityGraph.Extraction.Tagging;

/// <summary>A run of words with one label, ends inclusive, and the mean probability of its tags.</summary>
internal readonly record struct TaggedSpan(int First, int Last, string Label, float Probability);

/// <summary>Finds the best sequence of tags in which an inside tag only follows its own beginning or inside (Viterbi 1967).</summary>
internal sealed class TagSequence
{
    private readonly string[] _labels;
    private readonly bool[,] _allowed;

    public TagSequence(string[] labels)
    {
        _labels = labels;
        _allowed = new bool[labels.Length, labels.Length];
        for (var from = 0; from < labels.Length; from++)
        {
            for (var to = 0; to < labels.Length; to++)
                _allowed[from, to] = labels[to][0] != 'I' || (labels[from] != "O" && labels[from][2..] == labels[to][2..]);
        }
    }

    public List<TaggedSpan> Spans(TaggerOutput output, int offset)
    {
        var (words, width) = (output.Words, _labels.Length);
        var spans = new List<TaggedSpan>();
        if (words == 0)
            return spans;
        var probabilities = new float[words * width];
        var path = Best(output, offset, probabilities);
        for (var i = 0; i < words;)
        {
            if (path[i] == 0)
            {
                i++;
                continue;
            }

            var (first, label, sum) = (i, _labels[path[i]][2..], 0f);
            do
                sum += probabilities[i * width + path[i]];
            while (++i < words && _labels[path[i]][0] == 'I');
            spans.Add(new TaggedSpan(first, i - 1, label, sum / (i - first)));
        }

        return spans;
    }

    private int[] Best(TaggerOutput output, int offset, float[] probabilities)
    {
        var (words, width) = (output.Words, _labels.Length);
        var back = new byte[words * width];
        Span<float> score = stackalloc float[width], next = stackalloc float[width];
        for (var i = 0; i < words; i++)
        {
            var own = probabilities.AsSpan(i * width, width);
            TensorPrimitives.SoftMax(output.Scores(i, offset, width), own);
            for (var to = 0; to < width; to++)
            {
                var best = i == 0 && _labels[to][0] == 'I' ? float.NegativeInfinity : i == 0 ? 0 : float.NegativeInfinity;
                for (var from = 0; i > 0 && from < width; from++)
                {
                    if (_allowed[from, to] && score[from] > best)
                        (best, back[i * width + to]) = (score[from], (byte)from);
                }

                next[to] = best + MathF.Log(MathF.Max(own[to], 1e-30f));
            }

            next.CopyTo(score);
        }

        var path = new int[words];
        path[^1] = TensorPrimitives.IndexOfMax<float>(score);
        for (var i = words - 1; i > 0; i--)
            path[i - 1] = back[i * width + path[i]];
        return path;
    }
}
