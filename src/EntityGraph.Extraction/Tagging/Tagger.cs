using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace EntityGraph.Extraction.Tagging;

/// <summary>
/// The encoder in ONNX Runtime. Windows run one at a time on a thread each: the int8 model scales its activations over a whole
/// batch, so a window's result would otherwise depend on the company it is in.
/// </summary>
internal sealed class Tagger : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly WordPieceVocabulary _vocabulary;
    private readonly int _windowPieces;

    private Tagger(InferenceSession session, WordPieceVocabulary vocabulary, int windowPieces) =>
        (_session, _vocabulary, _windowPieces) = (session, vocabulary, windowPieces);

    /// <exception cref="ModelException">A file is missing, unreadable or of another layout.</exception>
    public static Tagger Load(string folder)
    {
        var (model, card, words) = (Need(folder, "tagger.onnx"), Need(folder, "tagger.json"), Need(folder, "vocab.txt"));
        var windowPieces = WindowPieces(card);
        // One thread a window: two windows at once keep two cores busier than one window shared between them.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = true };
        try
        {
            return new Tagger(new InferenceSession(model, options), new WordPieceVocabulary(words), windowPieces);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException($"{model}: not a model that can be run ({e.Message})", e);
        }
    }

    public EncodedText Encode(string text) => new(text, _vocabulary);

    /// <summary>Tags every word of every article, several windows at once.</summary>
    public TaggerOutput[] Tag(IReadOnlyList<EncodedText> articles, CancellationToken cancellation)
    {
        var outputs = articles.Select(a => new TaggerOutput(a.Words.Length)).ToArray();
        var windows = articles.SelectMany((a, i) => a.Windows(_windowPieces).Select(w => (Article: i, w.Start, w.End))).ToArray();
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(windows, parallel, w => TagWindow(articles[w.Article], w.Start, w.End, outputs[w.Article]));
        return outputs;
    }

    /// <summary>Runs the network over the articles' windows and leaves its output unread: what a benchmark compares with.</summary>
    internal void RunBare(IReadOnlyList<EncodedText> articles)
    {
        var windows = articles.SelectMany(a => a.Windows(_windowPieces).Select(w => Inputs(a, w.Start, w.End))).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(windows, parallel, w => Run(w.Ids, w.Features, _ => { }));
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    internal (long[] Ids, long[] Features, int[] First) Inputs(EncodedText article, int start, int end)
    {
        var count = 2;
        for (var w = start; w < end; w++)
            count += article.PieceCount(w);
        var (ids, features, first, at) = (new long[count], new long[count * 4], new int[end - start], 1);
        ids[0] = _vocabulary.Begin;
        ids[^1] = _vocabulary.End;
        for (var w = start; w < end; w++)
        {
            first[w - start] = at;
            var f = article.Features[w];
            foreach (var piece in article.PiecesOf(w))
            {
                ids[at] = piece;
                (features[at * 4], features[at * 4 + 1], features[at * 4 + 2], features[at * 4 + 3]) = (f.Shape, f.Starts, f.Quoted, f.Glued);
                at++;
            }
        }

        return (ids, features, first);
    }

    private void TagWindow(EncodedText article, int start, int end, TaggerOutput output)
    {
        var (ids, features, first) = Inputs(article, start, end);
        Run(ids, features, rows =>
        {
            for (var w = start; w < end; w++)
            {
                rows.GetTensorDataAsSpan<float>().Slice(first[w - start] * TagLayout.Width, TagLayout.Width).CopyTo(output.Row(w));
                output.WindowOf[w] = start;
            }
        });
    }

    private void Run(long[] ids, long[] features, Action<OrtValue> read)
    {
        var mask = new long[ids.Length];
        Array.Fill(mask, 1);
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var featureValue = OrtValue.CreateTensorValueFromMemory(features, [1, ids.Length, 4]);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, [1, ids.Length]);
        using var results = _session.Run(_run, ["ids", "features", "mask"], [idValue, featureValue, maskValue], ["output"]);
        read(results[0]);
    }

    private static string Need(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? path : throw new ModelException($"{path}: the tagger's file is missing");
    }

    /// <summary>The size of the windows that the model was trained on; with others it tags worse.</summary>
    private static int WindowPieces(string card)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(card));
            var labels = json.RootElement.GetProperty("ner").EnumerateArray().Select(l => l.GetString());
            var width = json.RootElement.GetProperty("sizes").EnumerateObject().Sum(p => p.Value.GetInt32());
            if (width != TagLayout.Width || !labels.SequenceEqual(TagLayout.NameLabels))
                throw new ModelException($"{card}: the tagger has another layout than this program reads");
            return json.RootElement.GetProperty("trained_pieces").GetInt32();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"{card}: not a tagger's description ({e.Message})", e);
        }
    }
}
